/// Tests of the window around the panels.
package dev.touchline.desktop.shell;
