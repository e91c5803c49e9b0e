-- What a proposal says beside its words, and what became of it.
ALTER TABLE proposals ADD COLUMN picture TEXT;                                        -- which one, its size, what it shows
ALTER TABLE proposals ADD COLUMN theme_id BLOB REFERENCES themes (id);
ALTER TABLE proposals ADD COLUMN territory_id BLOB REFERENCES territories (id);
ALTER TABLE proposals ADD COLUMN edited_at INTEGER;
ALTER TABLE proposals ADD COLUMN withdrawn_at INTEGER;                                -- by its author; its votes stay, unseen
ALTER TABLE proposals ADD COLUMN merged_into BLOB REFERENCES proposals (id);          -- by a facilitator, as a duplicate
ALTER TABLE proposals ADD COLUMN merged_at INTEGER;
ALTER TABLE proposals ADD COLUMN decided_by BLOB REFERENCES accounts (id);
ALTER TABLE proposals ADD COLUMN decided_at INTEGER;
CREATE INDEX proposals_merged ON proposals (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX votes_account ON votes (account_id, proposal_id);

-- A vote on a merged proposal that counts on the kept one too, because its voter had none there: what undoing takes back.
CREATE TABLE carried_votes (
    proposal_id BLOB NOT NULL REFERENCES proposals (id),   -- the merged one
    account_id  BLOB NOT NULL REFERENCES accounts (id),
    college_id  BLOB NOT NULL REFERENCES colleges (id),
    choice      TEXT NOT NULL,
    PRIMARY KEY (proposal_id, account_id)
) WITHOUT ROWID;

-- Pictures that participants bring are not offered to builders of forms, and are bounded apart.
ALTER TABLE pictures ADD COLUMN by_participant BOOLEAN NOT NULL DEFAULT FALSE;

-- The words of proposals. A key of its own, for the row numbers of proposals may change.
CREATE TABLE proposal_keys (
    n           INTEGER PRIMARY KEY,
    proposal_id BLOB NOT NULL UNIQUE REFERENCES proposals (id)
);
CREATE VIRTUAL TABLE proposal_search USING fts5 (title, body, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO proposal_keys (proposal_id) SELECT id FROM proposals;
INSERT INTO proposal_search (rowid, title, body) SELECT k.n, p.title, p.body FROM proposal_keys k JOIN proposals p ON p.id = k.proposal_id;

-- Elected members who may answer proposals for their process.
CREATE TABLE answerers (
    process_id BLOB NOT NULL REFERENCES processes (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (process_id, account_id)
) WITHOUT ROWID;

-- Answers that wait to be told by mail, and who does not want such mails.
CREATE TABLE news (
    account_id  BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    proposal_id BLOB NOT NULL REFERENCES proposals (id),
    at          INTEGER NOT NULL,
    PRIMARY KEY (account_id, proposal_id)
) WITHOUT ROWID;
CREATE TABLE digests (
    account_id BLOB PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    token      TEXT NOT NULL UNIQUE,   -- in each mail: it switches these mails off, and does nothing else
    off        BOOLEAN NOT NULL DEFAULT FALSE,
    sent_at    INTEGER
) WITHOUT ROWID;
