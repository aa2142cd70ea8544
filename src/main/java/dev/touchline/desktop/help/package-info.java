/// The documentation inside the window: panel help with links to pages, and the pages themselves.
@NullMarked
package dev.touchline.desktop.help;

import org.jspecify.annotations.NullMarked;
