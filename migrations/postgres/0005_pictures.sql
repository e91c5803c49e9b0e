-- Pictures of a process, each in two sizes, without anything that the camera wrote beside them. Nothing changes a picture: what is
-- published goes on showing the same.
CREATE TABLE pictures (
    id         UUID PRIMARY KEY,         -- UUIDv4: it is in no list that the public reads
    process_id UUID NOT NULL REFERENCES processes (id),
    sha256     BYTEA NOT NULL,            -- of the larger size: the same picture is kept once
    width      BIGINT NOT NULL,
    height     BIGINT NOT NULL,
    large      BYTEA NOT NULL,
    small      BYTEA NOT NULL,
    UNIQUE (process_id, sha256)
);

-- The registry's code, in France INSEE's: forms and exports name a municipality by it.
ALTER TABLE territories ADD COLUMN code TEXT;
CREATE UNIQUE INDEX territories_code ON territories (kind, code) WHERE code IS NOT NULL;
