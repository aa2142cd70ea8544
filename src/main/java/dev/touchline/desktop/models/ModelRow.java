/// A version as the table shows it.
package dev.touchline.desktop.models;

import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import dev.touchline.work.ModelResults;
import dev.touchline.work.StoredModel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// One row of the table, and what the card beside it says.
///
/// @param version the name
/// @param served whether predictions use it
/// @param usable whether the decision gate holds
/// @param damage what is wrong with it, empty where nothing is
/// @param verdict in a word or two
/// @param trained training window
/// @param props what it prices
/// @param maxRhat largest R-hat, NaN where unknown
/// @param averageEce mean ECE, NaN where unknown
/// @param bytes size on disk
/// @param created when, to the minute, in UTC
/// @param facts further facts, one a line
/// @param gate the decision gate, one a line
/// @param calibration on the validation matches, one a prop
public record ModelRow(
    String version,
    boolean served,
    boolean usable,
    String damage,
    String verdict,
    String trained,
    String props,
    double maxRhat,
    double averageEce,
    long bytes,
    String created,
    List<String> facts,
    List<Gate> gate,
    List<PropRow> calibration) {

  /// A line of the gate.
  public record Gate(String criterion, String figure, boolean holds) {}

  /// A prop's calibration in short.
  public record PropRow(
      String prop, double ece, double eceLow, double eceHigh, double logScore, double coverage) {}

  /// Predictive interval whose coverage is told, by mass in percent.
  static final int INTERVAL = 95;

  /// Whether it can be set against single-task models.
  public boolean comparable() {
    return damage.isEmpty() && calibration.size() > 1;
  }

  /// From the store.
  static ModelRow of(StoredModel model) {
    ModelMetadata metadata = model.metadata();
    ModelResults results = model.results();
    if (metadata == null || results == null || model.damage() != null) {
      String damage = model.damage() == null ? "it is incomplete." : model.damage();
      return new ModelRow(
          model.version(),
          model.served(),
          false,
          damage,
          "damaged",
          metadata == null ? "" : window(metadata),
          "",
          Double.NaN,
          Double.NaN,
          model.bytes(),
          "",
          List.of(),
          List.of(),
          List.of());
    }
    return new ModelRow(
        model.version(),
        model.served(),
        results.usable(),
        "",
        results.usable() ? "may be used" : "look closer",
        window(metadata),
        props(metadata.props()),
        results.convergence().maxRhat(),
        results.averageEce(),
        model.bytes(),
        metadata.created().toString().replace('T', ' ').substring(0, 16),
        facts(metadata, results),
        results.gate().stream()
            .map(line -> new Gate(line.criterion(), line.figure(), line.holds()))
            .toList(),
        calibration(results));
  }

  private static String props(List<Prop> props) {
    return props.size() == Prop.values().length
        ? "all"
        : String.join(", ", props.stream().map(Prop::key).toList());
  }

  private static String window(ModelMetadata metadata) {
    return metadata.dates().trainStart() + " to " + metadata.dates().trainEnd();
  }

  private static List<PropRow> calibration(ModelResults results) {
    return Arrays.stream(Prop.values())
        .filter(prop -> results.calibration().containsKey(prop.key()))
        .map(prop -> row(prop, Objects.requireNonNull(results.calibration().get(prop.key()))))
        .toList();
  }

  private static PropRow row(Prop prop, PropCalibration c) {
    return new PropRow(
        prop.key(),
        c.ece(),
        c.eceLow(),
        c.eceHigh(),
        c.logScore(),
        c.coverage().getOrDefault(INTERVAL, Double.NaN));
  }

  private static List<String> facts(ModelMetadata metadata, ModelResults results) {
    return List.of(
        results.convergence().sentence(),
        "%,d training rows of %d matches%s; validated on %,d rows of %d matches to %s."
            .formatted(
                metadata.rows(),
                metadata.matches(),
                metadata.competitions().isEmpty()
                    ? ""
                    : " (" + String.join(", ", metadata.competitions()) + ")",
                metadata.validationRows(),
                metadata.validationMatches(),
                metadata.dates().valEnd()),
        "%,d players, %d opponents; %d chains of %,d draws after %,d, seed %d."
            .formatted(
                metadata.players().size(),
                metadata.opponents().size(),
                metadata.chains(),
                metadata.draws(),
                metadata.tune(),
                metadata.seed()));
  }
}
