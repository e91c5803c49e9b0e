-- One hash over the public list of secret ballots, fixed at publication; the journal has it too.
ALTER TABLE rounds ADD COLUMN ballots_head TEXT;
