-- Version 3: a draft keeps its steps, and the program comes back to where somebody was.

CREATE TABLE utkast_forr AS SELECT * FROM utkast;
DROP TABLE utkast;

CREATE TABLE utkast (
  id INTEGER PRIMARY KEY,
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  slag TEXT NOT NULL,
  nyckel TEXT NOT NULL,
  falt TEXT NOT NULL,
  person TEXT NOT NULL,
  session TEXT NOT NULL,
  version INTEGER NOT NULL, -- of the post it was begun from, 0 for none
  text TEXT NOT NULL,
  tid TEXT NOT NULL,
  UNIQUE (person, arende, slag, nyckel, falt, session)
);
CREATE INDEX utkast_arende ON utkast (arende);

-- The log of operations: at byte `plats`, `bort` gave place to `dit`.
CREATE TABLE utkast_steg (
  utkast INTEGER NOT NULL REFERENCES utkast (id) ON DELETE CASCADE,
  nr INTEGER NOT NULL CHECK (nr > 0),
  slag TEXT NOT NULL CHECK (slag IN ('skrev', 'ångrade', 'gjorde om')),
  fortsatt INTEGER NOT NULL CHECK (fortsatt IN (0, 1)), -- undone together with the one before
  plats INTEGER NOT NULL CHECK (plats >= 0),
  bort TEXT NOT NULL,
  dit TEXT NOT NULL,
  markor INTEGER NOT NULL CHECK (markor >= 0), -- the cursor afterwards
  PRIMARY KEY (utkast, nr)
) WITHOUT ROWID;

-- What had been typed becomes one step from what stood when the draft was begun, which the history
-- has: so it can be undone, and be joined with what others have changed since.
INSERT INTO utkast (arende, slag, nyckel, falt, person, session, version, text, tid)
  SELECT f.arende, f.slag, f.nyckel, f.falt, f.person, f.session, f.version,
      coalesce((SELECT v.varde FROM revision r JOIN revision_falt v ON v.revision = r.id
                WHERE r.arende = f.arende AND r.slag = f.slag AND r.nyckel = f.nyckel
                  AND r.version = f.version AND v.falt = f.falt ORDER BY r.id DESC LIMIT 1), ''),
      f.tid
    FROM utkast_forr f;
INSERT INTO utkast_steg (utkast, nr, slag, fortsatt, plats, bort, dit, markor)
  SELECT u.id, 1, 'skrev', 0, 0, u.text, f.text, length(CAST(f.text AS BLOB))
    FROM utkast u JOIN utkast_forr f ON f.person = u.person AND f.arende = u.arende
      AND f.slag = u.slag AND f.nyckel = u.nyckel AND f.falt = u.falt AND f.session = u.session;
DROP TABLE utkast_forr;

-- Where somebody was in an ärende, to come back to.
CREATE TABLE plats (
  person TEXT NOT NULL,
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  vy TEXT NOT NULL,
  slag TEXT NOT NULL,
  nyckel TEXT NOT NULL,
  falt TEXT NOT NULL,
  markor INTEGER NOT NULL CHECK (markor >= 0),
  PRIMARY KEY (person, arende)
);
CREATE INDEX plats_arende ON plats (arende);

-- … and in which ärende last; NULL in the list of them.
CREATE TABLE plats_senast (
  person TEXT PRIMARY KEY NOT NULL,
  arende INTEGER REFERENCES arende (nr) ON DELETE SET NULL
);
CREATE INDEX plats_senast_arende ON plats_senast (arende);
