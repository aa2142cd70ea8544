/// Tests of the Train panel.
package dev.touchline.desktop.train;
