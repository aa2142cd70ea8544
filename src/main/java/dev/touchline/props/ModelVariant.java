/// The models of a rate that can be trained, by name.
package dev.touchline.props;

import dev.touchline.fault.Fault;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a model has besides the reference's terms; see `docs/model-statistics.md`.
public enum ModelVariant {
  /// The reference: counts grow in proportion to minutes.
  REFERENCE(false, false, "counts grow in proportion to minutes"),
  /// The rate is (minutes / 90)^a, with a learned for each prop.
  MINUTES(true, false, "an exponent on minutes for each prop"),
  /// That, and effects of the player's own team, correlated across props as the opponents' are.
  TEAM(true, true, "an exponent on minutes, and effects of the player's own team");

  /// What the command line and programs train where nothing is said: the model that other engines
  /// are compared on.
  public static final ModelVariant DEFAULT = REFERENCE;

  /// What the window proposes: the best of the backtest in `docs/validation.md`, and as fast as the
  /// reference.
  public static final ModelVariant BEST = MINUTES;

  private final boolean freeExponent;
  private final boolean teamEffects;
  private final String summary;

  ModelVariant(boolean freeExponent, boolean teamEffects, String summary) {
    this.freeExponent = freeExponent;
    this.teamEffects = teamEffects;
    this.summary = summary;
  }

  /// Whether the exponent on minutes is learned.
  public boolean freeExponent() {
    return freeExponent;
  }

  /// Whether own teams have effects.
  public boolean teamEffects() {
    return teamEffects;
  }

  /// What it has, in a few words.
  public String summary() {
    return summary;
  }

  /// The name in files, JSON and on the command line.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a variant by its key, any case; another name is a fault of kind USAGE with the names.
  public static ModelVariant parse(String key) {
    for (ModelVariant variant : values()) {
      if (variant.key().equals(key.strip().toLowerCase(Locale.ROOT))) {
        return variant;
      }
    }
    throw new Fault(
        Fault.Kind.USAGE, "\"" + key + "\" is not a model.", "Choose one of " + keys() + ".");
  }

  /// All keys, separated by commas.
  public static String keys() {
    return Arrays.stream(values()).map(ModelVariant::key).collect(Collectors.joining(", "));
  }
}
