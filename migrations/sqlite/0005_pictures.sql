-- Pictures of a process, each in two sizes, without anything that the camera wrote beside them. Nothing changes a picture: what is
-- published goes on showing the same.
CREATE TABLE pictures (
    id         BLOB PRIMARY KEY,         -- UUIDv4: it is in no list that the public reads
    process_id BLOB NOT NULL REFERENCES processes (id),
    sha256     BLOB NOT NULL,            -- of the larger size: the same picture is kept once
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    large      BLOB NOT NULL,
    small      BLOB NOT NULL,
    UNIQUE (process_id, sha256)
);

-- The registry's code, in France INSEE's: forms and exports name a municipality by it.
ALTER TABLE territories ADD COLUMN code TEXT;
CREATE UNIQUE INDEX territories_code ON territories (kind, code) WHERE code IS NOT NULL;
