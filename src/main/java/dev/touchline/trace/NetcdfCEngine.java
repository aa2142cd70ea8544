/// Writes InferenceData as netCDF-4 through an installed netCDF library.
package dev.touchline.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ucar.nc2.Attribute;
import ucar.nc2.Group;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.write.Nc4ChunkingDefault;

/// The second engine: the same groups, chunks, shuffle and deflate as the first, by the C library
/// of the system (libnetcdf), which netCDF-Java calls.
final class NetcdfCEngine implements TraceEngine {
  private static final Logger LOG = LoggerFactory.getLogger(NetcdfCEngine.class);
  private static final int DEFLATE = 1;

  @Override
  public String name() {
    return "netCDF-4 by libnetcdf";
  }

  @Override
  public void write(TraceContents contents, Map<String, String> attributes, PartFiles parts)
      throws IOException {
    try (NetcdfLibrary _ = NetcdfLibrary.open()) {
      NetcdfFileWriter writer =
          NetcdfFileWriter.createNew(
              NetcdfFileWriter.Version.netcdf4,
              parts.main().toString(),
              new Nc4ChunkingDefault(DEFLATE, true));
      boolean whole = false;
      try {
        Group root = writer.addGroup(null, "");
        List<CdmGroup> groups = new ArrayList<>();
        for (GroupPlan plan : GroupPlan.of(contents)) {
          CdmGroup group =
              new CdmGroup(writer, writer.addGroup(root, plan.name()), CdmForm.NETCDF4, plan);
          group.define(attributes);
          groups.add(group);
        }
        attributes.forEach(
            (name, value) -> writer.addGroupAttribute(root, new Attribute(name, value)));
        writer.create();
        for (CdmGroup group : groups) {
          group.fill();
        }
        writer.close();
        whole = true;
      } finally {
        if (!whole) {
          abort(writer);
        }
      }
    }
  }

  private static void abort(NetcdfFileWriter writer) {
    try {
      writer.abort();
    } catch (IOException | RuntimeException e) {
      LOG.debug("not closed: {}", e.toString());
    }
  }
}
