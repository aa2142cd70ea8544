/// Understands the dimensions and coordinates of a trace in netCDF-3, one file a group.
package dev.touchline.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.nc2.Attribute;
import ucar.nc2.Dimension;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;
import ucar.unidata.io.RandomAccessFile;

/// The main file is the posterior. Where [Netcdf3Engine] wrote it, its attribute lists the files of
/// the other groups with their seals; files of others have a posterior alone.
final class ClassicLayout implements FileLayout {
  private static final Logger LOG = LoggerFactory.getLogger(ClassicLayout.class);

  private final NetcdfFile file;

  /// Group → its file, opened; the posterior aside.
  private final Map<String, NetcdfFile> others = new LinkedHashMap<>();

  private ClassicLayout(NetcdfFile file) {
    this.file = file;
  }

  /// Opens a trace by its main file.
  static FileLayout open(Path path) throws Damaged {
    var layout = new ClassicLayout(netcdf(path));
    try {
      layout.requirePosterior(path);
      layout.openOthers(path);
      return layout;
    } catch (RuntimeException | Error | Damaged e) {
      layout.close();
      throw e;
    }
  }

  private void requirePosterior(Path path) throws Damaged {
    String group = text(file.findGlobalAttribute(Netcdf3Engine.GROUP));
    if (!group.isEmpty() && !group.equals("posterior")) {
      throw Damaged.until(
          "it holds the group " + group + " of a trace, not its draws",
          "Open the file of the draws beside it: "
              + String.valueOf(path.getFileName()).replace("." + group + ".", ".")
              + ".");
    }
  }

  private void openOthers(Path path) throws Damaged {
    String listed = text(file.findGlobalAttribute(Netcdf3Engine.GROUP_FILES));
    for (String line : listed.lines().toList()) {
      String[] parts = line.split(": ", 2);
      Path other = PartFiles.companion(path, parts[0]);
      try {
        if (!Files.exists(other)) {
          throw Damaged.until(
              other.getFileName() + ", which belongs to it, is missing",
              "Copy all files of a trace together, or train the version again.");
        }
        if (parts.length < 2 || !Optional.of(parts[1]).equals(Seal.check(other))) {
          throw new Damaged(other.getFileName() + " is not the file that belongs to it");
        }
      } catch (Damaged e) {
        throw e;
      } catch (IOException e) {
        throw new Damaged(other.getFileName() + " is damaged: " + e.getMessage(), e);
      }
      others.put(parts[0], netcdf(other));
    }
  }

  private static NetcdfFile netcdf(Path path) throws Damaged {
    RandomAccessFile bytes = bytes(path);
    try {
      return NetcdfFile.open(bytes, path.toString(), null, null);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      close(bytes, path);
      throw new Damaged("it is damaged or cut off", e);
    }
  }

  private static RandomAccessFile bytes(Path path) throws Damaged {
    try {
      // Beyond the end of a file that was cut off netCDF-Java would read zeros.
      return new RandomAccessFile(path.toString(), "r") {
        @Override
        public void setExtendMode() {
          // Such a reading shall fail.
        }
      };
    } catch (IOException e) {
      throw new Damaged("it cannot be opened: " + e.getMessage(), e);
    }
  }

  private static void close(AutoCloseable file, Path path) {
    try {
      file.close();
    } catch (Exception e) {
      LOG.debug("{} not closed: {}", path, e.toString());
    }
  }

  /// Values are not compressed, so that no variable is larger than its file.
  private static void requireInFile(NetcdfFile holder, Variable variable) throws Damaged {
    long bytes = variable.getElementSize();
    for (int length : variable.getShape()) {
      bytes *= Math.max(0, length);
      if (bytes < 0 || bytes > Path.of(holder.getLocation()).toFile().length()) {
        throw new Damaged(variable.getShortName() + " is larger than the file");
      }
    }
  }

  @Override
  public List<FileVariable> draws(String group) throws Damaged {
    NetcdfFile holder = group.equals("posterior") ? file : others.get(group);
    if (holder == null) {
      return List.of();
    }
    List<FileVariable> found = new ArrayList<>();
    for (Variable variable : holder.getVariables()) {
      List<String> dims = dims(variable);
      if (variable.getDataType().isNumeric()
          && dims.size() >= 2
          && dims.get(0).equals("chain")
          && dims.get(1).equals("draw")) {
        requireInFile(holder, variable);
        found.add(new ClassicVariable(variable, dims));
      }
    }
    return found;
  }

  private static List<String> dims(Variable variable) {
    return variable.getDimensions().stream().map(Dimension::getShortName).toList();
  }

  @Override
  public Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Attribute attribute : file.getGlobalAttributes()) {
      attributes.put(attribute.getShortName(), text(attribute));
    }
    return attributes;
  }

  @Override
  public List<Coordinate> coordinates(Map<String, Integer> lengths) throws Damaged {
    List<Coordinate> found = new ArrayList<>();
    for (Variable variable : file.getVariables()) {
      boolean texts = variable.getDataType() == DataType.CHAR;
      List<String> dims = dims(variable);
      if (dims.size() == (texts ? 2 : 1) && lengths.containsKey(dims.getFirst())) {
        requireInFile(file, variable);
        found.add(
            Coordinate.ofValues(variable.getShortName(), dims.getFirst(), values(variable, texts)));
      }
    }
    return found;
  }

  private static List<?> values(Variable variable, boolean texts) throws Damaged {
    try {
      Array values = variable.read();
      if (texts) {
        List<String> read = ClassicVariable.texts(values);
        boolean ids = CdmForm.ID_TYPE_LONG.equals(text(variable.findAttribute(CdmForm.ID_TYPE)));
        return ids ? read.stream().map(Long::valueOf).toList() : read;
      }
      List<Object> numbers = new ArrayList<>();
      for (int i = 0; i < values.getSize(); i++) {
        numbers.add(values.getObject(i));
      }
      return numbers;
    } catch (IOException | NumberFormatException e) {
      throw new Damaged("its coordinate " + variable.getShortName() + " is damaged", e);
    }
  }

  private static String text(@Nullable Attribute attribute) {
    if (attribute == null || attribute.getLength() == 0) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < attribute.getLength(); i++) {
      parts.add(String.valueOf(attribute.getValue(i)));
    }
    return String.join(", ", parts);
  }

  @Override
  public void close() {
    List<NetcdfFile> all = new ArrayList<>(others.values());
    all.add(file);
    all.forEach(each -> close(each, Path.of(each.getLocation())));
  }
}
