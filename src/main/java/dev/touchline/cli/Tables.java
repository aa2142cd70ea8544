/// Lines of figures for people.
package dev.touchline.cli;

import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import java.util.Locale;

final class Tables {
  private Tables() {}

  /// One prop's calibration in a line.
  static String calibration(Prop prop, PropCalibration c) {
    return String.format(
        Locale.ROOT,
        "%-6s over %.1f: ECE %.4f [%.4f, %.4f] (perfect forecaster %.4f)  Brier %.4f  log score %.4f"
            + "  RPS %.4f",
        prop.label(),
        c.line(),
        c.ece(),
        c.eceLow(),
        c.eceHigh(),
        c.ecePerfect(),
        c.brier().score(),
        c.logScore(),
        c.rps());
  }

  /// A file size.
  static String bytes(long bytes) {
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%,d KB", (bytes + 1023) >> 10)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
  }
}
