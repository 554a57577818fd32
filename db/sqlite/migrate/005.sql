-- Version 5: a summary remembers the answers that it was written from, so that it can be told when they
-- have changed.

-- '' where it is not known: a text of version 4.
ALTER TABLE textblock ADD COLUMN
  grund TEXT NOT NULL DEFAULT '' CHECK (grund NOT GLOB '*[^0-9a-z.:, -]*');
