/// Our own small set of charts, drawn by JFreeChart on JavaFX canvases.
@NullMarked
package dev.touchline.desktop.chart;

import org.jspecify.annotations.NullMarked;
