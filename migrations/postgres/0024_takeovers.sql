-- Charters taken over from others. Nothing here depends on the source staying readable: its words, name and hash are kept.

CREATE TABLE takeovers (
    round_id   UUID PRIMARY KEY REFERENCES rounds (id),    -- the copy
    source_id  UUID NOT NULL REFERENCES rounds (id),       -- the adopted charter that was last taken in
    title      JSONB NOT NULL,                              -- language map: what it was called then
    territory  TEXT NOT NULL,
    adopted_at BIGINT NOT NULL,
    hash       TEXT NOT NULL,                               -- that of its adoption
    bars_left  BOOLEAN NOT NULL,                            -- it had rules for bodies of its own, which were not taken over
    taken_at   BIGINT NOT NULL
);
CREATE INDEX takeovers_source ON takeovers (source_id);

-- Part by part, the words last taken over: what the next changes are compared with.
CREATE TABLE takeover_parts (
    id          UUID PRIMARY KEY,
    round_id    UUID NOT NULL REFERENCES takeovers (round_id),
    kind        TEXT NOT NULL,                              -- preamble, chapter, article, definition
    position    BIGINT NOT NULL,                            -- in the source's order
    own_id      UUID,                                      -- the copy's article, chapter or definition; none of what it never wanted
    source_part UUID,                                      -- the source's; none of a preamble
    number      BIGINT NOT NULL,                            -- of an article: the version of the source that was taken over
    title       TEXT NOT NULL,                              -- of a preamble: its language
    body        TEXT NOT NULL,
    easy        TEXT NOT NULL
);
CREATE INDEX takeover_parts_round ON takeover_parts (round_id, position);
CREATE INDEX takeover_parts_own ON takeover_parts (own_id);
