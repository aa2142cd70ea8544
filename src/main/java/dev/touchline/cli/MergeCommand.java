/// `touchline data merge`: which players are one person.
package dev.touchline.cli;

import dev.touchline.data.MergeProposal;
import dev.touchline.data.PlayerSummary;
import dev.touchline.work.Identities;
import dev.touchline.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@picocli.CommandLine.Command(
    name = "merge",
    description = {
      "Reads the rows of one player as those of another, under whose id he is kept.",
      "Without ids: lists the players who may be one person, and those merged so far."
    },
    footer = {
      "",
      "Examples: touchline data merge",
      "          touchline data merge 1000005503 5503",
      "          touchline data merge --undo 1000005503"
    })
final class MergeCommand extends Command {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(arity = "0..2", paramLabel = "ID INTO-ID", description = "The player, and who he is.")
  private List<Long> ids = new ArrayList<>();

  @Option(names = "--undo", paramLabel = "ID", description = "Take the merge of this player back.")
  private @Nullable Long undo;

  MergeCommand(Session session) {
    super(session);
  }

  @Override
  int run() {
    Long back = undo;
    if (ids.size() == 1 || (back != null && !ids.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "Give two ids, or one with --undo, or none to see the proposals.");
    }
    try (Workspace workspace = workspace()) {
      Identities identities = workspace.identities();
      if (back != null) {
        identities.split(back);
        if (json()) {
          printJson(Facts.of("split", back));
        } else {
          print("%d is a player of his own again.", back);
        }
      } else if (ids.isEmpty()) {
        show(identities);
      } else {
        PlayerSummary player = identities.merge(ids.getFirst(), ids.getLast());
        if (json()) {
          printJson(Facts.of("merged", ids.getFirst(), "player", player));
        } else {
          print(
              "%d is read as %s (%d), who has %,d rows now. Models trained so far are as they were.",
              ids.getFirst(), player.name(), player.id(), player.rows());
        }
      }
      return 0;
    }
  }

  private void show(Identities identities) {
    List<MergeProposal> proposals = identities.proposals();
    Map<Long, Long> merged = identities.merged();
    if (json()) {
      printJson(Facts.of("proposals", proposals, "merged", merged));
      return;
    }
    if (proposals.isEmpty()) {
      print("No two players look like one person.");
    }
    for (MergeProposal one : proposals) {
      print("touchline data merge %d %d", one.player().id(), one.into().id());
      print("    %s", one.words());
    }
    merged.forEach((id, into) -> print("merged: %d is read as %d", id, into));
  }
}
