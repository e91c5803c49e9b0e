-- How a charter is decided: frozen to be ratified, objections answered, adopted, signed.

-- Each time the text was frozen; while one has not ended, it is.
CREATE TABLE ratifications (
    id        BLOB PRIMARY KEY,
    round_id  BLOB NOT NULL REFERENCES rounds (id),
    opened_at INTEGER NOT NULL,
    ended_at  INTEGER,                                     -- it went back to consultation
    reason    TEXT NOT NULL DEFAULT ''                     -- why it went back
);
CREATE INDEX ratifications_round ON ratifications (round_id, opened_at);
CREATE UNIQUE INDEX ratifications_one ON ratifications (round_id) WHERE ended_at IS NULL;

-- Where the whole charter is decided on: stances on it as it was frozen.
CREATE TABLE whole_stances (
    ratification_id BLOB NOT NULL REFERENCES ratifications (id),
    account_id      BLOB NOT NULL REFERENCES accounts (id),
    college_id      BLOB NOT NULL REFERENCES colleges (id), -- in whose name it was taken: what the tally counted
    stance          TEXT NOT NULL,
    reason          TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (ratification_id, account_id)
) WITHOUT ROWID;
CREATE INDEX whole_stances_account ON whole_stances (account_id);

CREATE TABLE whole_stance_tallies (
    ratification_id BLOB NOT NULL REFERENCES ratifications (id),
    college_id      BLOB NOT NULL REFERENCES colleges (id),
    stance          TEXT NOT NULL,
    n               INTEGER NOT NULL,
    PRIMARY KEY (ratification_id, college_id, stance)
) WITHOUT ROWID;

-- Objections and what was answered. Their words stay with the stances: whoever changes their stance takes their words back with it.
CREATE TABLE objections (
    id              BLOB PRIMARY KEY,
    round_id        BLOB NOT NULL REFERENCES rounds (id),
    article_id      BLOB REFERENCES articles (id),          -- with version_id; none of an objection to the whole
    version_id      BLOB REFERENCES article_versions (id),
    ratification_id BLOB REFERENCES ratifications (id),     -- of an objection to the whole
    account_id      BLOB NOT NULL REFERENCES accounts (id),
    college_id      BLOB NOT NULL REFERENCES colleges (id),
    is_open         BOOLEAN NOT NULL,                       -- its author has taken no other stance since
    answer          TEXT,
    words           TEXT NOT NULL DEFAULT '',
    taken_in        INTEGER,                                -- the number of the version that takes it into account
    answered_at     INTEGER,
    reworded        BOOLEAN NOT NULL DEFAULT FALSE          -- since it was answered
);
CREATE UNIQUE INDEX objections_version ON objections (version_id, account_id) WHERE version_id IS NOT NULL;
CREATE UNIQUE INDEX objections_whole ON objections (ratification_id, account_id) WHERE ratification_id IS NOT NULL;
CREATE INDEX objections_article ON objections (article_id, account_id);
CREATE INDEX objections_round ON objections (round_id) WHERE is_open;
CREATE INDEX objections_account ON objections (account_id);

INSERT INTO objections (id, round_id, article_id, version_id, account_id, college_id, is_open)
SELECT randomblob(16), a.round_id, a.id, v.id, s.account_id, s.college_id,
       NOT EXISTS (SELECT 1 FROM stances t JOIN article_versions w ON w.id = t.version_id
                   WHERE w.article_id = a.id AND t.account_id = s.account_id AND w.number > v.number)
FROM articles a JOIN article_versions v ON v.article_id = a.id JOIN stances s ON s.version_id = v.id
WHERE s.stance = 'objection';

-- A charter that was adopted: its text and the counts as they were, for whatever comes after.
CREATE TABLE adoptions (
    round_id    BLOB PRIMARY KEY REFERENCES rounds (id),
    adopted_at  INTEGER NOT NULL,
    review_on   TEXT,                                      -- a day, as 2027-03-14
    replaces    BLOB REFERENCES rounds (id),               -- the charter it takes the place of
    text        TEXT NOT NULL,                             -- the canonical form
    hash        TEXT NOT NULL,                             -- its SHA-256
    proof       TEXT NOT NULL,
    reminded_at INTEGER
);
CREATE INDEX adoptions_adopted ON adoptions (adopted_at);
CREATE INDEX adoptions_replaces ON adoptions (replaces);
CREATE INDEX adoptions_review ON adoptions (review_on) WHERE reminded_at IS NULL;

-- Who may sign a charter for an organisation, and who has.
CREATE TABLE signatories (
    id           BLOB PRIMARY KEY,
    round_id     BLOB NOT NULL REFERENCES rounds (id),
    account_id   BLOB NOT NULL REFERENCES accounts (id),
    organisation TEXT NOT NULL,
    function     TEXT NOT NULL,
    name         TEXT NOT NULL DEFAULT '',                 -- as it was when they signed
    signed_at    INTEGER,
    UNIQUE (round_id, account_id)
);
CREATE INDEX signatories_account ON signatories (account_id);
