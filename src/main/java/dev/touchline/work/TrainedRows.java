/// Gives back the rows that a version was trained on.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.data.FeatureCsv;
import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.props.ModelMetadata;
import java.nio.file.Path;

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
    DataSet data = new DataSets().load(workspace.rows(), metadata.dates(), metadata.competitions());
    if (!data.hash().equals(metadata.dataHash())) {
      throw new Fault(
          Fault.Kind.DATA,
          "The database does not hold the rows any more that %s was trained on: %s."
              .formatted(version, difference(metadata, data)),
          "Use the database that it was trained from; data status and players.json tell what may"
              + " have changed since "
              + metadata.created()
              + ".");
    }
    return FeatureCsv.write(file, data);
  }

  private static String difference(ModelMetadata then, DataSet now) {
    int training = now.training().size();
    int validation = now.validation().size();
    return training == then.rows() && validation == then.validationRows()
        ? "there are as many, %,d and %,d, but with other values".formatted(training, validation)
        : "it saw %,d training and %,d validation rows, and now there are %,d and %,d"
            .formatted(then.rows(), then.validationRows(), training, validation);
  }
}
