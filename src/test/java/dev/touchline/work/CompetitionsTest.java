/// A version says which competitions it was trained on, and keeps to them.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.ImportProgress;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.ModelMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompetitionsTest {
  @TempDir Path root;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = Runs.workspace(root);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private List<String> resolved(TrainRequest request) {
    return Competitions.resolve(request, workspace).competitions();
  }

  /// A match of its own within the training window.
  private void play(String competition, int match) throws IOException {
    Path file = root.resolve(competition + ".csv");
    Files.writeString(
        file,
        """
        match_id,match_date,competition,player_id,player_name,position,team_id,team_name,\
        opponent_id,opponent_name,was_home,minutes,goals,shots,cards
        %d,2018-06-20,%s,1,A. Player,FWD,1,Ours,2,Theirs,1,90,1,4,0
        """
            .formatted(match, competition));
    workspace.rows().importPaths(List.of(file), "csv", ImportProgress.NONE, () -> false);
  }

  @Test
  void withoutAChoiceAllRealOnesAreNamed() throws IOException {
    assertThat(resolved(Runs.request("a"))).containsExactly("sample-tournament");
    play("league", 1);
    play("cup", 2);
    assertThat(resolved(Runs.request("a"))).containsExactlyInAnyOrder("cup", "league");
    assertThat(resolved(Runs.request("a").on(List.of("cup")))).containsExactly("cup");
  }

  @Test
  void rowsThatComeLaterAreNotThoseOfAnEarlierVersion() throws IOException {
    ModelMetadata version =
        new Trainer(workspace)
            .train(Runs.request("first"), TrainListener.NONE, StopSignal.NEVER)
            .metadata();
    assertThat(version.competitions()).containsExactly("sample-tournament");

    play("league", 1);

    assertThat(new TrainedRows(workspace).difference(version)).isEmpty();
  }
}
