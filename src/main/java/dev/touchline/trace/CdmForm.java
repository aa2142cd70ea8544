/// How a netCDF format stores texts and ids.
package dev.touchline.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.nc2.Attribute;
import ucar.nc2.Variable;
import ucar.nc2.constants.CDM;

/// What differs between netCDF-4 and netCDF-3.
enum CdmForm {
  /// Texts and integers of 64 bits are types of their own; variables lie in chunks.
  NETCDF4 {
    @Override
    void texts(CdmGroup group, String name, String dim, List<String> values) {
      Variable variable = group.variable(name, DataType.STRING, List.of(dim));
      group.later(
          variable,
          Array.factory(String.class, new int[] {values.size()}, values.toArray(new String[0])));
    }

    @Override
    void ids(CdmGroup group, String name, String dim, long[] values) {
      Variable variable = group.variable(name, DataType.LONG, List.of(dim));
      group.later(variable, Array.factory(long.class, new int[] {values.length}, values));
    }

    @Override
    void chunks(Variable variable, long[] shape) {
      int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
      variable.addAttribute(
          new Attribute(
              CDM.CHUNK_SIZES, Array.factory(int.class, new int[] {sizes.length}, sizes)));
    }
  },

  /// Texts are bytes of UTF-8 along a dimension of their own, as xarray writes and reads them
  /// (`_Encoding`). Ids that do not fit into 32 bits are texts, too.
  NETCDF3 {
    @Override
    void texts(CdmGroup group, String name, String dim, List<String> values) {
      group.later(textVariable(group, name, dim, values), bytes(values));
    }

    @Override
    void ids(CdmGroup group, String name, String dim, long[] values) {
      if (LongStream.of(values).allMatch(value -> value == (int) value)) {
        Variable variable = group.variable(name, DataType.INT, List.of(dim));
        int[] small = LongStream.of(values).mapToInt(value -> (int) value).toArray();
        group.later(variable, Array.factory(int.class, new int[] {values.length}, small));
      } else {
        List<String> texts = LongStream.of(values).mapToObj(Long::toString).toList();
        Variable variable = textVariable(group, name, dim, texts);
        variable.addAttribute(new Attribute(ID_TYPE, ID_TYPE_LONG));
        group.later(variable, bytes(texts));
      }
    }

    @Override
    void chunks(Variable variable, long[] shape) {
      // Everything lies as it comes.
    }
  };

  /// The attribute that says what texts stand for, and its only value.
  static final String ID_TYPE = "touchline_type";

  static final String ID_TYPE_LONG = "int64";

  /// Defines a variable of texts along a dimension, to be written later.
  abstract void texts(CdmGroup group, String name, String dim, List<String> values);

  /// Defines a variable of whole numbers of 64 bits along a dimension, to be written later.
  abstract void ids(CdmGroup group, String name, String dim, long[] values);

  /// Sets the shape of a variable's chunks.
  abstract void chunks(Variable variable, long[] shape);

  private static Variable textVariable(
      CdmGroup group, String name, String dim, List<String> values) {
    int width = width(values);
    String bytes = "string" + width;
    group.dimension(bytes, width);
    Variable variable = group.variable(name, DataType.CHAR, List.of(dim, bytes));
    variable.addAttribute(new Attribute("_Encoding", "utf-8"));
    return variable;
  }

  private static int width(List<String> values) {
    return values.stream()
        .mapToInt(value -> value.getBytes(StandardCharsets.UTF_8).length)
        .reduce(1, Math::max);
  }

  /// Shape (text, byte), padded with zeros.
  private static Array bytes(List<String> values) {
    int width = width(values);
    char[] bytes = new char[values.size() * width];
    for (int i = 0; i < values.size(); i++) {
      byte[] text = values.get(i).getBytes(StandardCharsets.UTF_8);
      for (int b = 0; b < text.length; b++) {
        bytes[i * width + b] = (char) (text[b] & 0xff);
      }
    }
    return Array.factory(char.class, new int[] {values.size(), width}, bytes);
  }
}
