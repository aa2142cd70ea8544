/// Tests of the Predict panel.
package dev.touchline.desktop.calibrate;
