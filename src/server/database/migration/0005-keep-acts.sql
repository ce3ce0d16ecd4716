-- Every act on people and phones, and every record of the operator's own, numbered without gaps, each with the whole state
-- that it left as JSON. The journal beside the database repeats these rows (src/server/journal.ts), so that they outlive it.

CREATE TABLE act (
  number INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  state TEXT NOT NULL
);
