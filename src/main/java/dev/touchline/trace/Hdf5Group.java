/// A group of a netCDF-4 file while it is written.
package dev.touchline.trace;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps the group's dimensions, each with a coordinate variable: readers such as h5netcdf open
/// each group by itself, so every group has its own.
final class Hdf5Group {
  private final Hdf5 hdf5;
  private final long id;
  private final List<Coordinate> coordinates;
  private final int firstNumber;
  private final Map<String, Long> sets = new LinkedHashMap<>();

  /// @param coordinates labels of its dimensions; those that are missing are counted from 0
  /// @param firstNumber netCDF's number of its first dimension, which no other group has used
  Hdf5Group(Hdf5 hdf5, String name, List<Coordinate> coordinates, int firstNumber)
      throws IOException {
    this.hdf5 = hdf5;
    this.coordinates = coordinates;
    this.firstNumber = firstNumber;
    id = hdf5.group(name);
  }

  long id() {
    return id;
  }

  /// netCDF's number of the first dimension of the next group.
  int nextNumber() {
    return firstNumber + sets.size();
  }

  void attributes(Map<String, String> attributes) throws IOException {
    for (Map.Entry<String, String> entry : attributes.entrySet()) {
      hdf5.attribute(id, entry.getKey(), entry.getValue());
    }
  }

  /// Makes a dimension, unless it is there.
  void dimension(String dim, int length) throws IOException {
    if (sets.containsKey(dim)) {
      return;
    }
    Coordinate coordinate =
        coordinates.stream()
            .filter(c -> c.name().equals(dim))
            .findFirst()
            .orElseGet(() -> Coordinate.counted(dim, length));
    long set = write(coordinate);
    hdf5.makeDimension(set, dim, firstNumber + sets.size());
    sets.put(dim, set);
  }

  private long write(Coordinate coordinate) throws IOException {
    List<String> labels = coordinate.labels();
    long[] ids = coordinate.ids();
    return labels != null
        ? hdf5.texts(id, coordinate.name(), labels)
        : hdf5.longs(id, coordinate.name(), ids == null ? new long[0] : ids);
  }

  /// Writes the coordinates that run along the dimensions made so far under names of their own.
  void extraCoordinates() throws IOException {
    for (Coordinate coordinate : coordinates) {
      Long dim = sets.get(coordinate.dim());
      if (dim != null && !coordinate.name().equals(coordinate.dim())) {
        long set = write(coordinate);
        hdf5.attach(set, dim, 0);
        hdf5.closeSet(set);
      }
    }
  }

  /// Ties a finished variable to its dimensions and closes it.
  void finish(long set, List<String> dims) throws IOException {
    for (int axis = 0; axis < dims.size(); axis++) {
      Long dim = sets.get(dims.get(axis));
      if (dim == null) {
        throw new IOException("dimension " + dims.get(axis) + " is missing");
      }
      hdf5.attach(set, dim, axis);
    }
    // Names of the extra coordinates along them, as CF's `coordinates` lists them.
    String extras =
        String.join(
            " ",
            coordinates.stream()
                .filter(c -> !c.name().equals(c.dim()) && dims.contains(c.dim()))
                .map(Coordinate::name)
                .toList());
    if (!extras.isEmpty()) {
      hdf5.attribute(set, "coordinates", extras);
    }
    hdf5.closeSet(set);
  }

  void close() throws IOException {
    for (long set : sets.values()) {
      hdf5.closeSet(set);
    }
  }
}
