/// Tests of the Diagnose panel.
package dev.touchline.desktop.diagnose;
