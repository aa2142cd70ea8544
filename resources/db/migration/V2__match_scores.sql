-- The result as the source of event data announces it; own goals by the team whose players scored
-- them. Known for some matches only.

CREATE TABLE match_scores (
  match_id       BIGINT  NOT NULL PRIMARY KEY REFERENCES matches (match_id) ON DELETE CASCADE,
  home_score     INTEGER NOT NULL,
  away_score     INTEGER NOT NULL,
  home_own_goals INTEGER NOT NULL,
  away_own_goals INTEGER NOT NULL
);
