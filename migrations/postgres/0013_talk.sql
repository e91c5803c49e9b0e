-- What moderation left open: replies that can be read, reasons of votes, pictures of what is hidden, mails that can be switched off.

-- Of a thread's first comment: how many stand under it that are neither hidden nor taken back. (`replies` counts places.)
ALTER TABLE comments ADD COLUMN listed_replies BIGINT NOT NULL DEFAULT 0;
UPDATE comments SET listed_replies = (
    SELECT COUNT(*) FROM comments r
    WHERE r.thread_id = comments.id AND r.parent_id IS NOT NULL AND r.hidden_reason IS NULL AND NOT r.withdrawn)
WHERE parent_id IS NULL;

-- Why moderation hid the reason given with a vote; its voter alone still reads both.
ALTER TABLE votes ADD COLUMN hidden_cause TEXT;
ALTER TABLE votes ADD COLUMN hidden_words TEXT NOT NULL DEFAULT '';

-- The page that switches mails of this kind off.
ALTER TABLE outbox ADD COLUMN off_url TEXT;

-- Each time a picture is served, the proposals that hold it are asked for.
CREATE INDEX proposals_picture ON proposals ((picture ->> 'id')) WHERE picture IS NOT NULL;

-- All hidings of a text, those that ended too.
CREATE INDEX hidings_all_comment ON hidings (comment_id, created_at);
CREATE INDEX hidings_all_proposal ON hidings (proposal_id, created_at);
