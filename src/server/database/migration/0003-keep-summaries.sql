-- Sums of what records add to the figures, by unit, half-month and organisation, kept in the transaction of each change.
-- `seq` is that of the change that altered the row last; a row whose sums came to nothing stays, so that it can be told.

CREATE TABLE summary (
  feed TEXT NOT NULL REFERENCES feed (id),
  unit TEXT NOT NULL,
  half_month TEXT NOT NULL,
  organisation TEXT NOT NULL,
  commune TEXT,
  sums TEXT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (feed, unit, half_month, organisation)
);

CREATE INDEX summary_by_seq ON summary (feed, seq);

-- The date of a unit's newest session; none where the last one was taken away.
CREATE TABLE last_session (
  feed TEXT NOT NULL REFERENCES feed (id),
  unit TEXT NOT NULL,
  date TEXT,
  seq BIGINT NOT NULL,
  PRIMARY KEY (feed, unit)
);

CREATE INDEX last_session_by_seq ON last_session (feed, seq);

-- By which form of the code a feed's summaries were made, 0 for none yet, and how often they were made anew.
ALTER TABLE feed ADD COLUMN summary_form INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN summary_builds INTEGER NOT NULL DEFAULT 0;
