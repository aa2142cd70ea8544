/// The verdict and its advice in words.
package dev.touchline.diagnose;

import dev.touchline.diagnose.ConvergenceReport.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Sentences for analysts: what is wrong, with its figure, and what to change.
final class Wording {
  private Wording() {}

  /// The verdict in one sentence.
  static String sentence(Figures f, Verdict verdict) {
    return switch (verdict) {
      case CONVERGED ->
          format(
              "The posterior may be used: the %d chains agree (largest R-hat %s) and the draws"
                  + " are worth at least %,.0f independent ones (bulk) and %,.0f (tails).",
              f.chains(),
              LimitDigits.above(f.maxRhat(), 4, f.limit()),
              f.minEssBulk(),
              f.minEssTail());
      case CAUTION ->
          "The posterior may be used with care: " + String.join("; ", cautions(f)) + ".";
      case NOT_CONVERGED -> "The posterior must not be used: " + failure(f) + ".";
    };
  }

  private static String failure(Figures f) {
    if (!f.nonFinite().isEmpty()) {
      int others = f.nonFinite().size() - 1;
      return f.nonFinite().getFirst()
          + (others == 0 ? "" : format(" and %,d other parameters", others))
          + (others == 0 ? " has" : " have")
          + " draws that are not finite numbers";
    }
    if (f.scalars() == 0) {
      return "no parameter has draws that vary, so there is nothing to judge";
    }
    if (f.chains() < 2) {
      return "there is only one chain, and R-hat needs at least two to compare";
    }
    if (Double.isNaN(f.maxRhat())) {
      return format(
          "%d draws a chain are too few for R-hat, which needs at least %d",
          f.draws(), Diagnosis.MIN_DRAWS);
    }
    return format(
        "the chains do not agree; R-hat of %s is %s, above %s, and %,d of %,d parameters are above"
            + " that limit",
        f.worst().getFirst().name(),
        rhat(f.maxRhat(), f.limit()),
        plain(f.limit()),
        f.aboveLimit(),
        f.scalars());
  }

  private static List<String> cautions(Figures f) {
    List<String> cautions = new ArrayList<>();
    if (f.rhatHigh()) {
      cautions.add(
          format(
              "R-hat of %s is %s, above %s",
              f.worst().getFirst().name(),
              rhat(f.maxRhat(), Judge.CAUTION_RHAT),
              plain(Judge.CAUTION_RHAT)));
    }
    if (f.essLow()) {
      cautions.add(
          format(
              "the draws are worth only %s independent ones for the slowest parameter (%,.0f"
                  + " are wanted)",
              LimitDigits.below(f.minEss(), 0, f.essWanted()), f.essWanted()));
    }
    if (f.divergenceCount() > 0) {
      cautions.add(
          format(
              "%,d of %,d draws diverged, so a corner of the posterior may be missed",
              f.divergenceCount(), f.allDraws()));
    }
    if (f.ebfmiLow()) {
      cautions.add(format("E-BFMI is %s, below %s", ebfmi(f), plain(Judge.CAUTION_EBFMI)));
    }
    return cautions;
  }

  /// What to change, the likeliest cause first; empty where all is well.
  static List<String> advice(Figures f) {
    List<String> advice = new ArrayList<>();
    if (!f.nonFinite().isEmpty()) {
      advice.add(
          "Look for extreme values in the rows (minutes, counts, features): a density that is not"
              + " finite comes from them.");
    }
    if (f.chains() < 2) {
      advice.add("Run at least 2 chains, better 4 (--chains 4).");
    }
    if (f.draws() < Diagnosis.MIN_DRAWS) {
      advice.add("Take more draws (--draws 1000).");
      return advice;
    }
    divergences(f, advice);
    if (f.rhatHigh() && f.oddChain() >= 0) {
      advice.add(
          format(
              "Chain %d settled away from the others: give the chains more warm-up draws (--tune),"
                  + " or start again with another --seed.",
              f.oddChain() + 1));
    } else if (f.rhatHigh() || f.essLow()) {
      slow(f, advice);
    }
    if (f.ebfmiLow()) {
      advice.add(
          format(
              "E-BFMI is %s, so the energy moves too slowly from draw to draw: more warm-up draws"
                  + " (--tune) may help, more training rows surely.",
              ebfmi(f)));
    }
    if (f.treeLimitCount() > f.allDraws() / 100) {
      advice.add(
          format(
              "%,d of %,d draws stopped at the tree depth limit, which costs time and effective"
                  + " draws: give more warm-up draws (--tune).",
              f.treeLimitCount(), f.allDraws()));
    }
    if (f.rhatHigh() && spreadsAreWorst(f)) {
      advice.add(
          "The spreads and correlations between players or teams are the slowest, which too few"
              + " rows cause: train on a longer window if there are more matches.");
    }
    return advice;
  }

  private static void divergences(Figures f, List<String> advice) {
    if (f.divergenceCount() == 0) {
      return;
    }
    int[] counts = f.divergences();
    for (int chain = 0; chain < counts.length; chain++) {
      if (counts.length > 2 && counts[chain] > 10 && counts[chain] > 0.9 * f.divergenceCount()) {
        advice.add(
            format(
                "Nearly all divergences are in chain %d, which went astray: start again with"
                    + " another --seed or more warm-up draws (--tune).",
                chain + 1));
        return;
      }
    }
    advice.add(
        "Raise the target acceptance (--target-accept 0.95): smaller steps follow the corners that"
            + " diverged.");
  }

  /// More draws where a few times as many would do, more tuning where they would not.
  private static void slow(Figures f, List<String> advice) {
    double times = Math.max(f.rhatHigh() ? 2 : 1.25, 1.25 * f.essWanted() / f.minEss());
    if (times <= 10) {
      advice.add(
          format(
              "All chains move slowly: take about %.0f draws a chain (--draws %.0f) instead of"
                  + " %d.",
              nice(times * f.draws()), nice(times * f.draws()), f.draws()));
    } else {
      advice.add(
          "All chains move very slowly: give more warm-up draws (--tune) first, then more draws"
              + " (--draws).");
    }
  }

  private static boolean spreadsAreWorst(Figures f) {
    long spreads =
        f.worst().stream()
            .filter(scalar -> scalar.name().matches("\\w*_(sd|corr)(\\[.*)?"))
            .count();
    return 2 * spreads > f.worst().size();
  }

  /// Rounded up to two digits, at least 100.
  private static double nice(double draws) {
    double unit = Math.pow(10, Math.max(2, Math.floor(Math.log10(draws)) - 1));
    return Math.ceil(draws / unit) * unit;
  }

  private static String rhat(double value, double limit) {
    return Double.isInfinite(value)
        ? "infinite (a chain stands still)"
        : LimitDigits.above(value, value < 10 ? 3 : 0, limit);
  }

  private static String ebfmi(Figures f) {
    return LimitDigits.below(f.minEbfmi(), 2, Judge.CAUTION_EBFMI);
  }

  /// A limit as the user wrote it.
  private static String plain(double value) {
    return Double.toString(value);
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
