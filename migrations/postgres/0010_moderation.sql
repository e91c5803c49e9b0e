-- Comments in depth: threads in pages, earlier wordings, marks, mentions. What one page shows is kept beside the comment.

-- The first comment of its thread (its own id for that one), and its place in the thread (0 for the first).
ALTER TABLE comments ADD COLUMN thread_id UUID REFERENCES comments (id);
ALTER TABLE comments ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
-- Of a thread's first comment: how many were written under it.
ALTER TABLE comments ADD COLUMN replies BIGINT NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN agrees BIGINT NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN disagrees BIGINT NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN edits BIGINT NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN edited_at BIGINT;
-- Taken back by its author: the words and the earlier wordings are gone, the thread stays.
ALTER TABLE comments ADD COLUMN withdrawn BOOLEAN NOT NULL DEFAULT FALSE;

WITH RECURSIVE tree (id, thread_id) AS (
    SELECT id, id FROM comments WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, t.thread_id FROM tree t JOIN comments c ON c.parent_id = t.id)
UPDATE comments SET thread_id = t.thread_id FROM tree t WHERE t.id = comments.id;
UPDATE comments SET position = n.place FROM (
    SELECT id, ROW_NUMBER() OVER (PARTITION BY thread_id ORDER BY CASE WHEN parent_id IS NULL THEN 0 ELSE 1 END, created_at, id) - 1 AS place
    FROM comments) n WHERE n.id = comments.id;
UPDATE comments SET replies = (SELECT COUNT(*) FROM comments r WHERE r.thread_id = comments.id AND r.parent_id IS NOT NULL)
WHERE parent_id IS NULL;
CREATE UNIQUE INDEX comments_thread ON comments (thread_id, position);

-- What a comment said before it was changed.
CREATE TABLE comment_versions (
    comment_id UUID NOT NULL REFERENCES comments (id),
    number     BIGINT NOT NULL,
    body       TEXT NOT NULL,
    created_at BIGINT NOT NULL,           -- when it was written
    PRIMARY KEY (comment_id, number)
);

-- One mark of a person on a comment; no when.
CREATE TABLE comment_marks (
    comment_id UUID NOT NULL REFERENCES comments (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    mark       TEXT NOT NULL,
    PRIMARY KEY (comment_id, account_id)
);

-- Whom a comment is for: a person or a public.
CREATE TABLE comment_mentions (
    comment_id UUID NOT NULL REFERENCES comments (id),
    account_id UUID REFERENCES accounts (id),
    college_id UUID REFERENCES colleges (id),
    UNIQUE (comment_id, account_id),
    UNIQUE (comment_id, college_id)
);
CREATE INDEX comment_mentions_account ON comment_mentions (account_id);
CREATE INDEX comment_mentions_college ON comment_mentions (college_id);

-- How fast a person goes: when they have their whole allowance again. Nothing says what was done nor how often.
CREATE TABLE paces (
    account_id UUID NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    deed       TEXT NOT NULL,
    full_at    BIGINT NOT NULL,
    PRIMARY KEY (account_id, deed)
);

-- Moderation -----------------------------------------------------------------------------------------------------

CREATE TABLE committee_members (
    process_id UUID NOT NULL REFERENCES processes (id),
    committee  TEXT NOT NULL,
    member_id  UUID NOT NULL REFERENCES members (id),
    PRIMARY KEY (process_id, committee, member_id)
);
CREATE INDEX committee_members_member ON committee_members (member_id);

-- Who thinks that a text should be looked at. Shown without the name.
CREATE TABLE reports (
    id          UUID PRIMARY KEY,
    process_id  UUID NOT NULL REFERENCES processes (id),
    comment_id  UUID REFERENCES comments (id),
    proposal_id UUID REFERENCES proposals (id),
    reporter_id UUID NOT NULL REFERENCES accounts (id),
    cause       TEXT NOT NULL,
    words       TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    settled     BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (reporter_id, comment_id),
    UNIQUE (reporter_id, proposal_id)
);
CREATE INDEX reports_process ON reports (process_id, created_at) WHERE NOT settled;
CREATE INDEX reports_comment ON reports (comment_id);
CREATE INDEX reports_proposal ON reports (proposal_id);

-- Each time a text was hidden, what its author said to it, and how it ended.
CREATE TABLE hidings (
    id           UUID PRIMARY KEY,
    process_id   UUID NOT NULL REFERENCES processes (id),
    comment_id   UUID REFERENCES comments (id),
    proposal_id  UUID REFERENCES proposals (id),
    moderator_id UUID REFERENCES accounts (id),   -- none for what was hidden before this table was there
    cause        TEXT NOT NULL,
    words        TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    appeal       TEXT,
    appealed_at  BIGINT,
    ending       TEXT,                            -- none, upheld: it is hidden
    ended_by     UUID REFERENCES accounts (id),
    ended_words  TEXT NOT NULL DEFAULT '',
    ended_at     BIGINT
);
CREATE UNIQUE INDEX hidings_comment ON hidings (comment_id) WHERE ending IS NULL OR ending = 'upheld';
CREATE UNIQUE INDEX hidings_proposal ON hidings (proposal_id) WHERE ending IS NULL OR ending = 'upheld';
CREATE INDEX hidings_process ON hidings (process_id, created_at);

INSERT INTO hidings (id, process_id, comment_id, cause, words, created_at)
SELECT c.id, r.process_id, c.id, 'other', c.hidden_reason, c.created_at
FROM comments c JOIN rounds r ON r.id = c.round_id WHERE c.hidden_reason IS NOT NULL;
INSERT INTO hidings (id, process_id, proposal_id, cause, words, created_at)
SELECT p.id, r.process_id, p.id, 'other', p.hidden_reason, p.created_at
FROM proposals p JOIN rounds r ON r.id = p.round_id WHERE p.hidden_reason IS NOT NULL;
