-- Amendments are commented on, moderated and told by mail as proposals are; an article's questions and its easy-to-read text.

ALTER TABLE amendments ADD COLUMN comments INTEGER NOT NULL DEFAULT 0;
ALTER TABLE amendments ADD COLUMN hidden_reason TEXT;
ALTER TABLE amendments ADD COLUMN edited_at INTEGER;

ALTER TABLE comments ADD COLUMN amendment_id BLOB REFERENCES amendments (id);
CREATE INDEX comments_amendment ON comments (amendment_id, parent_id);
-- It asks about an article: its answer is words (`reason`) without an outcome, by somebody.
ALTER TABLE comments ADD COLUMN question BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE comments ADD COLUMN answered_by BLOB REFERENCES accounts (id);
CREATE INDEX comments_question ON comments (article_id, created_at) WHERE question;

ALTER TABLE reports ADD COLUMN amendment_id BLOB REFERENCES amendments (id);
CREATE UNIQUE INDEX reports_amendment ON reports (amendment_id, reporter_id);
ALTER TABLE hidings ADD COLUMN amendment_id BLOB REFERENCES amendments (id);
CREATE UNIQUE INDEX hidings_amendment ON hidings (amendment_id) WHERE ending IS NULL OR ending = 'upheld';
CREATE INDEX hidings_all_amendment ON hidings (amendment_id, created_at);

-- Of a proposal or an amendment.
CREATE TABLE told (
    account_id   BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    proposal_id  BLOB REFERENCES proposals (id),
    amendment_id BLOB REFERENCES amendments (id),
    at           INTEGER NOT NULL,
    UNIQUE (account_id, proposal_id),
    UNIQUE (account_id, amendment_id)
);
INSERT INTO told (account_id, proposal_id, at) SELECT account_id, proposal_id, at FROM news;
DROP TABLE news;
ALTER TABLE told RENAME TO news;

-- The number of the version with whose text the easy-to-read one was last confirmed. Of what is there: the first that had it.
ALTER TABLE article_versions ADD COLUMN easy_of INTEGER NOT NULL DEFAULT 1;
UPDATE article_versions SET easy_of = (
    SELECT MIN(e.number) FROM article_versions e WHERE e.article_id = article_versions.article_id AND e.easy = article_versions.easy);
