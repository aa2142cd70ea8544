/// Tests of the predictor.
package dev.touchline.predict;
