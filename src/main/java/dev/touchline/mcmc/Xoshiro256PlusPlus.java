/// The random number generator of the chains: small, fast, with a state that can be saved.
package dev.touchline.mcmc;

import java.util.random.RandomGenerator;

/// xoshiro256++ 1.0 of Blackman and Vigna ("Scrambled linear pseudorandom number generators", ACM
/// TOMS 47, 2021), seeded by SplitMix64, with the authors' jump of 2^128 steps for independent
/// streams.
///
/// The JDK has the same algorithm but lets nobody save its state, which checkpoints need.
final class Xoshiro256PlusPlus implements RandomGenerator {
  /// Words of the state.
  static final int WORDS = 4;

  private static final long[] JUMP = {
    0x180ec6d33cfd0abaL, 0xd5a61266f0c9392cL, 0xa9582618e03fc9aaL, 0x39abdc4529b1661cL
  };

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  private Xoshiro256PlusPlus(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /// The generator of stream `stream` (from 0) for a seed; streams never overlap in practice.
  static Xoshiro256PlusPlus stream(long seed, int stream) {
    long[] state = new long[WORDS];
    long x = seed;
    for (int i = 0; i < WORDS; i++) {
      x += 0x9e3779b97f4a7c15L;
      long z = x;
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      state[i] = z ^ (z >>> 31);
    }
    Xoshiro256PlusPlus random = ofState(state);
    for (int i = 0; i < stream; i++) {
      random.jump();
    }
    return random;
  }

  /// A generator that goes on from a saved state (4 words, not all zero).
  static Xoshiro256PlusPlus ofState(long[] state) {
    return new Xoshiro256PlusPlus(state[0], state[1], state[2], state[3]);
  }

  /// The state: 4 words.
  long[] state() {
    long[] state = new long[WORDS];
    copyState(state);
    return state;
  }

  /// Writes the state into an array of 4 words.
  void copyState(long[] state) {
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
  }

  @Override
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  private void jump() {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (long word : JUMP) {
      for (int bit = 0; bit < 64; bit++) {
        if ((word & (1L << bit)) != 0) {
          a ^= s0;
          b ^= s1;
          c ^= s2;
          d ^= s3;
        }
        nextLong();
      }
    }
    s0 = a;
    s1 = b;
    s2 = c;
    s3 = d;
  }
}
