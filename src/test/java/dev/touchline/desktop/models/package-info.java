/// Tests of the Models panel.
package dev.touchline.desktop.models;
