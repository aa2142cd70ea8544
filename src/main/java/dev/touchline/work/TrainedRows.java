/// Gives back the rows that a version was trained on.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.data.FeatureCsv;
import dev.touchline.fault.Fault;
import dev.touchline.football.RowSet;
import dev.touchline.props.ModelMetadata;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the version's windows again and writes them only where they are exactly what it saw.
public final class TrainedRows {
  private final Workspace workspace;

  /// Rows of this workspace's database for versions of its home.
  public TrainedRows(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Writes the training and validation rows of a version with their features; returns how many. A
  /// fault of kind DATA where the database gives other rows today.
  public long export(String version, Path file) {
    ModelMetadata metadata = workspace.models().metadata(workspace.models().find(version));
    DataSets sets = new DataSets();
    List<RowSet> parts = sets.parts(workspace.rows(), metadata.dates(), metadata.competitions());
    if (!DataSets.hash(metadata.dates(), parts).equals(metadata.dataHash())) {
      throw new Fault(
          Fault.Kind.DATA,
          sentence(metadata, parts.getFirst().size(), parts.getLast().size()),
          "Use the database that it was trained from; data status and players.json tell what may"
              + " have changed since "
              + metadata.created()
              + ".");
    }
    return FeatureCsv.write(file, sets.of(metadata.dates(), parts));
  }

  /// Says how the rows of a version's windows differ from those that it saw; empty where they do
  /// not.
  Optional<String> difference(ModelMetadata metadata) {
    List<RowSet> parts =
        new DataSets().parts(workspace.rows(), metadata.dates(), metadata.competitions());
    String hash = DataSets.hash(metadata.dates(), parts);
    return hash.equals(metadata.dataHash())
        ? Optional.empty()
        : Optional.of(sentence(metadata, parts.getFirst().size(), parts.getLast().size()));
  }

  private static String sentence(ModelMetadata then, int training, int validation) {
    return "The database does not hold the rows any more that %s was trained on: %s."
        .formatted(
            then.version(),
            training == then.rows() && validation == then.validationRows()
                ? "there are as many, %,d and %,d, but with other values"
                    .formatted(training, validation)
                : "it saw %,d training and %,d validation rows, and now there are %,d and %,d"
                    .formatted(then.rows(), then.validationRows(), training, validation));
  }
}
