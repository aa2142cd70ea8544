/// Writes InferenceData as netCDF-3, one file a group, in pure Java.
package dev.touchline.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ucar.nc2.NetcdfFileWriter;

/// The last engine, which works everywhere: netCDF-3 with 64-bit offsets. That format has no groups
/// and no compression. `trace.nc` is the posterior, `trace.sample_stats.nc` and so on are the other
/// groups. The main file's attribute `group_files` lists the others with their seals, a line each,
/// so that they cannot be missing, changed or mixed up unnoticed.
final class Netcdf3Engine implements TraceEngine {
  /// The attribute that lists the groups in files of their own: `<group>: <seal>` in each line.
  static final String GROUP_FILES = "group_files";

  /// The attribute that says which group a file holds.
  static final String GROUP = "group";

  /// The format's limit for any variable (but the last) of a file.
  private static final long MOST_BYTES = (1L << 32) - 4;

  @Override
  public String name() {
    return "netCDF-3 by netCDF-Java";
  }

  @Override
  public void write(TraceContents contents, Map<String, String> attributes, PartFiles parts)
      throws IOException {
    List<GroupPlan> plans = GroupPlan.of(contents);
    for (GroupPlan plan : plans) {
      requireRoom(plan);
    }
    List<String> seals = new ArrayList<>();
    for (GroupPlan plan : plans.subList(1, plans.size())) {
      Path file = parts.companion(plan.name());
      write(plan, attributes, file);
      seals.add(plan.name() + ": " + Seal.put(file));
    }
    Map<String, String> all = new TreeMap<>(attributes);
    all.put(GROUP_FILES, String.join("\n", seals));
    write(plans.getFirst(), all, parts.main());
  }

  private static void write(GroupPlan plan, Map<String, String> attributes, Path file)
      throws IOException {
    Map<String, String> own = new TreeMap<>(attributes);
    own.put(GROUP, plan.name());
    NetcdfFileWriter writer =
        NetcdfFileWriter.createNew(NetcdfFileWriter.Version.netcdf3, file.toString());
    try {
      writer.setLargeFile(true);
      CdmGroup group = new CdmGroup(writer, null, CdmForm.NETCDF3, plan);
      group.define(own);
      writer.create();
      group.fill();
    } finally {
      writer.close();
    }
  }

  private static void requireRoom(GroupPlan plan) throws IOException {
    if (plan.draws() == null) {
      return;
    }
    TraceSource source = plan.draws().source();
    for (var parameter : plan.parameters()) {
      long bytes = (long) Double.BYTES * source.chains() * source.draws() * parameter.size();
      if (bytes > MOST_BYTES) {
        throw new IOException(
            "%s of %s has %,d MB, and a variable of netCDF-3 may have 4,096"
                .formatted(parameter.name(), plan.name(), bytes >> 20));
      }
    }
  }
}
