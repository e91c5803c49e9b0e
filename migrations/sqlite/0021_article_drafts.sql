-- The draft of an article, which several people write at once: a replicated text, kept as the updates it is made of.

CREATE TABLE article_drafts (
    article_id BLOB PRIMARY KEY REFERENCES articles (id),
    last       INTEGER NOT NULL, -- the number of the newest update
    kept       INTEGER NOT NULL, -- the updates up to this one are in the state, and gone from the list
    state      BLOB NOT NULL
) WITHOUT ROWID;

-- Neither who wrote an update nor when: that would tell how somebody types.
CREATE TABLE draft_updates (
    article_id BLOB NOT NULL REFERENCES article_drafts (article_id),
    number     INTEGER NOT NULL,
    words      BLOB NOT NULL,
    PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

-- Who wrote in the draft since the last version: those who are named with the next one.
CREATE TABLE draft_writers (
    article_id BLOB NOT NULL REFERENCES article_drafts (article_id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (article_id, account_id)
) WITHOUT ROWID;

CREATE TABLE version_writers (
    version_id BLOB NOT NULL REFERENCES article_versions (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (version_id, account_id)
) WITHOUT ROWID;
CREATE INDEX version_writers_account ON version_writers (account_id);

-- Who holds the pen in a charter round; facilitators where there is no row.
CREATE TABLE pens (
    round_id BLOB PRIMARY KEY REFERENCES rounds (id),
    pen      TEXT NOT NULL
) WITHOUT ROWID;
