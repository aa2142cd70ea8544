/// Tests of the charts.
package dev.touchline.desktop.chart;
