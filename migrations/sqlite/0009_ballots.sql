-- Why somebody voted so, where their round asks.
ALTER TABLE votes ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- Who has voted at all, in rounds of majority judgment: every proposal is judged by as many.
CREATE TABLE voters (
    round_id   BLOB NOT NULL REFERENCES rounds (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (round_id, account_id)
) WITHOUT ROWID;

-- One ballot over a whole round (approval, points, ranking), with its name.
CREATE TABLE ballots (
    round_id   BLOB NOT NULL REFERENCES rounds (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    college_id BLOB NOT NULL REFERENCES colleges (id),   -- the one it is counted in
    content    TEXT NOT NULL,
    PRIMARY KEY (round_id, account_id)
) WITHOUT ROWID;

-- Secret ballots: never changed, no who and no when; `participations` says who took part. WITHOUT ROWID: a rowid would tell the order.
CREATE TABLE secret_ballots (
    id           BLOB PRIMARY KEY,         -- UUIDv4
    round_id     BLOB NOT NULL REFERENCES rounds (id),
    college_id   BLOB NOT NULL REFERENCES colleges (id),
    content      TEXT NOT NULL,            -- to the letter: it is hashed
    receipt_hash BLOB NOT NULL UNIQUE,
    proof        BLOB NOT NULL             -- SHA-256 of receipt, line end, content; listed after closing
) WITHOUT ROWID;
CREATE INDEX secret_ballots_proof ON secret_ballots (round_id, proof);

-- What the ballots of a round say together, kept by the write that changes them. `domain::voting::Ballot::counts` says what the keys are.
CREATE TABLE ballot_tallies (
    round_id   BLOB NOT NULL REFERENCES rounds (id),
    key        TEXT NOT NULL,
    college_id BLOB NOT NULL REFERENCES colleges (id),
    n          INTEGER NOT NULL,
    PRIMARY KEY (round_id, key, college_id)
) WITHOUT ROWID;
