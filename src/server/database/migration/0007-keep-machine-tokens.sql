-- Tokens by which other systems read figures. Only the hash is kept. `unit` and what lies under it, and of `programmes` (a JSON
-- list of record ids) the indicators, are told until `to_date`, that day included; small groups only where `small` is 1.

CREATE TABLE machine_token (
  id TEXT PRIMARY KEY,
  feed TEXT NOT NULL REFERENCES feed (id),
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  programmes TEXT NOT NULL,
  small INTEGER NOT NULL,
  to_date TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  revoked_at BIGINT
);
