-- Everything the server keeps. Times are ms since 1970, dates are civil text, JSON is text.

CREATE TABLE server (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  epoch TEXT NOT NULL,
  practice INTEGER NOT NULL,
  created_at BIGINT NOT NULL
);

-- One sequence of changes: a province. Its id outlives mergers and renames.
CREATE TABLE feed (
  id TEXT PRIMARY KEY,
  province TEXT NOT NULL UNIQUE,
  seq BIGINT NOT NULL DEFAULT 0
);

-- `offered` only in a practice province: whoever starts the server is given a link for it.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  feed TEXT NOT NULL REFERENCES feed (id),
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  offered INTEGER NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL
);

CREATE TABLE role (
  account TEXT NOT NULL REFERENCES account (id),
  role TEXT NOT NULL,
  unit TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  PRIMARY KEY (account, role, unit, from_date)
);

-- A phone's browser profile. On a shared phone each account's is a device of its own.
CREATE TABLE device (
  account TEXT NOT NULL REFERENCES account (id),
  id TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  name TEXT,
  created_at BIGINT NOT NULL,
  contact_at BIGINT NOT NULL,
  received BIGINT NOT NULL DEFAULT 0,
  revoked_at BIGINT,
  PRIMARY KEY (account, id)
);

CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  secret_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL UNIQUE,
  secret_ends_at BIGINT NOT NULL,
  code_ends_at BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  device TEXT,
  used_at BIGINT
);

-- The newest state of each record. `commune` and `organisation` are what reading is narrowed by.
CREATE TABLE record (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  feed TEXT NOT NULL REFERENCES feed (id),
  version BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  removed INTEGER NOT NULL,
  author TEXT NOT NULL REFERENCES account (id),
  organisation TEXT,
  commune TEXT,
  unit TEXT NOT NULL,
  model INTEGER NOT NULL,
  data TEXT NOT NULL,
  marks TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  UNIQUE (feed, seq)
);

CREATE INDEX record_by_commune ON record (feed, commune, seq);
CREATE INDEX record_by_kind ON record (feed, kind, seq);
CREATE INDEX record_by_organisation ON record (feed, organisation, seq);
CREATE INDEX record_by_unit ON record (feed, unit, seq);

-- The history, and what tells a repeat from a new change. A change that altered nothing has no seq.
CREATE TABLE change (
  id TEXT PRIMARY KEY,
  payload_hash TEXT NOT NULL,
  feed TEXT NOT NULL REFERENCES feed (id),
  device TEXT,
  account TEXT NOT NULL REFERENCES account (id),
  n BIGINT,
  prev TEXT,
  kind TEXT NOT NULL,
  record TEXT NOT NULL REFERENCES record (id),
  base TEXT,
  at BIGINT NOT NULL,
  model INTEGER NOT NULL,
  reason TEXT,
  received_at BIGINT NOT NULL,
  seq BIGINT,
  version BIGINT NOT NULL,
  body TEXT NOT NULL,
  result TEXT NOT NULL,
  UNIQUE (feed, seq)
);

CREATE INDEX change_by_record ON change (record, version);
CREATE INDEX change_by_device ON change (account, device, n);

-- Every change that was not taken, whole, with what was wrong with it.
CREATE TABLE quarantine (
  change_id TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account (id),
  device TEXT NOT NULL,
  n BIGINT,
  received_at BIGINT NOT NULL,
  payload TEXT NOT NULL,
  problems TEXT NOT NULL,
  PRIMARY KEY (account, change_id, payload_hash)
);

CREATE INDEX quarantine_by_device ON quarantine (account, device, n);

-- Who did what to accounts and devices, and what was refused for want of permission.
CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  event TEXT NOT NULL,
  account TEXT,
  device TEXT,
  detail TEXT NOT NULL
);
