/// The command line, one class a command.
@NullMarked
package dev.touchline.cli;

import org.jspecify.annotations.NullMarked;
