/// Small training runs on the sample tournament, for tests of the use cases.
package dev.touchline.work;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Requests that take a second or two: one prop, two chains, few draws, a gate that lets them pass.
final class Runs {
  static final DateSplit SPLIT = split("2018-06-14", "2018-07-05", "2018-07-16");

  private Runs() {}

  static Workspace workspace(Path root) {
    return new Workspace(new Home(root), DatabaseAddress.of(null, root));
  }

  static DateSplit split(String trainStart, String trainEnd, String valEnd) {
    return new DateSplit(
        LocalDate.parse(trainStart), LocalDate.parse(trainEnd), LocalDate.parse(valEnd));
  }

  static TrainRequest request(String version) {
    return request(version, SPLIT, sampler(120, 2), 1.5, 0);
  }

  static TrainRequest request(
      String version, DateSplit split, SamplerSettings sampler, double maxRhat, int keep) {
    return new TrainRequest(
        version, split, List.of(Prop.SHOTS), List.of(), sampler, maxRhat, keep, StopRule.NONE);
  }

  static SamplerSettings sampler(int draws, int threads) {
    return new SamplerSettings(2, draws, 100, 7, 0.8, 10, 1000, threads);
  }

  /// Names in a folder, hidden ones too; empty where there is no folder.
  static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
