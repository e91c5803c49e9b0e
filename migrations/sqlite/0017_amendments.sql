-- Amendments to a charter: a proposed text of one article, an article more or one less.

-- An article that an amendment took out: its versions, stances and comments stay readable, and it counts no more.
ALTER TABLE articles ADD COLUMN removed_at INTEGER;

CREATE TABLE amendments (
    id             BLOB PRIMARY KEY,
    round_id       BLOB NOT NULL REFERENCES rounds (id),
    kind           TEXT NOT NULL,
    article_id     BLOB REFERENCES articles (id),          -- what it changes or deletes; of a new article, the one it became
    after_id       BLOB REFERENCES articles (id),          -- of a new article: the one it is to follow; none for the first place
    base           INTEGER NOT NULL,                       -- the number of the version it is proposed against; 0 of a new article
    title          TEXT NOT NULL,
    body           TEXT NOT NULL,
    reason         TEXT NOT NULL,
    author_id      BLOB NOT NULL REFERENCES accounts (id),
    college_id     BLOB NOT NULL REFERENCES colleges (id), -- in whose name it was proposed
    created_at     INTEGER NOT NULL,
    state          TEXT NOT NULL,
    recommendation TEXT NOT NULL DEFAULT '',             -- why a facilitator speaks for it
    decision       TEXT NOT NULL DEFAULT '',             -- why it was accepted or rejected
    decided_at     INTEGER,
    version_id     BLOB REFERENCES article_versions (id)   -- the version that it became
);
CREATE INDEX amendments_round ON amendments (round_id, created_at);
CREATE INDEX amendments_article ON amendments (article_id, created_at);
CREATE INDEX amendments_author ON amendments (author_id);
CREATE INDEX amendments_version ON amendments (version_id);

CREATE TABLE amendment_supports (
    amendment_id BLOB NOT NULL REFERENCES amendments (id),
    account_id   BLOB NOT NULL REFERENCES accounts (id),
    college_id   BLOB NOT NULL REFERENCES colleges (id),   -- in whose name: what the tally counted
    support      TEXT NOT NULL,
    PRIMARY KEY (amendment_id, account_id)
) WITHOUT ROWID;
CREATE INDEX amendment_supports_account ON amendment_supports (account_id);

CREATE TABLE amendment_tallies (
    amendment_id BLOB NOT NULL REFERENCES amendments (id),
    college_id   BLOB NOT NULL REFERENCES colleges (id),
    support      TEXT NOT NULL,
    n            INTEGER NOT NULL,
    PRIMARY KEY (amendment_id, college_id, support)
) WITHOUT ROWID;
