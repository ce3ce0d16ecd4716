-- What it takes to lose nothing: the line of epochs, changes that wait for another, what left somebody's area, conflicts
-- kept beside the record, and sums by which a phone proves that it holds what it should.

-- Every identity that this history has had, oldest first; the last one is the server's. A restored backup begins a new one.
CREATE TABLE epoch (
  id TEXT PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE,
  began_at BIGINT NOT NULL
);

-- How far each feed had come when an epoch began: what lies at or before that seq is shared with the epochs before it.
CREATE TABLE epoch_feed (
  epoch TEXT NOT NULL REFERENCES epoch (id),
  feed TEXT NOT NULL REFERENCES feed (id),
  seq BIGINT NOT NULL,
  PRIMARY KEY (epoch, feed)
);

INSERT INTO epoch (id, place, began_at) SELECT epoch, 1, created_at FROM server;

-- The key to which phones seal what they can't send: both halves as JWK text.
ALTER TABLE server ADD COLUMN seal_public TEXT;
ALTER TABLE server ADD COLUMN seal_private TEXT;

-- What was kept of others' work where two had changed the same, as JSON (src/model/merge.ts).
ALTER TABLE record ADD COLUMN conflicts TEXT NOT NULL DEFAULT '[]';
-- A removed record that is told no more: whoever was away that long reads everything anew.
ALTER TABLE record ADD COLUMN expired INTEGER NOT NULL DEFAULT 0;

-- What a change really did to the record, where that is not what its body says; NULL where it is.
ALTER TABLE change ADD COLUMN effect TEXT;
-- Which version it had made under an epoch that was lost, where a phone handed it in again.
ALTER TABLE change ADD COLUMN was_epoch TEXT;
ALTER TABLE change ADD COLUMN was_version BIGINT;

-- Changes that came before what they stand on, in the order in which they came.
CREATE TABLE held (
  change_id TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account (id),
  device TEXT NOT NULL,
  n BIGINT NOT NULL,
  waits_for TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  payload TEXT NOT NULL,
  was TEXT,
  received_at BIGINT NOT NULL,
  PRIMARY KEY (account, change_id)
);

CREATE INDEX held_by_parent ON held (waits_for);
CREATE INDEX held_by_device ON held (account, device, n);

-- Where a record lay until the change of that seq moved it.
CREATE TABLE departure (
  feed TEXT NOT NULL REFERENCES feed (id),
  seq BIGINT NOT NULL,
  record TEXT NOT NULL REFERENCES record (id),
  unit TEXT NOT NULL,
  organisation TEXT,
  PRIMARY KEY (feed, seq)
);

-- Sums of what lies somewhere (src/protocol/check.ts), two halves of 32 bits.
CREATE TABLE digest (
  feed TEXT NOT NULL REFERENCES feed (id),
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  organisation TEXT NOT NULL,
  commune TEXT,
  high BIGINT NOT NULL,
  low BIGINT NOT NULL,
  held BIGINT NOT NULL,
  PRIMARY KEY (feed, kind, unit, organisation)
);

CREATE INDEX digest_by_commune ON digest (feed, commune);
CREATE INDEX digest_by_organisation ON digest (feed, organisation);

ALTER TABLE feed ADD COLUMN digest_form INTEGER NOT NULL DEFAULT 0;
-- The newest seq of anything that is told no more.
ALTER TABLE feed ADD COLUMN expired_seq BIGINT NOT NULL DEFAULT 0;

-- A cloned profile goes on under a new id; whoever shuts out the first shuts out all that came of it.
ALTER TABLE device ADD COLUMN forked_from TEXT;
-- The last number that it has in common with it.
ALTER TABLE device ADD COLUMN forked_after BIGINT;

-- Which record a refused change speaks of: what was to stand on it need not wait.
ALTER TABLE quarantine ADD COLUMN record TEXT;

CREATE INDEX quarantine_by_record ON quarantine (record);
