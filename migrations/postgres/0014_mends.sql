-- Which links from a need to a proposal are its author's own word: the author may take those back, and none that a facilitator made.
ALTER TABLE need_links ADD COLUMN by_author BOOLEAN NOT NULL DEFAULT FALSE;

-- A statement that asks who is here ("I am a parent") and is no opinion: groups are found without it.
ALTER TABLE proposals ADD COLUMN meta BOOLEAN NOT NULL DEFAULT FALSE;
