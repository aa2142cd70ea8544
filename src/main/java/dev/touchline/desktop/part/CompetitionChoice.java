/// What stands in a form where the rows of a run are chosen: one competition or all that are real.
package dev.touchline.desktop.part;

import dev.touchline.data.StoreStatus.CompetitionStatus;
import dev.touchline.data.sample.SampleTournament;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request that names no competition takes every one that is not the simulated sample.
public final class CompetitionChoice {
  /// Every competition that is not the simulated sample.
  public static final String ALL = "all real competitions";

  private CompetitionChoice() {}

  /// The choice as a request takes it: none where all, or nothing, is chosen.
  public static List<String> named(@Nullable String choice) {
    return choice == null || choice.equals(ALL) ? List.of() : List.of(choice);
  }

  /// The choice that a request stands for among those that are offered: the one that it names, or
  /// all where it names none or every one that is real.
  public static String of(List<String> named, List<String> offered) {
    String names = String.join(", ", named);
    if (offered.contains(names)) {
      return names;
    }
    boolean all =
        offered.contains(ALL)
            && offered.stream()
                .filter(one -> !one.equals(ALL) && takes(ALL, one))
                .allMatch(named::contains);
    return named.isEmpty() || all ? ALL : names;
  }

  /// What a request takes of the competitions that there are: the sample is among all that are real
  /// only where there is nothing else.
  public static List<CompetitionStatus> taken(
      @Nullable String choice, List<CompetitionStatus> found) {
    List<CompetitionStatus> taken =
        found.stream().filter(one -> takes(choice, one.competition())).toList();
    return taken.isEmpty() && ALL.equals(choice) ? found : taken;
  }

  /// Whether rows of a competition are among what is chosen.
  public static boolean takes(@Nullable String choice, String competition) {
    return ALL.equals(choice)
        ? !competition.equals(SampleTournament.COMPETITION)
        : competition.equals(choice);
  }
}
