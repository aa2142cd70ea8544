/// The tables of the Data panel, of which one is seen at a time.
package dev.touchline.desktop.data;

/// What the table below the calendar shows.
enum Tab {
  ROWS("Rows"),
  COMPETITIONS("Competitions"),
  CHECKS("Checks"),
  IDENTITIES("Same player?"),
  REJECTED("Rejected lines");

  private final String words;

  Tab(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
