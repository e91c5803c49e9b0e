-- Comments on a passage of an article.

CREATE TABLE comment_anchors (
    comment_id BLOB PRIMARY KEY REFERENCES comments (id),
    article_id BLOB NOT NULL REFERENCES articles (id),
    version    INTEGER NOT NULL, -- the number of the version it was made on
    quote      TEXT NOT NULL,    -- the words it was made on
    starts     BLOB,             -- the same place in the draft, sticky; none where the draft had other words by then
    ends       BLOB,
    at_from    INTEGER,          -- where it is in the current version, in UTF-16 code units; none when its words are gone
    at_to      INTEGER
) WITHOUT ROWID;
CREATE INDEX comment_anchors_article ON comment_anchors (article_id);
