/// What can go wrong, in words for users: the one exception type that every package throws.
@NullMarked
package dev.touchline.fault;

import org.jspecify.annotations.NullMarked;
