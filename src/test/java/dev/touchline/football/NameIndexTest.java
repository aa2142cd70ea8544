/// Names typed in a hurry find their players.
package dev.touchline.football;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {
  private static final List<String> PLAYERS =
      List.of(
          "L. Modrić",
          "Luka Modrić",
          "M. Brozović",
          "Łukasz Piszczek",
          "M. Ødegaard",
          "Kevin De Bruyne",
          "N'Golo Kanté",
          "Robert Lewandowski",
          "Son Heung-Min",
          "Danilo",
          "DANILO",
          "K. Großkreutz",
          "Đorđe Petrović");

  private final NameIndex<String> index = new NameIndex<>(PLAYERS, Function.identity());

  @ParameterizedTest
  @CsvSource({
    "L. Modrić, l modric",
    "Łukasz  Ødegård, lukasz odegard",
    "N’Golo Kanté, ngolo kante",
    "Heung-Min, heung min",
    "GROẞ Straße, gross strasse",
    "Đorđe, dorde",
    "İlker Yıldız, ilker yildiz",
    "' . ', ''",
    "Иван, иван"
  })
  void foldsNames(String name, String folded) {
    assertThat(Names.fold(name)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "l modric, L. Modrić, EXACT",
    "L. MODRIC, L. Modrić, EXACT",
    "modric l, L. Modrić, PARTIAL",
    "luka modric, Luka Modrić, EXACT",
    "modric luka, Luka Modrić, PARTIAL",
    "Modrci L, L. Modrić, NEAR",
    "Modritsch L, '', NEAR",
    "brozovich, M. Brozović, NEAR",
    "lukas piscek, Łukasz Piszczek, NEAR",
    "odegaard, M. Ødegaard, PARTIAL",
    "bruyne, Kevin De Bruyne, PARTIAL",
    "k de b, Kevin De Bruyne, PARTIAL",
    "ngolo kante, N'Golo Kanté, EXACT",
    "levandovski, Robert Lewandowski, NEAR",
    "lewan, Robert Lewandowski, PARTIAL",
    "heung min son, Son Heung-Min, PARTIAL",
    "grosskreuz, K. Großkreutz, NEAR",
    "petrovic dorde, Đorđe Petrović, PARTIAL"
  })
  void findsTheNearest(String query, String name, NameIndex.Kind kind) {
    List<NameIndex.Match<String>> found = index.search(query, 3);
    if (name.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found.getFirst().item()).isEqualTo(name);
      assertThat(found.getFirst().kind()).isEqualTo(kind);
    }
  }

  @Test
  void ordersByNearnessAndKeepsToTheLimit() {
    assertThat(index.search("modric", 9))
        .extracting(NameIndex.Match::item)
        .containsExactly("L. Modrić", "Luka Modrić");
    assertThat(index.search("modric", 1)).hasSize(1);
    assertThat(index.search("", 5)).isEmpty();
    assertThat(index.search("...", 5)).isEmpty();
    assertThat(index.search("zzzz", 5)).isEmpty();
  }

  @Test
  void exactNamesMustBeUnique() {
    assertThat(index.exact("l. modric")).contains("L. Modrić");
    assertThat(index.exact("modric l")).isEmpty();
    assertThat(index.exact("danilo")).isEmpty();
    assertThat(index.allExact("danilo")).containsExactly("Danilo", "DANILO");
  }

  @Test
  void everyNameOfThousandsIsFoundDespiteOneSlip() {
    List<String> names = new ArrayList<>();
    String[] starts = {"Bar", "Kov", "Lind", "Mor", "Sand", "Tav", "Vel", "Zel", "Gron", "Hol"};
    String[] middles = {"a", "e", "an", "er", "in", "o", "ul", "es", "ir", "ad"};
    String[] ends = {"dov", "berg", "mann", "ski", "quez", "ton", "well", "gaard", "ric", "sen"};
    for (int i = 0; i < 10_000; i++) {
      String family = starts[i % 10] + middles[i / 10 % 10] + ends[i / 100 % 10];
      names.add((char) ('A' + i / 1000) + ". " + family);
    }
    NameIndex<String> many = new NameIndex<>(names, Function.identity());
    for (int i = 0; i < names.size(); i += 997) {
      String name = names.get(i);
      String slip = name.substring(0, 4) + name.charAt(5) + name.charAt(4) + name.substring(6);
      assertThat(many.search(slip, 10)).extracting(NameIndex.Match::item).contains(name);
    }
  }
}
