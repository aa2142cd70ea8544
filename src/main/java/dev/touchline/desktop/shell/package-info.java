/// The window around the panels: rail, top bar, status bar, commands, help, remembered state.
@NullMarked
package dev.touchline.desktop.shell;

import org.jspecify.annotations.NullMarked;
