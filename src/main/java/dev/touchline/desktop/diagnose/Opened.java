/// A trace that has been judged, ready for the screen.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.part.Message;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.football.Names;
import dev.touchline.work.OpenTrace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Everything that takes time with tens of thousands of scalars is done once, off the screen's
/// thread.
///
/// @param file where it lies
/// @param stamp what its file was like
/// @param trace the open trace
/// @param rows its scalars, most trouble first
/// @param names their names, most trouble first
/// @param energy energies by chain; empty arrays where unknown
/// @param diverging divergences by chain; empty arrays where unknown
record Opened(
    Path file,
    Stamp stamp,
    OpenTrace trace,
    List<ScalarRow> rows,
    List<String> names,
    List<double[]> energy,
    double[][] diverging) {

  static Opened of(Path file, Stamp stamp, OpenTrace trace) {
    ConvergenceReport report = trace.report();
    List<ScalarRow> rows = new ArrayList<>(report.scalars().size());
    for (int i = 0; i < report.scalars().size(); i++) {
      ScalarSummary scalar = report.scalars().get(i);
      OpenTrace.Place place = trace.place(i);
      rows.add(
          new ScalarRow(
              i,
              place.family(),
              String.join(", ", place.labels()),
              place.subject(),
              Names.fold(scalar.name()),
              scalar,
              ScalarRow.overLimit(scalar, report.chains())));
    }
    rows.sort(ScalarRow.WORST_FIRST);
    return new Opened(
        file,
        stamp,
        trace,
        List.copyOf(rows),
        rows.stream().map(row -> row.summary().name()).toList(),
        List.of(trace.stat("energy")),
        trace.stat("diverging"));
  }

  /// Whether the file tells which draws diverged.
  boolean knowsDivergences() {
    return diverging.length > 0 && diverging[0].length > 0;
  }

  /// What the verdict could not look at.
  Message note() {
    boolean energies = !energy.isEmpty() && energy.getFirst().length > 0;
    if (energies && knowsDivergences()) {
      return Message.NONE;
    }
    String what =
        energies
            ? "which draws diverged"
            : knowsDivergences() ? "the energies" : "energies or divergences";
    return new Message(
        Message.Kind.CAUTION,
        "This file does not hold " + what + ", so the verdict rests on R-hat and ESS without them.",
        "Save the trace with its sample_stats group to have them judged too.");
  }
}
