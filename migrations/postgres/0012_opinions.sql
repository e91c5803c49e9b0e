-- Opinion groups of a round, found in its named votes by a task of the server. They name nobody: who sits where is worked out from a
-- person's own votes when that person asks, and kept nowhere.
CREATE TABLE opinions (
    round_id    UUID PRIMARY KEY REFERENCES rounds (id),
    fingerprint TEXT NOT NULL,           -- of the votes they were found in; empty: not yet found
    computed_at BIGINT NOT NULL,
    result      JSONB,                   -- null: not yet found
    holder      UUID,                    -- the server that is at work on it
    lease_until BIGINT NOT NULL          -- until then no other server begins
);
