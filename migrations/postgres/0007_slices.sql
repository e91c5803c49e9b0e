-- Results within an answer, kept by the writes that change them as those of all: the tallies of those who gave it.
-- A slice is `question.answer`. Nothing here says who: these are sums.
CREATE TABLE slice_tallies (
    round_id   UUID NOT NULL REFERENCES rounds (id),
    slice      TEXT NOT NULL,
    question   TEXT NOT NULL,
    option     TEXT NOT NULL,            -- empty: how many answered the question
    college_id UUID NOT NULL REFERENCES colleges (id),
    n          BIGINT NOT NULL,
    PRIMARY KEY (round_id, slice, question, option, college_id)
);
