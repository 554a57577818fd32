-- Version 4: a draft tells when it was last written in, so that a silent one can be told from one at
-- work on another machine.

-- '' where it is not known: a step of version 3.
ALTER TABLE utkast_steg ADD COLUMN tid TEXT NOT NULL DEFAULT '';
