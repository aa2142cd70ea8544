/// The Models panel: versions served, verified and deleted.
@NullMarked
package dev.touchline.desktop.models;

import org.jspecify.annotations.NullMarked;
