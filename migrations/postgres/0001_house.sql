-- People ---------------------------------------------------------------------------------------------------------

CREATE TABLE accounts (
    id            UUID PRIMARY KEY,
    name          TEXT NOT NULL,
    email         TEXT UNIQUE,           -- lower case; none for people who come with a card
    password_hash TEXT,
    locale        TEXT,
    administrator BOOLEAN NOT NULL DEFAULT FALSE,
    verified_at   BIGINT,
    created_at    BIGINT NOT NULL
);

CREATE TABLE sessions (
    token_hash BYTEA PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);

-- Mails that wait to leave. A row goes when its mail has left.
CREATE TABLE outbox (
    id         UUID PRIMARY KEY,
    recipient  TEXT NOT NULL,
    subject    TEXT NOT NULL,
    body       TEXT NOT NULL,
    tries      BIGINT NOT NULL DEFAULT 0,
    due_at     BIGINT NOT NULL
);
CREATE INDEX outbox_due ON outbox (due_at);

-- Processes ------------------------------------------------------------------------------------------------------

CREATE TABLE territories (
    id        UUID PRIMARY KEY,
    parent_id UUID REFERENCES territories (id),
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL
);

CREATE TABLE processes (
    id           UUID PRIMARY KEY,
    territory_id UUID NOT NULL REFERENCES territories (id),
    title        JSONB NOT NULL,          -- language map
    summary      JSONB NOT NULL,          -- language map
    language     TEXT NOT NULL,
    visibility   TEXT NOT NULL,
    created_at   BIGINT NOT NULL
);

CREATE TABLE colleges (
    id         UUID PRIMARY KEY,
    process_id UUID NOT NULL REFERENCES processes (id),
    kind       TEXT NOT NULL,
    name       JSONB NOT NULL,            -- language map, empty for the three usual ones
    position   BIGINT NOT NULL,
    members    BIGINT NOT NULL DEFAULT 0,
    expected   BIGINT
);
CREATE INDEX colleges_process ON colleges (process_id, position);

CREATE TABLE members (
    id           UUID PRIMARY KEY,
    process_id   UUID NOT NULL REFERENCES processes (id),
    account_id   UUID NOT NULL REFERENCES accounts (id),
    function     TEXT NOT NULL,
    college_id   UUID REFERENCES colleges (id),   -- set for participants
    organisation TEXT NOT NULL DEFAULT '',
    title        TEXT NOT NULL DEFAULT '',
    joined_at    BIGINT,                          -- none until an invitation is accepted
    UNIQUE (process_id, account_id)
);
CREATE INDEX members_account ON members (account_id);

CREATE TABLE access_codes (
    id           UUID PRIMARY KEY,
    process_id   UUID NOT NULL REFERENCES processes (id),
    college_id   UUID NOT NULL REFERENCES colleges (id),
    batch        TEXT NOT NULL,                    -- what the facilitator called it
    code_hash    BYTEA NOT NULL UNIQUE,
    number       BIGINT NOT NULL,                  -- printed on the card, to find it again; tells nothing of the code
    account_id   UUID REFERENCES accounts (id),    -- set at first use
    withdrawn_at BIGINT,
    UNIQUE (process_id, number)
);

-- Links sent by e-mail: verification, reset, invitation. Used once.
CREATE TABLE email_tokens (
    token_hash BYTEA PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    purpose    TEXT NOT NULL,
    process_id UUID REFERENCES processes (id),    -- of an invitation
    expires_at BIGINT NOT NULL
);
CREATE INDEX email_tokens_account ON email_tokens (account_id);

-- Rounds ---------------------------------------------------------------------------------------------------------

CREATE TABLE rounds (
    id           UUID PRIMARY KEY,
    process_id   UUID NOT NULL REFERENCES processes (id),
    position     BIGINT NOT NULL,
    kind         TEXT NOT NULL,
    title        JSONB NOT NULL,          -- language map
    intro        JSONB NOT NULL,          -- language map
    mode         TEXT NOT NULL,
    content      JSONB NOT NULL,          -- the frame: form, rule, criteria
    announced    BOOLEAN NOT NULL DEFAULT FALSE,
    opens_at     BIGINT,
    closes_at    BIGINT,
    closed_at    BIGINT,
    published_at BIGINT,
    decision     JSONB NOT NULL           -- language map, empty until published
);
CREATE INDEX rounds_process ON rounds (process_id, position);

