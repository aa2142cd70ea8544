/// The workbench, one folder a panel.
@NullMarked
package dev.touchline.desktop;

import org.jspecify.annotations.NullMarked;
