/// Choosing another database: tried first, told in place, and no password left readable.
package dev.touchline.desktop.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Message;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceDeskTest {
  /// Nothing listens on port 1.
  private static final String GONE = "postgresql://analyst:sesame@localhost:1/rows";

  @TempDir Path home;

  private DesktopData open(Executor executor) {
    return new DesktopData(home, DatabaseAddress.of(null, home), executor);
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidInPlaceWithoutItsPassword() {
    try (DesktopData data = open(Runnable::run)) {
      DataModel model = data.model;
      model.postgres.set(true);
      model.url.set(GONE);
      data.presenter.testConnection();
      data.settle();
      Message message = model.sourceMessage.get();
      assertThat(message.kind()).isEqualTo(Message.Kind.FAILED);
      assertThat(message.text()).contains("localhost:1/rows").contains("cannot be reached");
      assertThat(message.text() + message.remedy() + model.url.get()).doesNotContain("sesame");
      assertThat(model.user.get()).isEqualTo("analyst");
      assertThat(model.password.get()).as("in the field that hides it").isEqualTo("sesame");
      assertThat(model.testing.get()).isFalse();
      assertThat(model.usable.get()).isFalse();
      data.presenter.useSource();
      assertThat(data.chosen).isEmpty();
    }
  }

  @Test
  void anAddressThatIsNoneIsSaidAtOnce() {
    try (DesktopData data = open(task -> {})) {
      data.model.postgres.set(true);
      for (String wrong : new String[] {" ", "mysql://host/rows", "postgresql://host"}) {
        data.model.url.set(wrong);
        data.presenter.testConnection();
        assertThat(data.model.sourceMessage.get().kind()).isEqualTo(Message.Kind.FAILED);
        assertThat(data.model.sourceMessage.get().remedy()).contains("postgresql://");
        assertThat(data.model.testing.get()).isFalse();
      }
    }
  }

  @Test
  void whatAnswersCanBeUsedUntilTheAddressIsChanged() {
    try (DesktopData data = open(Runnable::run)) {
      DataModel model = data.model;
      model.postgres.set(true);
      model.url.set("jdbc:h2:mem:another");
      data.presenter.testConnection();
      data.settle();
      assertThat(model.sourceMessage.get().kind()).isEqualTo(Message.Kind.DONE);
      assertThat(model.usable.get()).isTrue();
      data.presenter.useSource();
      assertThat(data.chosen)
          .singleElement()
          .satisfies(address -> assertThat(address.jdbcUrl()).isEqualTo("jdbc:h2:mem:another"));
      model.url.set("jdbc:h2:mem:anotherone");
      assertThat(model.usable.get()).isFalse();
      assertThat(model.sourceMessage.get()).isEqualTo(Message.NONE);
      data.presenter.useSource();
      assertThat(data.chosen).hasSize(1);
    }
  }

  @Test
  void anAnswerToAnAddressThatHasChangedMeanwhileCountsForNothing() {
    Deque<Runnable> held = new ArrayDeque<>();
    try (DesktopData data = open(held::add)) {
      DataModel model = data.model;
      model.postgres.set(true);
      model.url.set("jdbc:h2:mem:another");
      data.presenter.testConnection();
      assertThat(model.testing.get()).isTrue();
      model.url.set("postgresql://localhost/elsewhere");
      held.remove().run();
      data.settle();
      assertThat(model.usable.get()).isFalse();
      assertThat(model.testing.get()).isFalse();
      assertThat(model.sourceMessage.get()).isEqualTo(Message.NONE);
    }
  }

  @Test
  void fromAServerThatIsGoneTheWayBackToTheEmbeddedDatabaseIsOpen() {
    DatabaseAddress gone = DatabaseAddress.of(GONE, home);
    try (DesktopData data = new DesktopData(home, gone, Runnable::run)) {
      DataModel model = data.model;
      assertThat(model.postgres.get()).isTrue();
      assertThat(model.url.get()).doesNotContain("sesame");
      assertThat(model.source.get()).contains("localhost").doesNotContain("sesame");
      data.refreshed();
      assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
      assertThat(model.message.get().text()).doesNotContain("sesame");
      assertThat(model.empty.get()).contains("cannot be read");
      model.postgres.set(false);
      assertThat(model.usable.get()).isTrue();
      data.presenter.useSource();
      assertThat(data.chosen).singleElement().matches(DatabaseAddress::embedded);
    }
  }
}
