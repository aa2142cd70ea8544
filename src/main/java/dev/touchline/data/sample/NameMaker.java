/// Invents nations and players.
package dev.touchline.data.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names put together from syllables, in eight manners of speech that the nations share; no nation
/// of this list exists, and no player is meant to be anybody.
final class NameMaker {
  static final List<String> NATIONS =
      List.of(
          "Aldermark",
          "Belvoria",
          "Corvania",
          "Drumere",
          "Estovar",
          "Feldoria",
          "Galvenia",
          "Hestmark",
          "Ilmaria",
          "Jovenia",
          "Kaldora",
          "Lusmere",
          "Mirovia",
          "Norrhaven",
          "Ondara",
          "Pellucia",
          "Quentara",
          "Rovinia",
          "Sundholm",
          "Tavastra",
          "Ulmeria",
          "Varkhal",
          "Westrin",
          "Xandora",
          "Ysmark",
          "Zelvania",
          "Ardosa",
          "Brisoland",
          "Cymbera",
          "Dorvik",
          "Elvaro",
          "Fennaria");

  /// A manner of speech: given names, and the beginnings, middles and endings of family names.
  private record Manner(
      List<String> given, List<String> starts, List<String> middles, List<String> ends) {}

  private static final List<Manner> MANNERS =
      List.of(
          new Manner(
              words("Anders Björn Erik Håkon Jens Kåre Lars Mikkel Nils Ola Rune Sven Tor Åke"),
              words("Ask Berg Dahl Ek Fjell Grøn Hav Kvist Lind Møl Nord Sand Stor Ås"),
              words("e en er a"),
              words("sen by gaard strøm vik lund näs holt berg dal")),
          new Manner(
              words(
                  "Ante Boško Dario Goran Ivo Josip Luka Marin Niko Petar Šime Tomo Vedran Zoran"),
              words("Bar Čav Dob Grg Jur Kov Lov Mar Nik Per Rad Šar Tom Žup"),
              words("a e i o an ar"),
              words("ić ović anić ević šić čić lić nić rić")),
          new Manner(
              words(
                  "Adrián Bruno Diego Esteban Félix Gonzalo Hugo Iván Joaquín Mateo Nicolás Rubén"),
              words("Al Bar Cas Del Esp Gal Her Lar Mon Nav Ort Pal Sal Vel"),
              words("a e i o ar en in an"),
              words("do rez ña món ledo vera tín zado ría quez")),
          new Manner(
              words(
                  "Adem Barış Cem Deniz Emre Ferit Güven Hakan İlker Kerem Mert Onur Serkan Umut"),
              words("Ak Bal Çel Dem Er Gök Kar Öz Sar Taş Yıl Yal Koç Bul"),
              words("a ı e i er en ar"),
              words("can oğlu man tekin soy kaya demir lar türk gün")),
          new Manner(
              words("Abou Cheikh Demba Fodé Ibra Kader Lamine Moussa Oumar Pape Seydou Tidiane"),
              words("Ba Ci Da Fa Ka Kou Ma Na Sa So Sy Tra Wa Yo"),
              words("ma ri li na ya ndo mba ka"),
              words("té ssé yé ndé ra ko bé ne lla dou")),
          new Manner(
              words(
                  "Bartek Dawid Filip Grzegorz Jakub Kamil Łukasz Maciej Paweł Radek Szymon Wojtek"),
              words("Bąk Cieś Dąb Gór Jab Kow Lew Łas Maz Now Pio Sob Wiś Zal"),
              words("a e o al an ow iń"),
              words("ski cki czyk ński wicz lak ek ka ówka")),
          new Manner(
              words("Daichi Haru Jun Kaito Kenji Min Naoki Ren Sho Takumi Tae Yuto Woo Ryo"),
              words("Aka Fuji Hira Ishi Kawa Kita Mori Naka Oka Saka Taka Uchi Yama Yoshi"),
              words("ha ma ga no shi ki"),
              words("da ra moto gawa saki tani no shima hara ta")),
          new Manner(
              words(
                  "Aidan Brendan Callum Dylan Ewan Finlay Gareth Harry Jamie Kieran Liam Owen Rhys"),
              words("Ash Black Car Dun Fair Gar Hol Kil Mac Nor Pen Row Thorn Wes"),
              words("e in er al ing"),
              words("ton ley more well ford den by worth shaw nell")));

  private final Dice dice;
  private final Set<String> taken = new HashSet<>();

  NameMaker(Dice dice) {
    this.dice = dice;
  }

  /// A player's name that nobody of this simulation has yet.
  ///
  /// @param nation the nation's index
  String player(int nation) {
    Manner manner = MANNERS.get(nation * 3 % MANNERS.size());
    while (true) {
      String family =
          dice.pick(manner.starts)
              + (dice.chance(0.45) ? dice.pick(manner.middles) : "")
              + dice.pick(manner.ends);
      String name = dice.pick(manner.given) + " " + family;
      if (taken.add(family) || (dice.chance(0.05) && taken.add(name))) {
        return name;
      }
    }
  }

  private static List<String> words(String spaced) {
    return List.of(spaced.split(" "));
  }
}
