-- When the person did it, by her phone's clock put right by the server's: the making, and the newest edit. NULL where that is
-- the moment at which it arrived.

ALTER TABLE record ADD COLUMN made_at BIGINT;
ALTER TABLE record ADD COLUMN edited_at BIGINT;
