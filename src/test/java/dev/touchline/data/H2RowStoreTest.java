/// The embedded kind of database.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.DataSet;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class H2RowStoreTest extends RowStoreContract {
  @Override
  RowStore open() {
    return memory();
  }

  static RowStore memory() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    return new Databases().open(DatabaseAddress.of(url, Path.of("")));
  }

  @Test
  void importsEngland() {
    Path file = Shared.file("data/england.csv");
    try (RowStore store = memory()) {
      ImportReport report =
          store.importPaths(List.of(file), "csv", ImportProgress.NONE, () -> false);
      assertThat(report.added()).isEqualTo(10_418);
      DataSet data =
          new DataSets().load(store, split("2017-08-01", "2018-03-31", "2018-05-31"), List.of());
      assertThat(data.training().size()).isEqualTo(8_547);
      assertThat(data.validation().size()).isEqualTo(1_871);
    }
  }
}
