-- Comments on a passage of an article.

CREATE TABLE comment_anchors (
    comment_id UUID PRIMARY KEY REFERENCES comments (id),
    article_id UUID NOT NULL REFERENCES articles (id),
    version    BIGINT NOT NULL, -- the number of the version it was made on
    quote      TEXT NOT NULL,    -- the words it was made on
    starts     BYTEA,             -- the same place in the draft, sticky; none where the draft had other words by then
    ends       BYTEA,
    at_from    BIGINT,          -- where it is in the current version, in UTF-16 code units; none when its words are gone
    at_to      BIGINT
);
CREATE INDEX comment_anchors_article ON comment_anchors (article_id);
