/// Tests of the Data panel.
package dev.touchline.desktop.data;
