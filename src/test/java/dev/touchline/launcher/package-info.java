/// How the program is started where it was built.
package dev.touchline.launcher;
