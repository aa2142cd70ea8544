/// The Compare panel: single-task models beside the multi-task model.
@NullMarked
package dev.touchline.desktop.compare;

import org.jspecify.annotations.NullMarked;
