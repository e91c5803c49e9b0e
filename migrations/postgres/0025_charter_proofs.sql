-- How a charter counted when its round closed: what is over does not change as people join and committees are filled.

CREATE TABLE charter_proofs (
    round_id UUID PRIMARY KEY REFERENCES rounds (id),
    kept_at  BIGINT NOT NULL,
    proof    JSONB NOT NULL
);
