/// Tests of the workbench on the headless platform.
package dev.touchline.desktop;
