/// A trace kept open: names of its scalars, progress, stopping, closing.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import dev.touchline.mcmc.StopSignal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Source of the file: golden/trace/, written by ArviZ 0.22.0.
class OpenTraceTest {
  private static Path file() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(OpenTraceTest.class.getResource("/golden/trace/arviz-netcdf4.nc"))
            .toURI());
  }

  @Test
  void placesAreNamedForPeople() throws URISyntaxException {
    try (OpenTrace trace = OpenTrace.open(file(), 1.05, 1)) {
      List<OpenTrace.Place> places = new ArrayList<>();
      for (int i = 0; i < trace.report().scalars().size(); i++) {
        places.add(trace.place(i));
      }
      assertThat(places)
          .contains(
              new OpenTrace.Place("mu", List.of(), ""),
              new OpenTrace.Place("player_effect", List.of("L. Modrić", "shots"), "L. Modrić"),
              new OpenTrace.Place("counts", List.of("0.5"), ""));
    }
  }

  @Test
  void everyScalarIsToldOnTheWay() throws URISyntaxException {
    List<Integer> told = Collections.synchronizedList(new ArrayList<>());
    try (OpenTrace trace =
        OpenTrace.open(file(), 1.05, 1, (done, total) -> told.add(done), StopSignal.NEVER)) {
      int scalars = trace.report().scalars().size();
      assertThat(told).isSorted().startsWith(1, 2, 3).endsWith(scalars);
      assertThat(trace.report().scalars())
          .isEqualTo(TraceDiagnosis.diagnose(file(), 1.05, 1).scalars());
    }
  }

  @Test
  void aJudgementStopsWhenAsked() throws URISyntaxException {
    var told = new AtomicInteger();
    Path file = file();
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                OpenTrace.open(
                    file, 1.05, 1, (done, total) -> told.set(done), () -> told.get() == 4));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.INTERRUPTED);
    assertThat(told).hasValue(4);
  }

  @Test
  void aClosedTraceSaysSo() throws URISyntaxException {
    OpenTrace trace = OpenTrace.open(file(), 1.05, 1);
    trace.close();
    Fault fault = catchThrowableOfType(Fault.class, () -> trace.series(0));
    assertThat(fault).hasMessage("The trace has been closed.");
  }
}
