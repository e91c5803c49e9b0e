-- Coding: what people wrote in their own words, by themes --------------------------------------------------------
--
-- A coding says which theme a coder saw in a text. The text is named by the response's random id and the question: nothing here tells
-- more of a family than its response does, and no table has a time. Who coded is staff, and known.

CREATE TABLE themes (
    id          UUID PRIMARY KEY,
    round_id    UUID NOT NULL REFERENCES rounds (id),
    code        TEXT NOT NULL,
    title       JSONB NOT NULL,          -- language map
    definition  TEXT NOT NULL,          -- for the coders: what belongs here and what does not
    merged_into UUID REFERENCES themes (id),
    UNIQUE (round_id, code)
);

-- Who has read a text: one that bears no theme is not one that nobody has read yet. At most two people read a text.
CREATE TABLE readings (
    round_id    UUID NOT NULL REFERENCES rounds (id),
    response_id UUID NOT NULL REFERENCES responses (id),
    question    TEXT NOT NULL,
    coder_id    UUID NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (response_id, question, coder_id)
);
CREATE INDEX readings_round ON readings (round_id);

CREATE TABLE codings (
    round_id    UUID NOT NULL REFERENCES rounds (id),
    response_id UUID NOT NULL REFERENCES responses (id),
    question    TEXT NOT NULL,
    coder_id    UUID NOT NULL REFERENCES accounts (id),
    theme_id    UUID NOT NULL REFERENCES themes (id),
    PRIMARY KEY (response_id, question, coder_id, theme_id)
);
CREATE INDEX codings_theme ON codings (theme_id);

-- What two readers agreed on after they had read a text each by themselves. Their own codings stay as they were: kappa is theirs.
CREATE TABLE settlements (
    round_id    UUID NOT NULL REFERENCES rounds (id),
    response_id UUID NOT NULL REFERENCES responses (id),
    question    TEXT NOT NULL,
    theme_id    UUID NOT NULL REFERENCES themes (id),
    borne       BOOLEAN NOT NULL,
    account_id  UUID NOT NULL REFERENCES accounts (id),   -- who wrote it down
    PRIMARY KEY (response_id, question, theme_id)
);
CREATE INDEX settlements_round ON settlements (round_id);
CREATE INDEX settlements_theme ON settlements (theme_id);

-- Needs ----------------------------------------------------------------------------------------------------------

CREATE TABLE needs (
    id               UUID PRIMARY KEY,
    process_id       UUID NOT NULL REFERENCES processes (id),
    round_id         UUID NOT NULL REFERENCES rounds (id),   -- where people named it
    theme_id         UUID NOT NULL REFERENCES themes (id),
    title            JSONB NOT NULL,     -- language map
    summary          JSONB NOT NULL,     -- language map
    existing_words   JSONB NOT NULL,     -- language map: what exists already
    missing_words    JSONB NOT NULL,     -- language map: what is missing
    withdrawn_reason TEXT,
    created_at       BIGINT NOT NULL
);
CREATE INDEX needs_process ON needs (process_id, created_at);
CREATE INDEX needs_theme ON needs (theme_id);

-- Of how many responses of a college a text was read, and in how many of them the need is named. As counted: screens protect small groups.
CREATE TABLE need_counts (
    need_id    UUID NOT NULL REFERENCES needs (id),
    college_id UUID NOT NULL REFERENCES colleges (id),
    n_read     BIGINT NOT NULL,
    n_named    BIGINT NOT NULL,
    PRIMARY KEY (need_id, college_id)
);

-- What came of a need: a proposal, an article, or an action of an evaluation (its round and its code).
CREATE TABLE need_links (
    id          UUID PRIMARY KEY,
    need_id     UUID NOT NULL REFERENCES needs (id),
    proposal_id UUID REFERENCES proposals (id),
    article_id  UUID REFERENCES articles (id),
    round_id    UUID REFERENCES rounds (id),
    action      TEXT
);
CREATE UNIQUE INDEX need_links_proposal ON need_links (proposal_id, need_id) WHERE proposal_id IS NOT NULL;
CREATE UNIQUE INDEX need_links_article ON need_links (article_id, need_id) WHERE article_id IS NOT NULL;
CREATE UNIQUE INDEX need_links_action ON need_links (round_id, action, need_id) WHERE round_id IS NOT NULL;
CREATE INDEX need_links_need ON need_links (need_id);
