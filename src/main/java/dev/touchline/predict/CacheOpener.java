/// Opens posterior caches, with second tries and within the memory there is.
package dev.touchline.predict;

import dev.touchline.fault.Fault;
import dev.touchline.fault.FreeMemory;
import dev.touchline.fault.Memory;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses the number of samples and loads them.
final class CacheOpener {
  /// Fewer are never taken for want of memory.
  static final int LEAST_SAMPLES = 50;

  /// Part of the free memory that a cache may take.
  private static final double SHARE = 0.6;

  private static final Logger LOG = LoggerFactory.getLogger(CacheOpener.class);

  private final ModelMetadata metadata;
  private final String name;
  private final FreeMemory memory;

  /// @param name the trace, in words: its file
  /// @param memory what the cache may take its part of
  CacheOpener(ModelMetadata metadata, String name, FreeMemory memory) {
    this.metadata = metadata;
    this.name = name;
    this.memory = memory;
  }

  /// A cache and what is to be said about it.
  record Opened(PosteriorCache cache, List<String> warnings) {}

  /// Opens, loads and closes; once more after a failure that may pass.
  Opened open(Supplier<TraceSource> source, int wanted) {
    return twice(
        () -> {
          try (TraceSource trace = source.get()) {
            return attempt(trace, wanted);
          }
        });
  }

  /// The same from a trace that stays open.
  Opened of(TraceSource trace, int wanted) {
    return twice(() -> attempt(trace, wanted));
  }

  private Opened twice(Supplier<Opened> attempt) {
    try {
      return attempt.get();
    } catch (RuntimeException first) {
      if (!mayPass(first)) {
        throw first;
      }
      LOG.warn("Trace {} could not be read, trying once more: {}", name, first.getMessage());
      try {
        return attempt.get();
      } catch (RuntimeException second) {
        throw mayPass(second) ? damaged(second) : second;
      }
    }
  }

  private static boolean mayPass(RuntimeException failure) {
    return !(failure instanceof Fault fault)
        || (fault.kind() == Fault.Kind.STORAGE
            && !fault.details().containsKey(TraceFit.MISFIT)
            // Where the file itself was tried twice, a third time is no news.
            && !fault.details().containsKey(TraceFiles.TRIES));
  }

  private Fault damaged(RuntimeException cause) {
    if (cause instanceof Fault fault && String.valueOf(fault.getMessage()).contains(name)) {
      return fault; // says the file and what is wrong with it already
    }
    return new Fault(
        Fault.Kind.STORAGE,
        "The trace " + name + " cannot be read (" + cause.getMessage() + ").",
        "Restore the file from a backup, or train the version again.",
        Map.of("file", name),
        cause);
  }

  private Opened attempt(TraceSource trace, int wanted) {
    if (wanted < 1) {
      throw new Fault(
          Fault.Kind.USAGE,
          "A predictor cannot keep " + wanted + " samples.",
          "Ask for at least 1 sample, best " + Predictor.SAMPLES + ".");
    }
    TraceFit.check(metadata, trace, name);
    List<String> warnings = new ArrayList<>();
    int samples = wanted;
    long draws = (long) trace.chains() * trace.draws();
    if (draws < samples) {
      samples = (int) draws;
      warn(warnings, "The trace holds %d draws, all of which are used.".formatted(draws));
    }
    return load(trace, samples, warnings);
  }

  private Opened load(TraceSource trace, int wanted, List<String> warnings) {
    int samples = Math.min(wanted, fitting(wanted));
    while (true) {
      try {
        PosteriorCache cache = CacheLoader.load(metadata, trace, name, samples);
        if (samples < wanted) {
          warn(
              warnings,
              "Memory is short: %d samples are used instead of %d, so intervals are a little less exact."
                  .formatted(samples, wanted));
        }
        return new Opened(cache, List.copyOf(warnings));
      } catch (OutOfMemoryError e) {
        if (samples <= LEAST_SAMPLES) {
          throw new Fault(
              Fault.Kind.MEMORY,
              "There is not enough memory for %d samples of model %s: the program may use %s."
                  .formatted(samples, metadata.version(), Memory.limit()),
              "Close what else it has open, or " + Memory.MORE + ".",
              e);
        }
        LOG.warn("{} samples do not fit into memory", samples);
        samples = Math.max(LEAST_SAMPLES, samples / 2);
      }
    }
  }

  private int fitting(int wanted) {
    int slopes = RequestCheck.slopes(metadata);
    int effects = metadata.players().size() + metadata.opponents().size() + metadata.teams().size();
    int props = metadata.props().size();
    long base = PosteriorCache.bytes(0, props, slopes, effects);
    long each = PosteriorCache.bytes(1, props, slopes, effects) - base;
    double room = SHARE * memory.bytes((long) ((base + wanted * each) / SHARE));
    return (int) Math.clamp((room - base) / each, LEAST_SAMPLES, Math.max(LEAST_SAMPLES, wanted));
  }

  private static void warn(List<String> warnings, String sentence) {
    LOG.warn("{}", sentence);
    warnings.add(sentence);
  }
}
