/// One word of a folded name, ready to be compared with others.
package dev.touchline.football;

import java.util.Arrays;

/// A word and the set of its letters; words whose letters differ too much are told apart without
/// computing a distance.
final class NamePart implements Comparable<NamePart> {
  /// Least cost of a misspelled word; shortened words cost less, even several of them.
  static final double MISSPELLED = 1;

  private static final double INITIAL = 0.10;
  private static final double BEGINNING = 0.05;

  private final char[] letters;
  private final long set;

  private NamePart(String word) {
    letters = word.toCharArray();
    long bits = 0;
    for (char c : letters) {
      bits |= 1L << (c & 63);
    }
    set = bits;
  }

  /// The words of a folded name, longest first, so that whole words choose before initials do.
  static NamePart[] of(String folded) {
    if (folded.isEmpty()) {
      return new NamePart[0];
    }
    NamePart[] parts = Arrays.stream(folded.split(" ")).map(NamePart::new).toArray(NamePart[]::new);
    Arrays.sort(parts);
    return parts;
  }

  int length() {
    return letters.length;
  }

  @Override
  public int compareTo(NamePart other) {
    return Integer.compare(other.letters.length, letters.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamePart part && Arrays.equals(letters, part.letters);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(letters);
  }

  /// What it costs to take this word of a query for that word of a name; infinite where they have
  /// nothing to do with each other.
  ///
  /// @param bound costs of this much or more need not be told apart
  double cost(NamePart name, Distance distance, double bound) {
    int n = letters.length;
    int m = name.letters.length;
    int common = commonStart(name);
    if (common == n && n == m) {
      return 0;
    }
    if (common == n) {
      return n == 1 ? INITIAL : BEGINNING + 0.05 * (m - n) / m;
    }
    if (common == m && m == 1) {
      // "luka" for "L."
      return INITIAL;
    }
    int allowed = n < 3 ? 0 : n < 6 ? 1 : 2;
    if (allowed == 0 || bound <= MISSPELLED) {
      return Double.POSITIVE_INFINITY;
    }
    // Each edit brings in at most one letter that the other word lacks.
    if (Long.bitCount(set & ~name.set) > allowed) {
      return Double.POSITIVE_INFINITY;
    }
    double start = common > 0 ? 0 : 0.2;
    if (Math.abs(n - m) <= allowed) {
      int edits = distance.between(letters, n, name.letters, m, allowed);
      if (edits <= allowed) {
        return MISSPELLED + (double) edits / n + start;
      }
    }
    if (m > n) {
      // The beginning of a longer word, misspelled while it is typed.
      int edits = distance.between(letters, n, name.letters, n, 1);
      if (edits <= 1) {
        return MISSPELLED + 0.5 + (double) edits / n + start;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private int commonStart(NamePart other) {
    int most = Math.min(letters.length, other.letters.length);
    int i = 0;
    while (i < most && letters[i] == other.letters[i]) {
      i++;
    }
    return i;
  }

  /// Edit distance with transposition of neighbours (Damerau 1964; the restricted form, in which no
  /// piece is edited twice), in three rows that are used again for every pair. For one thread.
  static final class Distance {
    private int[] before = new int[32];
    private int[] last = new int[32];
    private int[] row = new int[32];

    /// Edits between the first n and m letters, or anything above `most` where there are more.
    int between(char[] a, int n, char[] b, int m, int most) {
      if (m >= row.length) {
        before = new int[m + 1];
        last = new int[m + 1];
        row = new int[m + 1];
      }
      for (int j = 0; j <= m; j++) {
        last[j] = j;
      }
      for (int i = 1; i <= n; i++) {
        row[0] = i;
        int least = i;
        for (int j = 1; j <= m; j++) {
          int edits =
              Math.min(
                  Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
            edits = Math.min(edits, before[j - 2] + 1);
          }
          row[j] = edits;
          least = Math.min(least, edits);
        }
        if (least > most) {
          return least;
        }
        int[] free = before;
        before = last;
        last = row;
        row = free;
      }
      return last[m];
    }
  }
}
