/// The pages inside the program: found by page, by section, and never in vain.
package dev.touchline.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManualTest {
  private final Manual manual = new Manual();

  @Test
  void anchorsAreFormedAsOnGitHub() {
    Page page =
        Page.of(
            "a.md",
            "# Is it *any* good?\n\n## `--json`, and more\n\ntext\n\n## Twice\n\n## Twice\n");
    assertThat(page.sections())
        .extracting(Section::anchor)
        .containsExactly("is-it-any-good", "--json-and-more", "twice", "twice-1");
    assertThat(page.title()).isEqualTo("Is it any good?");
  }

  @Test
  void aSectionEndsWhereTheNextOneOfItsLevelBegins() {
    Page page = Page.of("a.md", "# A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd\n");
    assertThat(page.markdown(page.section("b").orElseThrow()))
        .isEqualTo("## B\n\nb\n\n### C\n\nc\n");
    assertThat(page.markdown(page.section("d").orElseThrow())).isEqualTo("## D\n\nd\n");
  }

  @Test
  void headingsInsideCodeAreNone() {
    assertThat(Page.of("a.md", "# A\n\n```sh\n# no heading\n```\n").sections()).hasSize(1);
  }

  @Test
  void topicsArePagesOrSections() {
    assertThat(manual.find("calibration").page().name()).isEqualTo("calibration.md");
    assertThat(manual.find("calibration.md").title()).isEqualTo(manual.find("calibration").title());
    assertThat(manual.find("troubleshooting#storage").markdown())
        .startsWith("## storage")
        .doesNotContain("## database");
    assertThat(manual.find("exit-codes").page().name()).isEqualTo("nightly.md");
  }

  @Test
  void anUnknownTopicIsSaidSo() {
    assertThatThrownBy(() -> manual.find("nonsense"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("nonsense");
    assertThatThrownBy(() -> manual.find("calibration#nonsense")).isInstanceOf(Fault.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.Kind.class)
  void everyKindOfFaultHasItsSection(Fault.Kind kind) {
    Manual.Place place = manual.find(kind.page());
    assertThat(place.section()).isPresent();
    assertThat(place.markdown()).contains("Exit code " + kind.exitCode(), "| message |");
  }

  @Test
  void thePagesAreInsideTheProgramWithTheirPictures() {
    assertThat(manual.pages()).extracting(Page::topic).contains("tutorial", "model", "traces");
    assertThat(manual.file("screenshots/train-light.png")).isPresent();
  }
}
