/// The priors of the models, each number in one place.
package dev.touchline.props;

/// Prior means and standard deviations; `docs` and tests read them from here too.
final class Priors {
  static final double ALPHA_MEAN = -1;
  static final double ALPHA_SD = 1.5;
  static final double HOME_SD = 0.5;
  static final double BETA_SD = 0.5;

  /// Of the exponent on minutes, whose mean is 1: counts that do not depend on minutes at all, and
  /// counts that grow with their square, are two standard deviations away.
  static final double EXPONENT_SD = 0.5;

  static final double POSITION_SD = 1;
  static final double EFFECT_SD_SCALE = 1;
  static final double LKJ_SHAPE = 2;

  private Priors() {}
}
