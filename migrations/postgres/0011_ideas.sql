-- What a proposal says beside its words, and what became of it.
ALTER TABLE proposals ADD COLUMN picture JSONB;                                       -- which one, its size, what it shows
ALTER TABLE proposals ADD COLUMN theme_id UUID REFERENCES themes (id);
ALTER TABLE proposals ADD COLUMN territory_id UUID REFERENCES territories (id);
ALTER TABLE proposals ADD COLUMN edited_at BIGINT;
ALTER TABLE proposals ADD COLUMN withdrawn_at BIGINT;                                -- by its author; its votes stay, unseen
ALTER TABLE proposals ADD COLUMN merged_into UUID REFERENCES proposals (id);          -- by a facilitator, as a duplicate
ALTER TABLE proposals ADD COLUMN merged_at BIGINT;
ALTER TABLE proposals ADD COLUMN decided_by UUID REFERENCES accounts (id);
ALTER TABLE proposals ADD COLUMN decided_at BIGINT;
CREATE INDEX proposals_merged ON proposals (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX votes_account ON votes (account_id, proposal_id);

-- A vote on a merged proposal that counts on the kept one too, because its voter had none there: what undoing takes back.
CREATE TABLE carried_votes (
    proposal_id UUID NOT NULL REFERENCES proposals (id),   -- the merged one
    account_id  UUID NOT NULL REFERENCES accounts (id),
    college_id  UUID NOT NULL REFERENCES colleges (id),
    choice      TEXT NOT NULL,
    PRIMARY KEY (proposal_id, account_id)
);

-- Pictures that participants bring are not offered to builders of forms, and are bounded apart.
ALTER TABLE pictures ADD COLUMN by_participant BOOLEAN NOT NULL DEFAULT FALSE;

-- The words of proposals, without accents, in the stems of French. Those of before are taken in here; later ones by the program.
CREATE TABLE proposal_search (
    proposal_id UUID PRIMARY KEY REFERENCES proposals (id),
    words       TSVECTOR NOT NULL
);
CREATE INDEX proposal_search_words ON proposal_search USING gin (words);
INSERT INTO proposal_search (proposal_id, words)
SELECT id, setweight(to_tsvector('french', translate(lower(title), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')), 'A')
        || setweight(to_tsvector('french', translate(lower(body), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')), 'B')
FROM proposals;

-- Elected members who may answer proposals for their process.
CREATE TABLE answerers (
    process_id UUID NOT NULL REFERENCES processes (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (process_id, account_id)
);

-- Answers that wait to be told by mail, and who does not want such mails.
CREATE TABLE news (
    account_id  UUID NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    proposal_id UUID NOT NULL REFERENCES proposals (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (account_id, proposal_id)
);
CREATE TABLE digests (
    account_id UUID PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    token      TEXT NOT NULL UNIQUE,   -- in each mail: it switches these mails off, and does nothing else
    off        BOOLEAN NOT NULL DEFAULT FALSE,
    sent_at    BIGINT
);
