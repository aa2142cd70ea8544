/// Leaves the tests out wherever classes were compiled to, also where both lie in one folder.
package dev.touchline.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;

/// Imports a class where no source of its name is among the tests'.
public final class ProductionClasses implements ImportOption {
  private static final String ROOT = "dev/touchline/";

  @Override
  public boolean includes(Location location) {
    String name = location.asURI().toString();
    int root = name.lastIndexOf(ROOT);
    if (root < 0) {
      return true;
    }
    String source = name.substring(root).replaceFirst("(\\$.*)?\\.class$", ".java");
    return !Files.exists(Path.of("src", "test", "java").resolve(source))
        || Files.exists(Path.of("src", "main", "java").resolve(source));
  }
}
