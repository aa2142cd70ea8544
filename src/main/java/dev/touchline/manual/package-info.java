/// The documentation that ships inside the program: pages, sections, topics.
@NullMarked
package dev.touchline.manual;

import org.jspecify.annotations.NullMarked;
