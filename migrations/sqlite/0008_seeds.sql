-- Which of the 64 orders of shuffled questions and options a person saw (`domain/survey/shuffle.rs`). Drawn with the draft, for nobody;
-- it goes over to the response when the draft is deleted. None where nothing is shuffled, on paper and from a helper.
ALTER TABLE drafts ADD COLUMN seed INTEGER;
ALTER TABLE responses ADD COLUMN seed INTEGER;
