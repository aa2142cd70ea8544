/// Tests of the Calibrate panel.
package dev.touchline.desktop.calibrate;
