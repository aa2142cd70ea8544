/// Rules that the whole code base keeps: layers, formatting.
package dev.touchline.architecture;
