/// Tests of the looks.
package dev.touchline.desktop.theme;
