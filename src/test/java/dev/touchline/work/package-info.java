/// Tests of the use cases and of the model store.
package dev.touchline.work;
