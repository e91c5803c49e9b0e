-- With a receipt, its holder opens their anonymous response again. The hash of a random code: it tells nothing of anybody.
ALTER TABLE responses ADD COLUMN receipt_hash BYTEA;
CREATE UNIQUE INDEX responses_receipt ON responses (receipt_hash) WHERE receipt_hash IS NOT NULL;
