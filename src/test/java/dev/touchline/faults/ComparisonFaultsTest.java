/// Comparisons of what cannot be compared are refused, and what is missing is trained.
package dev.touchline.faults;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({TrainedHomes.class, Evidence.class})
class ComparisonFaultsTest {
  /// Of v1 with models of single props.
  private static CommandLine compare() {
    return CommandLine.of("compare", "--multi", "v1");
  }

  @Test
  void otherSplits(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Ended run =
        home.launch().run(compare().days("2018-06-14", "2018-06-16", "2018-06-17")).exited(3);
    table.row(
        "comparison: other split", "--multi v1 with other dates", run, "Error: ", "all versions");
  }

  @Test
  void otherFeatures(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Path file = home.path().resolve("models/v1/metadata.json");
    JsonObject metadata = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    JsonArray names = metadata.getAsJsonObject("features").getAsJsonArray("names");
    names.set(0, new com.google.gson.JsonPrimitive("form_tackles"));
    Files.writeString(file, metadata.toString());
    Ended run = home.launch().run(compare().twoDays()).exited(3);
    table.row(
        "comparison: other features",
        "a version whose metadata names another feature",
        run,
        "Error: ",
        "all versions");
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void missingSingleTaskModelsAreTrainedOrTheComparisonSaysItIsSkipped(
      TrainedHomes.Home home, Evidence.Table table) throws Exception {
    CommandLine trained = compare().twoDays().twoChains(100);
    Ended run = home.launch().run(trained.with("--max-rhat", "3")).done();
    table.row(
        "comparison: single-task model missing",
        "only the multi-task model is there",
        run,
        "Training ",
        "the models trained for it, to be used again");
    Ended skipped =
        home.launch().run(trained.with("--max-rhat", "1.0001", "--seed", "5")).exited(4);
    table.row(
        "comparison: single-task model does not converge",
        "--max-rhat 1.0001",
        skipped,
        "skipped",
        "all versions");
  }
}
