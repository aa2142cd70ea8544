/// The priors of the reference model, each number in one place.
package dev.touchline.props;

/// Prior means and standard deviations; `docs` and tests read them from here too.
final class Priors {
  static final double ALPHA_MEAN = -1;
  static final double ALPHA_SD = 1.5;
  static final double HOME_SD = 0.5;
  static final double BETA_SD = 0.5;
  static final double POSITION_SD = 1;
  static final double EFFECT_SD_SCALE = 1;
  static final double LKJ_SHAPE = 2;

  private Priors() {}
}
