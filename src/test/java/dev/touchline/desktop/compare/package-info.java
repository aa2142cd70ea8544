/// Tests of the Compare panel.
package dev.touchline.desktop.compare;
