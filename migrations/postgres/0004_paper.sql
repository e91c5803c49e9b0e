-- How a response came: web, paper, proxy. It says nothing of whom it came from.
ALTER TABLE responses ADD COLUMN channel TEXT NOT NULL DEFAULT 'web';

-- How many came otherwise than by the web. Not by college: that would tell more of small groups than is shown of them.
CREATE TABLE channel_tallies (
    round_id UUID NOT NULL REFERENCES rounds (id),
    channel  TEXT NOT NULL,
    n        BIGINT  NOT NULL,
    PRIMARY KEY (round_id, channel)
);

-- A sheet of paper by its number: whether it was counted. Nothing leads from it to its response.
CREATE TABLE paper_sheets (
    round_id UUID NOT NULL REFERENCES rounds (id),
    number   BIGINT  NOT NULL,
    counted  BOOLEAN NOT NULL,
    PRIMARY KEY (round_id, number)
);

-- What was keyed from a sheet, at most twice. Gone once the sheet is counted.
CREATE TABLE paper_keyings (
    round_id   UUID NOT NULL REFERENCES rounds (id),
    number     BIGINT  NOT NULL,
    keying     BIGINT  NOT NULL,                          -- 1 or 2
    account_id UUID NOT NULL REFERENCES accounts (id),    -- who keyed it
    college_id UUID NOT NULL REFERENCES colleges (id),
    language   TEXT NOT NULL,                             -- that the sheet is printed in
    answers    JSONB NOT NULL,
    PRIMARY KEY (round_id, number, keying)
);
