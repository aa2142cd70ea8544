-- Player-match rows, in SQL that H2 and PostgreSQL share.
-- Names stand on the row as its source spelled them, so that an export gives back what was imported
-- and a player with two spellings can be found; what must agree within a match stands on the match.

CREATE TABLE matches (
  match_id    BIGINT       NOT NULL PRIMARY KEY,
  match_date  DATE         NOT NULL,
  competition VARCHAR(100) NOT NULL
);

CREATE INDEX matches_by_date ON matches (match_date, match_id);

CREATE TABLE player_matches (
  match_id        BIGINT       NOT NULL REFERENCES matches (match_id),
  player_id       BIGINT       NOT NULL,
  player_name     VARCHAR(200) NOT NULL,
  player_position CHAR(3)      NOT NULL CHECK (player_position IN ('GKP', 'DEF', 'MID', 'FWD')),
  team_id         BIGINT       NOT NULL,
  team_name       VARCHAR(200) NOT NULL,
  opponent_id     BIGINT       NOT NULL,
  opponent_name   VARCHAR(200) NOT NULL,
  was_home        BOOLEAN      NOT NULL,
  minutes         INTEGER      NOT NULL CHECK (minutes BETWEEN 1 AND 150),
  goals           INTEGER      NOT NULL CHECK (goals >= 0),
  shots           INTEGER      NOT NULL CHECK (shots >= 0),
  cards           INTEGER      NOT NULL CHECK (cards >= 0),
  PRIMARY KEY (match_id, player_id),
  CHECK (team_id <> opponent_id)
);

CREATE INDEX player_matches_by_player ON player_matches (player_id);
