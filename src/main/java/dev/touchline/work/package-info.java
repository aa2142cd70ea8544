/// The use cases: import, train, judge, evaluate, compare, predict; and the model store.
@NullMarked
package dev.touchline.work;

import org.jspecify.annotations.NullMarked;
