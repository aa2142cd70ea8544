/// Runs the long calibration and prints its tables.
package dev.touchline.sbc;

import dev.touchline.football.Prop;
import dev.touchline.props.ModelVariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A program, not a test: `mvn -Psbc`, with `-Dsbc.replications=1000` for more and
/// `-Dsbc.model=team` for another model. Single-task (shots) and multi-task (goals, shots, cards);
/// a table of the families and a picture of their curves each. Ends with an error where a family
/// leaves its band.
public final class SbcProgram {
  /// A family's band is that of [#FAIL] over both models' families together: of a hundred runs of a
  /// right program one fails.
  private static final double FAIL = 0.01;

  private static final double ALERT = 0.05;

  private SbcProgram() {}

  /// Arguments: replications, seed, the folder for the pictures, and the model.
  public static void main(String[] args) throws IOException {
    int replications = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    Path folder = Files.createDirectories(Path.of(args[2]));
    SbcSettings settings = new SbcSettings(replications, 2, 300, 100, 10, seed, 2);
    ModelVariant variant = ModelVariant.parse(args[3]);
    Map<String, List<Prop>> models = new LinkedHashMap<>();
    models.put(variant.key() + "-single", List.of(Prop.SHOTS));
    models.put(variant.key() + "-multi", List.of(Prop.values()));
    boolean outside = false;
    for (Map.Entry<String, List<Prop>> model : models.entrySet()) {
      long begin = System.nanoTime();
      SbcResult result =
          new Calibrator(settings).run(new LeagueSimulator(model.getValue(), variant));
      int families = result.families().size() * models.size();
      double fail = FAIL / families;
      System.out.printf(
          Locale.ROOT,
          "%s, K = %d: %d replications, ranks among %d draws, seed %d, %.0f s%n",
          model.getKey(),
          model.getValue().size(),
          replications,
          settings.rankValues() - 1,
          seed,
          (System.nanoTime() - begin) / 1e9);
      System.out.printf(
          Locale.ROOT,
          "refused leagues %d, fits with divergences %d (%d draws)%n",
          result.refused(),
          result.diverged(),
          result.divergences());
      System.out.printf(
          Locale.ROOT, "within the band: p above %.2g (alert below %.2g)%n%n", fail, ALERT);
      System.out.println(result.table(ALERT, fail));
      Path picture = folder.resolve("sbc-" + model.getKey() + ".svg");
      Files.writeString(picture, new EcdfPicture(result, ALERT, fail).svg());
      System.out.println("curves: " + picture + System.lineSeparator());
      outside |= result.worst() * models.size() < FAIL;
    }
    if (outside) {
      System.err.println("A family lies outside of its band.");
      System.exit(1);
    }
  }
}
