/// Pinned answers come back at the next start, priced by the version that is served then.
package dev.touchline.desktop.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.MemoryDialogs;
import dev.touchline.desktop.chart.MemoryExports;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Message;
import dev.touchline.football.Prop;
import dev.touchline.work.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServedHome.class)
class PinsTest {
  /// One start of the window: its panel, without a view.
  private static final class Start {
    final PredictModel model = new PredictModel();
    final PredictPresenter presenter;
    final PredictPanel panel;

    Start(Workspace workspace, Map<String, String> choices) {
      presenter =
          new PredictPresenter(model, workspace, new Background(Runnable::run, Runnable::run));
      panel = new PredictPanel(model, presenter, new MemoryExports(), new MemoryDialogs());
      panel.restore(choices);
    }

    Start open() {
      presenter.refresh();
      return this;
    }

    /// What the settings keep, and the end.
    Map<String, String> close() {
      Map<String, String> choices = panel.choices();
      presenter.close();
      return choices;
    }

    double shots(int pin) {
      return Objects.requireNonNull(model.pinned.get(pin).props().get(Prop.SHOTS)).mean();
    }
  }

  /// Pins an edited question away, and a new player's.
  private static Start pinned(Workspace workspace) {
    Start first = new Start(workspace, Map.of()).open();
    first.model.player.set("Bartek Pioka");
    first.model.opponent.set("Ysmark");
    first.model.venue.set(PredictModel.Venue.AWAY);
    first.model.minutes.set("63");
    first.model.interval.set(0.8);
    first.model.features.getFirst().text.set("1.75");
    first.presenter.pin();
    first.model.newcomer.set(true);
    first.model.minutesExpected.set(true);
    first.presenter.pin();
    return first;
  }

  @Test
  void pinsComeBackAsTheyWere(Workspace workspace) {
    Start first = pinned(workspace);
    List<String> titles = first.model.pinned.stream().map(Priced::title).toList();
    List<Double> shots = List.of(first.shots(0), first.shots(1));
    Start second = new Start(workspace, first.close());
    assertThat(second.model.pinned).isEmpty();
    second.open();
    assertThat(second.model.pinned).extracting(Priced::title).containsExactlyElementsOf(titles);
    assertThat(second.model.pinned).extracting(Priced::interval).containsExactly(0.8, 0.8);
    assertThat(List.of(second.shots(0), second.shots(1))).isEqualTo(shots);
    assertThat(second.model.message.get()).isEqualTo(Message.NONE);
    second.presenter.unpin(second.model.pinned.getFirst());
    Start third = new Start(workspace, second.close()).open();
    assertThat(third.model.pinned).extracting(Priced::title).containsExactly(titles.get(1));
    third.close();
  }

  @Test
  void pinsThatNobodyHasPricedYetAreKept(Workspace workspace) {
    Map<String, String> choices = pinned(workspace).close();
    Map<String, String> again = new Start(workspace, choices).close();
    assertThat(again.get("predict.pins")).isEqualTo(choices.get("predict.pins"));
  }

  @Test
  void anotherVersionPricesThemAndIsNamed(Workspace workspace) {
    Map<String, String> choices = pinned(workspace).close();
    workspace.models().serve("shots-only");
    Start second = new Start(workspace, choices).open();
    assertThat(second.model.pinned)
        .hasSize(2)
        .allSatisfy(
            answer -> {
              assertThat(answer.version()).isEqualTo("shots-only");
              assertThat(answer.props()).containsOnlyKeys(Prop.SHOTS);
            });
    assertThat(second.model.message.get().text())
        .isEqualTo("Pins of v1 are priced by shots-only now.");
    assertThat(second.model.message.get().kind()).isEqualTo(Message.Kind.INFO);
    second.close();
  }

  @Test
  void whoIsNotKnownAnyMoreIsLetGoWithAWord(Workspace workspace) {
    Map<String, String> choices = new HashMap<>(pinned(workspace).close());
    String pins = Objects.requireNonNull(choices.get("predict.pins"));
    String id = pins.replaceFirst("(?s).*?\"player\":\"(\\d+)\".*", "$1");
    for (String other :
        List.of(
            pins.replace("\"player\":\"" + id + "\"", "\"player\":\"424242\""),
            pins.replaceFirst("Bartek Pioka", "Somebody Else"),
            pins.replaceFirst("Ysmark", "Elsewhere"),
            pins.replaceFirst("form_\\w+", "form_of_old"))) {
      choices.put("predict.pins", other);
      Start second = new Start(workspace, choices).open();
      assertThat(second.model.pinned).as(other).hasSize(1);
      assertThat(second.model.message.get().text())
          .startsWith("A pin is gone: v1 cannot price ")
          .endsWith(" any more.");
      assertThat(second.close().get("predict.pins")).contains("new player").hasSizeLessThan(500);
    }
  }

  @Test
  void whomTheModelKnewAndNoLongerKnowsIsNotPricedAsTheAverage(Workspace workspace) {
    Map<String, String> choices = pinned(workspace).close();
    String pins = Objects.requireNonNull(choices.get("predict.pins"));
    String knew = pins.replace("\"playerKnown\":false", "\"playerKnown\":true");
    assertThat(knew).isNotEqualTo(pins);
    Start second = new Start(workspace, Map.of("predict.pins", knew)).open();
    assertThat(second.model.pinned).extracting(Priced::player).containsExactly("Bartek Pioka");
    assertThat(second.model.message.get().text())
        .isEqualTo("A pin is gone: v1 cannot price new player against Ysmark any more.");
    second.close();
  }

  @Test
  void whatCannotBeReadIsLeftOut(Workspace workspace) {
    for (String text : List.of("", "no JSON", "null", "[null, {}, {\"player\":\"x\"}]")) {
      Start start = new Start(workspace, Map.of("predict.pins", text)).open();
      assertThat(start.model.pinned).isEmpty();
      assertThat(start.model.ready.get()).isTrue();
      assertThat(start.close().get("predict.pins")).isEqualTo("[]");
    }
  }
}
