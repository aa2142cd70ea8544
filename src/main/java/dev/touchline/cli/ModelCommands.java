/// `touchline models …`: the model store.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import dev.touchline.work.InterruptedRun;
import dev.touchline.work.ModelResults;
import dev.touchline.work.RhatText;
import dev.touchline.work.StoredModel;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@picocli.CommandLine.Command(
    name = "models",
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists, shows, serves, verifies and deletes versions.",
    footer = {"", "Example: touchline models show v1.1"})
final class ModelCommands implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  private static Object facts(StoredModel model) {
    ModelMetadata m = model.metadata();
    ModelResults r = model.results();
    return Facts.of(
        "version", model.version(),
        "served", model.served(),
        "damage", model.damage(),
        "bytes", model.bytes(),
        "folder", model.folder().toString(),
        "created", m == null ? null : m.created(),
        "status", m == null ? null : m.status(),
        "model", m == null ? null : m.model(),
        "variant", m == null ? null : m.variant().key(),
        "props", m == null ? null : m.props(),
        "dates", m == null ? null : m.dates(),
        "rows", m == null ? null : m.rows(),
        "matches", m == null ? null : m.matches(),
        "players", m == null ? null : m.players().size(),
        "opponents", m == null ? null : m.opponents().size(),
        "chains", m == null ? null : m.chains(),
        "draws", m == null ? null : m.draws(),
        "tune", m == null ? null : m.tune(),
        "seed", m == null ? null : m.seed(),
        "data_hash", m == null ? null : m.dataHash(),
        "software", m == null ? null : m.software(),
        "results", r);
  }

  @picocli.CommandLine.Command(
      name = "list",
      description = "Lists all versions, newest first, and the runs that were not published.",
      footer = {"", "Example: touchline models list"})
  static final class ListAll extends Command {
    ListAll(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        List<StoredModel> models = workspace.models().list();
        List<StoredModel> unpublished = workspace.models().unpublished();
        List<InterruptedRun> interrupted = workspace.checkpoints().list();
        if (json()) {
          printJson(
              Facts.of(
                  "models", models.stream().map(ModelCommands::facts).toList(),
                  "unpublished", unpublished.stream().map(ModelCommands::facts).toList(),
                  "interrupted", interrupted.stream().map(ListAll::facts).toList()));
          return 0;
        }
        if (models.isEmpty()) {
          print("There are no versions yet. Train one: touchline train --help");
        } else {
          print(
              "  %-24s %-12s %-10s %-26s %7s %8s %9s  %s",
              "version", "task", "model", "trained on", "R-hat", "ECE", "size", "verdict");
          models.forEach(this::line);
        }
        if (!unpublished.isEmpty()) {
          print("Not published (touchline diagnose VERSION says why):");
          unpublished.forEach(this::unpublished);
        }
        if (!interrupted.isEmpty()) {
          print("Interrupted (the same train command with --resume goes on):");
          for (InterruptedRun run : interrupted) {
            print(
                "  %-24s %s – %s, begun %s, %s",
                run.version(),
                run.request().split().trainStart(),
                run.request().split().trainEnd(),
                run.started(),
                run.progress());
          }
        }
        return 0;
      }
    }

    private static Object facts(InterruptedRun run) {
      return Facts.of(
          "version", run.version(),
          "started", run.started().toString(),
          "done", run.done(),
          "total", run.total(),
          "request", run.request());
    }

    private void unpublished(StoredModel model) {
      ModelMetadata m = model.metadata();
      ModelResults r = model.results();
      print(
          "- %-24s %-12s %-10s %-26s %7s %8s %9s  %s",
          model.version(),
          m == null ? "?" : m.model().replace('_', '-'),
          m == null ? "?" : m.variant().key(),
          m == null ? "?" : m.dates().trainStart() + " – " + m.dates().trainEnd(),
          r == null ? "–" : RhatText.of(r.convergence().maxRhat(), 4),
          "–",
          Tables.bytes(model.bytes()),
          m == null ? "damaged: " + model.damage() : m.status().replace('_', ' '));
    }

    private void line(StoredModel model) {
      String damage = model.damage();
      ModelMetadata m = model.metadata();
      ModelResults r = model.results();
      if (m == null || r == null) {
        print(
            "! %-24s damaged: %s (touchline models delete %s)",
            model.version(), String.valueOf(damage), model.version());
        return;
      }
      print(
          "%s %-24s %-12s %-10s %-26s %7s %8s %9s  %s",
          model.served() ? "*" : " ",
          model.version(),
          m.model().replace('_', '-'),
          m.variant().key(),
          m.dates().trainStart() + " – " + m.dates().trainEnd(),
          RhatText.of(r.convergence().maxRhat(), 4),
          String.format(Locale.ROOT, "%.4f", r.averageEce()),
          Tables.bytes(model.bytes()),
          damage == null ? r.convergence().verdict().replace('_', ' ') : damage);
    }
  }

  @picocli.CommandLine.Command(
      name = "show",
      description = "Shows a version with its decision gate.",
      footer = {"", "Example: touchline models show v1.1"})
  static final class Show extends Command {
    @Parameters(paramLabel = "VERSION", description = "The version.")
    @SuppressWarnings("NullAway.Init")
    private String version;

    Show(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        StoredModel model = workspace.models().findAny(version);
        if (json()) {
          printJson(facts(model));
          return 0;
        }
        ModelMetadata m = workspace.models().metadata(model);
        print(
            "%s%s: %s, model %s (%s), props %s",
            model.version(),
            model.served() ? " (served)" : "",
            m.model().replace('_', '-'),
            m.variant().key(),
            m.variant().summary(),
            String.join(", ", m.props().stream().map(p -> p.key()).toList()));
        print(
            "trained %s on %,d rows of %d matches, %s to %s; validation to %s (%,d rows)",
            m.created(),
            m.rows(),
            m.matches(),
            m.dates().trainStart(),
            m.dates().trainEnd(),
            m.dates().valEnd(),
            m.validationRows());
        print(
            "%d players, %d opponents; %d × %,d draws after %,d, seed %d; %s",
            m.players().size(),
            m.opponents().size(),
            m.chains(),
            m.draws(),
            m.tune(),
            m.seed(),
            Tables.bytes(model.bytes()));
        ModelResults r = model.results();
        if (r != null) {
          print("Decision gate");
          for (ModelResults.GateLine line : r.gate()) {
            print("  %s %-26s %s", line.holds() ? "yes" : "NO ", line.criterion(), line.figure());
          }
          print("Verdict: %s", verdict(m, r));
          print("%s", r.convergence().sentence());
          r.convergence().advice().forEach(advice -> print("→ %s", advice));
          r.calibration()
              .forEach((prop, c) -> print("%s", Tables.calibration(Prop.parse(prop), c)));
        } else {
          print("Verdict: not published (%s)", m.status().replace('_', ' '));
        }
        return 0;
      }
    }

    private static String verdict(ModelMetadata m, ModelResults r) {
      if (!m.status().equals(TrainOutcome.PUBLISHED)) {
        return "not published (" + m.status().replace('_', ' ') + ")";
      }
      return r.usable() ? "may be used" : "look closer before using it";
    }
  }

  @picocli.CommandLine.Command(
      name = "delete",
      description =
          "Deletes a version, or what an unpublished or interrupted run left; the served one is"
              + " refused.",
      footer = {"", "Example: touchline models delete v1.0"})
  static final class Delete extends Command {
    @Parameters(paramLabel = "VERSION", description = "The version.")
    @SuppressWarnings("NullAway.Init")
    private String version;

    Delete(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        boolean interrupted = workspace.checkpoints().find(version).isPresent();
        if (!interrupted || workspace.models().exists(version)) {
          workspace.models().delete(version);
        }
        if (interrupted) {
          workspace.checkpoints().delete(version);
        }
        if (json()) {
          printJson(Facts.of("deleted", List.of(version)));
        } else {
          print("%s deleted", version);
        }
        return 0;
      }
    }
  }

  @picocli.CommandLine.Command(
      name = "prune",
      description = "Deletes all but the newest versions; the served one always stays.",
      footer = {"", "Example: touchline models prune --keep 3"})
  static final class Prune extends Command {
    @Option(names = "--keep", required = true, paramLabel = "N", description = "Versions to keep.")
    private int keep;

    Prune(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        List<String> deleted = workspace.models().prune(keep);
        if (json()) {
          printJson(Facts.of("deleted", deleted));
        } else {
          print(
              deleted.isEmpty() ? "Nothing to delete" : "Deleted: %s", String.join(", ", deleted));
        }
        return 0;
      }
    }
  }

  @picocli.CommandLine.Command(
      name = "serve",
      description = "Makes the workbench's predictions use a version.",
      footer = {"", "Example: touchline models serve v1.1"})
  static final class Serve extends Command {
    @Parameters(paramLabel = "VERSION", description = "The version.")
    @SuppressWarnings("NullAway.Init")
    private String version;

    Serve(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        workspace.models().serve(version);
        if (json()) {
          printJson(Facts.of("served", version));
        } else {
          print("%s is served", version);
        }
        return 0;
      }
    }
  }

  @picocli.CommandLine.Command(
      name = "verify",
      description = "Reads versions whole and reports what is wrong with them.",
      footer = {"", "Examples", "  touchline models verify", "  touchline models verify v1.1"})
  static final class Verify extends Command {
    @Parameters(arity = "0..1", paramLabel = "VERSION", description = "One version (default: all).")
    private @Nullable String version;

    Verify(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        List<StoredModel> models =
            version == null ? workspace.models().list() : List.of(workspace.models().find(version));
        List<Object> facts = new ArrayList<>();
        boolean sound = true;
        for (StoredModel model : models) {
          List<String> problems = workspace.models().verify(model);
          sound &= problems.isEmpty();
          facts.add(Facts.of("version", model.version(), "problems", problems));
          if (!json()) {
            print(
                "%-24s %s",
                model.version(), problems.isEmpty() ? "sound" : String.join(" ", problems));
          }
        }
        if (json()) {
          printJson(Facts.of("models", facts));
        }
        return sound ? 0 : Fault.Kind.STORAGE.exitCode();
      }
    }
  }
}
