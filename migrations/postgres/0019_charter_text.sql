-- A charter's chapters, and its words with what they mean in it. What is taken out keeps its row: a charter's edition only grows.

CREATE TABLE charter_chapters (
    id         UUID PRIMARY KEY,
    round_id   UUID NOT NULL REFERENCES rounds (id),
    title      TEXT NOT NULL,
    position   BIGINT NOT NULL,
    revision   BIGINT NOT NULL DEFAULT 1, -- one more with each change of the title, and when it is taken out
    changed_at BIGINT NOT NULL,
    removed_at BIGINT
);
CREATE INDEX charter_chapters_round ON charter_chapters (round_id, position);

-- The chapter an article stands in; none before the first. Positions run through the whole charter, in the order of the chapters.
ALTER TABLE articles ADD COLUMN chapter_id UUID REFERENCES charter_chapters (id);
CREATE INDEX articles_chapter ON articles (chapter_id);

CREATE TABLE charter_definitions (
    id         UUID PRIMARY KEY,
    round_id   UUID NOT NULL REFERENCES rounds (id),
    term       TEXT NOT NULL,
    meaning    TEXT NOT NULL,
    position   BIGINT NOT NULL,
    revision   BIGINT NOT NULL DEFAULT 1, -- one more with each change of the words, and when it is taken out
    changed_at BIGINT NOT NULL,
    removed_at BIGINT
);
CREATE INDEX charter_definitions_round ON charter_definitions (round_id, position);
