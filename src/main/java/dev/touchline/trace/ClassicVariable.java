/// One variable (chain, draw, …) of an open netCDF-3 file.
package dev.touchline.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ucar.ma2.Array;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Variable;

/// Values lie in the file as they come, so that any slice can be read by itself.
///
/// @param variable the variable
/// @param allDims all its dimensions
record ClassicVariable(Variable variable, List<String> allDims) implements FileVariable {
  @Override
  public String name() {
    return variable.getShortName();
  }

  @Override
  public List<String> dims() {
    return allDims.subList(2, allDims.size());
  }

  @Override
  public int[] shape() {
    return variable.getShape();
  }

  @Override
  public int rowsOfChunk() {
    return allDims.size() < 3 ? 1 : shape()[2];
  }

  @Override
  public int drawsOfChunk() {
    return 1;
  }

  @Override
  public double[] read(int chain, int firstDraw, int count, int firstRow, int rows) throws Damaged {
    int[] length = shape();
    int[] from = new int[length.length];
    from[0] = chain;
    length[0] = 1;
    from[1] = firstDraw;
    length[1] = count;
    if (length.length > 2) {
      from[2] = firstRow;
      length[2] = rows;
    }
    long size = Arrays.stream(length).asLongStream().reduce(1, Math::multiplyExact);
    if (size > Integer.MAX_VALUE - 8) {
      throw new Damaged("a slice of " + name() + " has " + size + " numbers");
    }
    if (size == 0) {
      return new double[0];
    }
    try {
      Array values = variable.read(from, length);
      return (double[]) values.get1DJavaArray(double.class);
    } catch (IOException | InvalidRangeException e) {
      throw new Damaged("a slice of " + name() + " cannot be read", e);
    }
  }

  /// Texts from bytes of UTF-8, shape (text, byte), each ended by a zero or the last byte.
  static List<String> texts(Array bytes) {
    int[] shape = bytes.getShape();
    char[] all = (char[]) bytes.get1DJavaArray(char.class);
    List<String> texts = new ArrayList<>(shape[0]);
    for (int i = 0; i < shape[0]; i++) {
      byte[] text = new byte[shape[1]];
      int length = 0;
      while (length < text.length && all[i * shape[1] + length] != 0) {
        text[length] = (byte) all[i * shape[1] + length];
        length++;
      }
      texts.add(new String(text, 0, length, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
