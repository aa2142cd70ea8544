/// Tests of the command line, run in this process with homes of their own.
@NullMarked
package dev.touchline.cli;

import org.jspecify.annotations.NullMarked;
