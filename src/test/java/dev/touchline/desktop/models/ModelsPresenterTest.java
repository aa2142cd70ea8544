/// The Models panel's presenter on two small versions, without a toolkit.
package dev.touchline.desktop.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.predict.ServedHome;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServedHome.class)
class ModelsPresenterTest {
  private final ModelsModel model = new ModelsModel();
  private final List<Path> opened = new ArrayList<>();
  private final List<String> compared = new ArrayList<>();
  private int changes;

  private ModelsPresenter open(Workspace workspace) {
    var presenter =
        new ModelsPresenter(
            model,
            workspace,
            new Background(Runnable::run, Runnable::run),
            () -> changes++,
            opened::add,
            compared::add);
    presenter.refresh();
    return presenter;
  }

  private void choose(String version) {
    model.chosen.set(row(version));
  }

  private ModelRow row(String version) {
    return model.rows.stream()
        .filter(row -> row.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private Message message() {
    return model.message.get();
  }

  @Test
  void versionsAreListedWithWhatIsKnownOfThem(Workspace workspace) {
    open(workspace);
    assertThat(model.rows)
        .extracting(ModelRow::version)
        .containsExactlyInAnyOrder("v1", "shots-only", "teams");
    ModelRow v1 = row("v1");
    assertThat(v1.served()).isTrue();
    assertThat(v1.damage()).isEmpty();
    assertThat(v1.comparable()).isTrue();
    assertThat(v1.calibration())
        .extracting(ModelRow.PropRow::prop)
        .containsExactly("goals", "shots", "cards");
    assertThat(v1.calibration())
        .allSatisfy(
            prop -> {
              assertThat(prop.ece()).isBetween(0.0, 1.0);
              assertThat(prop.eceLow()).isLessThanOrEqualTo(prop.eceHigh());
              assertThat(prop.coverage()).isBetween(0.5, 1.0);
            });
    assertThat(v1.trained()).isEqualTo("2018-06-14 to 2018-07-05");
    assertThat(v1.facts())
        .anyMatch(fact -> fact.contains("rows of 56 matches (sample-tournament); validated"));
    assertThat(row("shots-only").comparable()).isFalse();
    assertThat(model.chosen.get()).isNotNull();
  }

  @Test
  void theCompetitionsOfAVersionAreNamed(Workspace workspace) throws IOException {
    Path file = workspace.models().folder("v1").resolve("metadata.json");
    String text = Files.readString(file);
    String named =
        text.replaceFirst(
            "\"competitions\"\\s*:\\s*\\[\\s*\"sample-tournament\"\\s*]",
            "\"competitions\":[\"england\",\"cup\"]");
    assertThat(named).isNotEqualTo(text);
    Files.writeString(file, named);
    open(workspace);
    assertThat(row("v1").facts()).anyMatch(fact -> fact.contains("56 matches (england, cup);"));
  }

  @Test
  void anotherVersionIsServedAndTheRestHearsOfIt(Workspace workspace) {
    ModelsPresenter presenter = open(workspace);
    choose("shots-only");
    presenter.serve();
    assertThat(workspace.models().served()).contains("shots-only");
    assertThat(message()).isEqualTo(Message.done("Predictions use shots-only now."));
    assertThat(row("shots-only").served()).isTrue();
    assertThat(changes).isEqualTo(1);
    // What was chosen stays chosen though the rows are new.
    assertThat(Objects.requireNonNull(model.chosen.get()).version()).isEqualTo("shots-only");
  }

  @Test
  void deletingAsksOnceAndCanBeDropped(Workspace workspace) {
    ModelsPresenter presenter = open(workspace);
    choose("shots-only");
    presenter.askToDelete();
    assertThat(model.question.get()).contains("Delete shots-only");
    presenter.cancel();
    assertThat(model.question.get()).isEmpty();
    presenter.confirm();
    assertThat(workspace.models().exists("shots-only")).as("nothing was asked any more").isTrue();
    presenter.askToDelete();
    presenter.confirm();
    assertThat(workspace.models().exists("shots-only")).isFalse();
    assertThat(model.rows).extracting(ModelRow::version).containsExactlyInAnyOrder("v1", "teams");
    assertThat(message().text()).contains("shots-only is deleted");
  }

  @Test
  void aVersionThatWasDeletedElsewhereIsAFaultInPlace(Workspace workspace) {
    ModelsPresenter presenter = open(workspace);
    choose("shots-only");
    workspace.models().delete("shots-only");
    presenter.serve();
    assertThat(message().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(message().text()).contains("shots-only");
    assertThat(message().remedy()).isNotEmpty();
    assertThat(workspace.models().served()).contains("v1");
    assertThat(model.working.get()).isFalse();
  }

  @Test
  void pruningKeepsTheNewestAndTheServedOne(Workspace workspace) {
    ModelsPresenter presenter = open(workspace);
    presenter.askToPrune(1);
    assertThat(model.question.get()).contains("the newest 1");
    presenter.confirm();
    assertThat(workspace.models().exists("v1")).isTrue();
    presenter.askToPrune(5);
    presenter.confirm();
    assertThat(message().text()).isEqualTo("Nothing to delete.");
  }

  @Test
  void filesAreVerifiedAndDamageIsNamed(Workspace workspace) throws IOException {
    ModelsPresenter presenter = open(workspace);
    choose("v1");
    presenter.verify();
    assertThat(message()).isEqualTo(Message.done("v1 is sound."));
    Path trace = workspace.models().folder("v1").resolve("trace.nc");
    byte[] bytes = Files.readAllBytes(trace);
    bytes[bytes.length / 2] ^= 1;
    Files.write(trace, bytes);
    presenter.verify();
    assertThat(message().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(message().text()).startsWith("v1: ");
    assertThat(model.working.get()).isFalse();
  }

  @Test
  void aDamagedVersionIsListedWithItsDamage(Workspace workspace) throws IOException {
    Files.writeString(workspace.models().folder("v1").resolve("metadata.json"), "{\"form");
    open(workspace);
    assertThat(row("v1").verdict()).isEqualTo("damaged");
    assertThat(row("v1").damage()).isNotEmpty();
    assertThat(row("v1").comparable()).isFalse();
    assertThat(row("shots-only").damage()).isEmpty();
  }

  @Test
  void folderAndComparisonAreOfTheChosenVersion(Workspace workspace) {
    ModelsPresenter presenter = open(workspace);
    choose("v1");
    presenter.openFolder();
    presenter.compare();
    assertThat(opened).containsExactly(workspace.models().folder("v1"));
    assertThat(compared).containsExactly("v1");
  }
}
