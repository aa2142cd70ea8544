/// Counts of bins never touch each other.
package dev.touchline.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinCountsTest {
  /// Six tenths of the size a sign; positions in pixels.
  private static List<BinCounts.Placed> place(double apart, int... counts) {
    double[] x = IntStream.range(0, counts.length).mapToDouble(i -> apart * i).toArray();
    return BinCounts.place(x, counts, BinCountsTest::width, 1);
  }

  private static double width(String text, float size) {
    return 0.6 * size * text.length();
  }

  private static void assertApart(double apart, List<BinCounts.Placed> placed) {
    for (BinCounts.Placed a : placed) {
      for (BinCounts.Placed b : placed) {
        double halves = width(a.text(), a.size()) / 2 + width(b.text(), b.size()) / 2;
        assertThat(a == b || apart * Math.abs(a.bin() - b.bin()) >= halves + 4).isTrue();
      }
    }
  }

  @Test
  void whereThereIsRoomAllAreWrittenInFull() {
    assertThat(place(60, 1139, 45, 7))
        .containsExactly(
            new BinCounts.Placed(0, "1,139", 10.5f),
            new BinCounts.Placed(1, "45", 10.5f),
            new BinCounts.Placed(2, "7", 10.5f));
  }

  @Test
  void elseSmallerElseInThousands() {
    assertThat(place(21, 139, 145, 7)).extracting(BinCounts.Placed::size).containsOnly(9f);
    assertThat(place(26, 1139, 945, 12_345))
        .extracting(BinCounts.Placed::text)
        .containsExactly("1.1k", "945", "12k");
  }

  @Test
  void elseTheLargerOnes() {
    List<BinCounts.Placed> placed = place(15, 300, 2100, 900, 1200, 800);
    assertThat(placed).extracting(BinCounts.Placed::bin).containsExactlyInAnyOrder(1, 3);
    assertApart(15, placed);
    assertApart(9, place(9, IntStream.range(0, 40).map(i -> 37 * i % 1500).toArray()));
  }
}
