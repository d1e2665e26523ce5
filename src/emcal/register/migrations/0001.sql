-- The register's first schema. Moments are UTC as YYYY-MM-DDTHH:MM:SSZ, days as YYYY-MM-DD, so both sort as text.
CREATE TABLE document (
    path TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    language TEXT NOT NULL,
    created TEXT NOT NULL,          -- Creation as JSON
    headline TEXT NOT NULL,
    read TEXT NOT NULL,             -- day of the build that first read it
    retired TEXT,                   -- day of the build that no longer found it
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    extractor TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE mention (
    document TEXT NOT NULL,
    id TEXT NOT NULL,
    frame TEXT,                     -- id of the mention of the larger event
    body TEXT NOT NULL,             -- Mention as JSON
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX mention_id ON mention (id);
CREATE INDEX mention_frame ON mention (frame) WHERE frame IS NOT NULL;

-- Where mentions can meet: two are compared when they share a key and one of them seeks there.
CREATE TABLE block (
    key INTEGER NOT NULL,
    mention TEXT NOT NULL,
    seeks INTEGER NOT NULL,
    PRIMARY KEY (key, mention)
) WITHOUT ROWID;
CREATE INDEX block_mention ON block (mention);

-- Mentions that came, went or were judged since events were last merged.
CREATE TABLE touched (mention TEXT PRIMARY KEY) WITHOUT ROWID;

-- The uid that a mention belonged to last (kept when the mention goes), and the group it was merged within.
CREATE TABLE belonging (
    mention TEXT PRIMARY KEY,
    uid TEXT NOT NULL,
    component TEXT
) WITHOUT ROWID;
CREATE INDEX belonging_uid ON belonging (uid);
CREATE INDEX belonging_component ON belonging (component);

-- Every state of every event, never changed; an empty body says that it ended there. A state that reads as the one before
-- and only explains itself better keeps the moment at which the event was modified.
CREATE TABLE revision (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    at TEXT NOT NULL,
    modified TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    created TEXT NOT NULL,
    body TEXT,                      -- Event as JSON, without its mentions and joins
    evidence TEXT                   -- these, as JSON
);
CREATE INDEX revision_uid ON revision (uid, number);

-- The last revision of each event that stands, with what filters look at.
CREATE TABLE event (
    uid TEXT PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES revision (number),
    kind TEXT NOT NULL,
    claim TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    countries TEXT NOT NULL,        -- ' KG RU '
    series TEXT NOT NULL            -- series and name without case and accents
) WITHOUT ROWID;
CREATE INDEX event_kind ON event (kind);
CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
    at TEXT NOT NULL,
    field TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    because TEXT NOT NULL,
    by TEXT NOT NULL
);
CREATE INDEX change_uid ON change (uid);
CREATE INDEX change_at ON change (at);

CREATE TABLE alias (uid TEXT PRIMARY KEY, target TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX alias_target ON alias (target);

-- Corrections, judgements and what was taken back, in the order they were made.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
);

-- Rendered components of the feed; a new revision or standing is another row.
CREATE TABLE rendering (
    uid TEXT NOT NULL,
    revision INTEGER NOT NULL,
    standing TEXT NOT NULL,
    profile TEXT NOT NULL,
    language TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (uid, revision, standing, profile, language)
) WITHOUT ROWID;
