/// The generator gives the authors' sequence, and its state can be saved.
package dev.touchline.mcmc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Xoshiro256PlusPlusTest {
  /// From the state {1, 2, 3, 4}: first outputs of xoshiro256plusplus.c (prng.di.unimi.it); the
  /// same numbers stand in the tests of the Rust crate rand_xoshiro.
  @Test
  void givesTheAuthorsSequence() {
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.ofState(new long[] {1, 2, 3, 4});
    long[] expected = {
      41943041L,
      58720359L,
      3588806011781223L,
      3591011842654386L,
      Long.parseUnsignedLong("9228616714210784205"),
      Long.parseUnsignedLong("9973669472204895162"),
      Long.parseUnsignedLong("14011001112246962877"),
      Long.parseUnsignedLong("12406186145184390807"),
      Long.parseUnsignedLong("15849039046786891736"),
      Long.parseUnsignedLong("10450023813501588000")
    };
    for (long value : expected) {
      assertThat(random.nextLong()).isEqualTo(value);
    }
  }

  @Test
  void savedStateGoesOn() {
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.stream(5, 3);
    random.nextGaussian();
    Xoshiro256PlusPlus copy = Xoshiro256PlusPlus.ofState(random.state());
    for (int i = 0; i < 100; i++) {
      assertThat(copy.nextGaussian()).isEqualTo(random.nextGaussian());
    }
  }

  @Test
  void streamsDiffer() {
    assertThat(Xoshiro256PlusPlus.stream(1, 0).nextLong())
        .isNotEqualTo(Xoshiro256PlusPlus.stream(1, 1).nextLong())
        .isNotEqualTo(Xoshiro256PlusPlus.stream(2, 0).nextLong());
  }
}
