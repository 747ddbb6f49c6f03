"""The migrations as SQL, in order. A migration that has been released never changes.

Times are ISO text: instants aware in UTC, plans as local wall time with zone and
fold, days as dates. Lists and small structures that are never searched are JSON.
``post`` is kept small, without the text, and ``post_by_time`` holds all that a
calendar tile shows, so that a month reads few pages, which lie side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_FIRST = """
CREATE TABLE post (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    local TEXT,
    zone TEXT,
    fold INTEGER NOT NULL DEFAULT 0 CHECK (fold IN (0, 1)),
    networks TEXT NOT NULL,
    audience TEXT,
    purpose TEXT,
    to_fix INTEGER NOT NULL DEFAULT 0,
    to_consider INTEGER NOT NULL DEFAULT 0,
    to_confirm INTEGER NOT NULL DEFAULT 0,
    clear INTEGER NOT NULL DEFAULT 0,
    sent_back INTEGER NOT NULL CHECK (sent_back IN (0, 1)),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    binned_at TEXT,
    CHECK ((local IS NULL) = (zone IS NULL))
) STRICT;

CREATE INDEX post_by_time ON post (
    local, id, title, state, zone, fold, networks, to_fix, to_consider, to_confirm, clear,
    sent_back, changed_at, binned_at, sample
) WHERE binned_at IS NULL AND local IS NOT NULL;
CREATE INDEX post_without_time ON post (id)
    WHERE binned_at IS NULL AND local IS NULL;
CREATE INDEX post_in_bin ON post (binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX post_by_state
    ON post (state, sent_back, to_fix, to_confirm, sample, local, zone, fold)
    WHERE binned_at IS NULL;

CREATE TABLE post_text (
    post_id INTEGER PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    own TEXT NOT NULL,
    own_parts TEXT NOT NULL,
    note TEXT NOT NULL,
    posted_reason TEXT NOT NULL,
    fact_overrides TEXT NOT NULL,
    confirmations TEXT NOT NULL,
    set_aside TEXT NOT NULL,
    postings TEXT NOT NULL,
    sent_back TEXT
) STRICT;

CREATE VIRTUAL TABLE post_words USING fts5 (
    title, body, own, note,
    content='post_text', content_rowid='post_id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE TRIGGER post_words_insert AFTER INSERT ON post_text
BEGIN
    INSERT INTO post_words (rowid, title, body, own, note)
    VALUES (new.post_id, new.title, new.body, new.own, new.note);
END;
CREATE TRIGGER post_words_delete AFTER DELETE ON post_text
BEGIN
    INSERT INTO post_words (post_words, rowid, title, body, own, note)
    VALUES ('delete', old.post_id, old.title, old.body, old.own, old.note);
END;
CREATE TRIGGER post_words_update AFTER UPDATE OF title, body, own, note ON post_text
WHEN old.title IS NOT new.title OR old.body IS NOT new.body
    OR old.own IS NOT new.own OR old.note IS NOT new.note
BEGIN
    INSERT INTO post_words (post_words, rowid, title, body, own, note)
    VALUES ('delete', old.post_id, old.title, old.body, old.own, old.note);
    INSERT INTO post_words (rowid, title, body, own, note)
    VALUES (new.post_id, new.title, new.body, new.own, new.note);
END;

CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    short_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    identifier TEXT NOT NULL,
    title TEXT NOT NULL,
    year INTEGER,
    evidence TEXT NOT NULL,
    accessed_on TEXT,
    check_by TEXT,
    read_full INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    note TEXT NOT NULL,
    sample INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX source_name ON source (short_name COLLATE NOCASE) WHERE short_name <> '';

CREATE TABLE consent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    initials TEXT NOT NULL,
    covers TEXT NOT NULL,
    networks TEXT NOT NULL,
    given_on TEXT NOT NULL,
    ends_on TEXT,
    withdrawn_on TEXT,
    signer TEXT NOT NULL,
    signer_authority TEXT NOT NULL,
    description TEXT NOT NULL,
    purpose TEXT NOT NULL,
    disclosed_by TEXT NOT NULL,
    recipients TEXT NOT NULL,
    saw_final_version INTEGER NOT NULL,
    right_to_revoke_told INTEGER NOT NULL,
    redisclosure_told INTEGER NOT NULL,
    not_condition_of_care INTEGER NOT NULL,
    freely_given INTEGER NOT NULL,
    identifiable_agreed INTEGER NOT NULL,
    takedown_plan TEXT NOT NULL,
    form_kept_at TEXT NOT NULL,
    note TEXT NOT NULL,
    sample INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX consent_code ON consent (code COLLATE NOCASE) WHERE code <> '';

CREATE TABLE interest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation TEXT NOT NULL,
    tie TEXT NOT NULL,
    line TEXT NOT NULL,
    names TEXT NOT NULL,
    products TEXT NOT NULL,
    since TEXT,
    until TEXT,
    value TEXT NOT NULL,
    note TEXT NOT NULL,
    sample INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    degrees TEXT NOT NULL,
    role TEXT NOT NULL,
    employer TEXT NOT NULL,
    jurisdictions TEXT NOT NULL,
    networks TEXT NOT NULL,
    phones TEXT NOT NULL,
    links TEXT NOT NULL,
    handles TEXT NOT NULL,
    personal INTEGER NOT NULL
) STRICT;

CREATE TABLE post_source (
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    record_id INTEGER NOT NULL REFERENCES source (id),
    PRIMARY KEY (post_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_source_record ON post_source (record_id);

CREATE TABLE post_consent (
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    record_id INTEGER NOT NULL REFERENCES consent (id),
    PRIMARY KEY (post_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_consent_record ON post_consent (record_id);

CREATE TABLE post_interest (
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    record_id INTEGER NOT NULL REFERENCES interest (id),
    PRIMARY KEY (post_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_interest_record ON post_interest (record_id);

CREATE TABLE picture (
    sha256 TEXT PRIMARY KEY,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    thumbnail BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE picture_data (
    sha256 TEXT NOT NULL UNIQUE REFERENCES picture (sha256) ON DELETE CASCADE,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE post_picture (
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES picture (sha256),
    name TEXT NOT NULL,
    alt_text TEXT NOT NULL,
    shows_person INTEGER NOT NULL,
    PRIMARY KEY (post_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_picture_hash ON post_picture (sha256);

CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT,
    body TEXT NOT NULL,
    own_texts TEXT NOT NULL
) STRICT;
CREATE INDEX version_post ON version (post_id, at);
CREATE UNIQUE INDEX version_day ON version (post_id, day) WHERE day IS NOT NULL;

CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    body TEXT NOT NULL,
    texts TEXT NOT NULL,
    pictures TEXT NOT NULL,
    records TEXT NOT NULL,
    checks TEXT NOT NULL
) STRICT;
CREATE INDEX snapshot_post ON snapshot (post_id, id);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    post_id INTEGER,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_post ON audit (post_id, id);
CREATE TRIGGER audit_no_change BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is never changed');
END;
CREATE TRIGGER audit_no_removal BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is never shortened');
END;
"""

_REGISTERS = """
CREATE TABLE register (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    register TEXT NOT NULL,
    title TEXT NOT NULL,
    dated TEXT NOT NULL,
    until TEXT,
    shows TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
"""

_UNWEIGHED = """
CREATE TABLE unweighed (
    post_id INTEGER PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE
) STRICT;
"""

MIGRATIONS: Mapping[str, str] = MappingProxyType(
    {"0001-first": _FIRST, "0002-registers": _REGISTERS, "0003-unweighed": _UNWEIGHED}
)