-- Who took part: no when. In an anonymous round nothing links it to a response (DESIGN rule 3).
CREATE TABLE participations (
    round_id   UUID NOT NULL REFERENCES rounds (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (round_id, account_id)
);

CREATE TABLE participation_tallies (
    round_id   UUID NOT NULL REFERENCES rounds (id),
    college_id UUID NOT NULL REFERENCES colleges (id),
    n          BIGINT NOT NULL,
    PRIMARY KEY (round_id, college_id)
);

-- Answers not sent yet: theirs alone, gone when sent.
CREATE TABLE drafts (
    round_id   UUID NOT NULL REFERENCES rounds (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    answers    JSONB NOT NULL,
    PRIMARY KEY (round_id, account_id)
);

-- Rows lie in the order of arrival until the round is sealed (store::responses::seal).
CREATE TABLE responses (
    id         UUID PRIMARY KEY,         -- UUIDv4
    round_id   UUID NOT NULL REFERENCES rounds (id),
    college_id UUID NOT NULL REFERENCES colleges (id),
    account_id UUID REFERENCES accounts (id),   -- named rounds only
    day        TEXT NOT NULL,
    answers    JSONB NOT NULL
);
CREATE INDEX responses_round ON responses (round_id, id);
CREATE INDEX responses_account ON responses (account_id, round_id) WHERE account_id IS NOT NULL;

CREATE TABLE answer_tallies (
    round_id   UUID NOT NULL REFERENCES rounds (id),
    question   TEXT NOT NULL,
    option     TEXT NOT NULL,            -- empty: how many answered the question
    college_id UUID NOT NULL REFERENCES colleges (id),
    n          BIGINT NOT NULL,
    PRIMARY KEY (round_id, question, option, college_id)
);

-- Proposals ------------------------------------------------------------------------------------------------------

CREATE TABLE proposals (
    id            UUID PRIMARY KEY,
    round_id      UUID NOT NULL REFERENCES rounds (id),
    author_id     UUID NOT NULL REFERENCES accounts (id),
    college_id    UUID NOT NULL REFERENCES colleges (id),
    title         TEXT NOT NULL,
    body          TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    comments      BIGINT NOT NULL DEFAULT 0,
    hidden_reason TEXT,
    outcome       TEXT,
    reason        TEXT NOT NULL DEFAULT ''
);
CREATE INDEX proposals_round ON proposals (round_id, id);
CREATE INDEX proposals_author ON proposals (author_id);

CREATE TABLE votes (
    proposal_id UUID NOT NULL REFERENCES proposals (id),
    account_id  UUID NOT NULL REFERENCES accounts (id),
    college_id  UUID NOT NULL REFERENCES colleges (id),   -- the one it is counted in
    choice      TEXT NOT NULL,
    PRIMARY KEY (proposal_id, account_id)
);

CREATE TABLE vote_tallies (
    proposal_id UUID NOT NULL REFERENCES proposals (id),
    college_id  UUID NOT NULL REFERENCES colleges (id),
    choice      TEXT NOT NULL,
    n           BIGINT NOT NULL,
    PRIMARY KEY (proposal_id, college_id, choice)
);

-- Charter --------------------------------------------------------------------------------------------------------

CREATE TABLE articles (
    id       UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rounds (id),
    position BIGINT NOT NULL,
    comments BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX articles_round ON articles (round_id, position);

CREATE TABLE article_versions (
    id         UUID PRIMARY KEY,
    article_id UUID NOT NULL REFERENCES articles (id),
    number     BIGINT NOT NULL,
    title      TEXT NOT NULL,
    body       TEXT NOT NULL,
    easy       TEXT NOT NULL DEFAULT '',
    note       TEXT NOT NULL DEFAULT '',  -- why this version
    author_id  UUID NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    UNIQUE (article_id, number)
);

CREATE TABLE stances (
    version_id UUID NOT NULL REFERENCES article_versions (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    college_id UUID NOT NULL REFERENCES colleges (id), -- in whose name it was taken: what the tally counted
    stance     TEXT NOT NULL,
    reason     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (version_id, account_id)
);

CREATE TABLE stance_tallies (
    version_id UUID NOT NULL REFERENCES article_versions (id),
    college_id UUID NOT NULL REFERENCES colleges (id),
    stance     TEXT NOT NULL,
    n          BIGINT NOT NULL,
    PRIMARY KEY (version_id, college_id, stance)
);

-- Comments on a proposal or an article.
CREATE TABLE comments (
    id            UUID PRIMARY KEY,
    round_id      UUID NOT NULL REFERENCES rounds (id),
    proposal_id   UUID REFERENCES proposals (id),
    article_id    UUID REFERENCES articles (id),
    parent_id     UUID REFERENCES comments (id),
    author_id     UUID NOT NULL REFERENCES accounts (id),
    college_id    UUID REFERENCES colleges (id),  -- none for a facilitator
    body          TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    hidden_reason TEXT,
    outcome       TEXT,
    reason        TEXT NOT NULL DEFAULT ''
);
CREATE INDEX comments_proposal ON comments (proposal_id, parent_id);
CREATE INDEX comments_article ON comments (article_id, parent_id);
CREATE INDEX comments_author ON comments (author_id);

-- Journal --------------------------------------------------------------------------------------------------------

CREATE TABLE journal (
    seq        BIGINT PRIMARY KEY,
    at         BIGINT NOT NULL,
    actor_id   UUID,
    process_id UUID,
    act        TEXT NOT NULL,
    subject    TEXT NOT NULL,
    detail     TEXT NOT NULL,            -- canonical JSON, as hashed
    previous   BYTEA NOT NULL,
    hash       BYTEA NOT NULL
);
CREATE INDEX journal_process ON journal (process_id, seq);
