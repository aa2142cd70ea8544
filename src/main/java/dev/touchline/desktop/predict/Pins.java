/// Keeps pinned answers with their questions, so that they come back at the next start.
package dev.touchline.desktop.predict;

import com.google.gson.Gson;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.football.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// On the screen's thread. Pins of before wait for the first version that is opened, and are kept
/// as they are where none is.
final class Pins {
  private static final Logger LOG = LoggerFactory.getLogger(Pins.class);

  private final PredictModel model;
  private final Map<Priced, Pin> questions = new IdentityHashMap<>();
  private final List<Pin> waiting = new ArrayList<>();

  Pins(PredictModel model) {
    this.model = model;
  }

  void add(Priced answer, Pin question) {
    if (!model.pinned.contains(answer)) {
      questions.put(answer, question);
      model.pinned.add(answer);
    }
  }

  void remove(Priced answer) {
    model.pinned.remove(answer);
    questions.remove(answer);
  }

  /// What is to be remembered.
  String text() {
    return new Gson()
        .toJson(
            Stream.concat(
                    waiting.stream(),
                    model.pinned.stream().map(questions::get).filter(Objects::nonNull))
                .toList());
  }

  /// What was remembered; what cannot be read is left out.
  void restore(String text) {
    try {
      Pin[] read = new Gson().fromJson(text, Pin[].class);
      if (read != null) {
        Arrays.stream(read).filter(pin -> pin != null && pin.sound()).forEach(waiting::add);
      }
    } catch (RuntimeException e) { // Gson's own, and what it wraps
      LOG.warn("Pinned answers cannot be read: {}", text, e);
    }
  }

  /// Prices what waits by the version that was opened, and says what could not come back.
  void open(PriceDesk desk) {
    List<Pin> back = List.copyOf(waiting);
    waiting.clear();
    List<String> lost = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Pin pin : back) {
      if (questions.values().stream().anyMatch(pin::asksTheSame)) {
        continue;
      }
      Priced answer = answer(desk, pin);
      if (answer == null) {
        lost.add(pin.title());
      } else {
        add(answer, Pin.of(pin.question(), pin.features(), answer));
        if (!pin.version().equals(desk.version()) && !others.contains(pin.version())) {
          others.add(pin.version());
        }
      }
    }
    tell(desk.version(), others, lost);
  }

  private static @Nullable Priced answer(PriceDesk desk, Pin pin) {
    String player = pin.player();
    if (player != null && !same(desk.player(Long.parseLong(player)), pin.playerName())
        || !pin.opponent().isEmpty()
            && !same(desk.opponent(Long.parseLong(pin.opponent())), pin.opponentName())) {
      return null;
    }
    try {
      Priced answer = desk.price(pin.question());
      return pin.lostIn(answer) ? null : answer;
    } catch (Fault fault) {
      LOG.info("{} cannot be priced: {}", pin.title(), fault.getMessage());
      return null;
    }
  }

  /// Another database may have given the id to somebody else; another spelling leaves a part.
  private static boolean same(@Nullable Suggestion found, String name) {
    if (found == null) {
      return false;
    }
    List<String> parts = List.of(Names.fold(found.name()).split(" "));
    return Arrays.stream(Names.fold(name).split(" ")).anyMatch(parts::contains);
  }

  private void tell(String version, List<String> others, List<String> lost) {
    List<String> said = new ArrayList<>();
    if (!others.isEmpty()) {
      said.add("Pins of %s are priced by %s now.".formatted(String.join(" and ", others), version));
    }
    if (!lost.isEmpty()) {
      said.add(
          "%s: %s cannot price %s any more."
              .formatted(
                  lost.size() == 1 ? "A pin is gone" : lost.size() + " pins are gone",
                  version,
                  String.join(", ", lost)));
    }
    if (!said.isEmpty()) {
      model.message.set(new Message(Message.Kind.INFO, String.join(" ", said), ""));
    }
  }
}
