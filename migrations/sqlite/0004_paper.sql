-- How a response came: web, paper, proxy. It says nothing of whom it came from.
ALTER TABLE responses ADD COLUMN channel TEXT NOT NULL DEFAULT 'web';

-- How many came otherwise than by the web. Not by college: that would tell more of small groups than is shown of them.
CREATE TABLE channel_tallies (
    round_id BLOB NOT NULL REFERENCES rounds (id),
    channel  TEXT NOT NULL,
    n        INTEGER NOT NULL,
    PRIMARY KEY (round_id, channel)
) WITHOUT ROWID;

-- A sheet of paper by its number: whether it was counted. Nothing leads from it to its response.
CREATE TABLE paper_sheets (
    round_id BLOB NOT NULL REFERENCES rounds (id),
    number   INTEGER NOT NULL,
    counted  BOOLEAN NOT NULL,
    PRIMARY KEY (round_id, number)
) WITHOUT ROWID;

-- What was keyed from a sheet, at most twice. Gone once the sheet is counted.
CREATE TABLE paper_keyings (
    round_id   BLOB NOT NULL REFERENCES rounds (id),
    number     INTEGER NOT NULL,
    keying     INTEGER NOT NULL,                          -- 1 or 2
    account_id BLOB NOT NULL REFERENCES accounts (id),    -- who keyed it
    college_id BLOB NOT NULL REFERENCES colleges (id),
    language   TEXT NOT NULL,                             -- that the sheet is printed in
    answers    TEXT NOT NULL,
    PRIMARY KEY (round_id, number, keying)
) WITHOUT ROWID;
