/// Tests of traces in memory and in files.
package dev.touchline.trace;
