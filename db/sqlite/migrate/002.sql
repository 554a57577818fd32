-- Version 2: the list of ärenden costs the same however many there are, and a save however long the
-- history is.

ALTER TABLE arende ADD COLUMN
  oppet INTEGER GENERATED ALWAYS AS (status NOT IN ('beslutat', 'expedierat', 'avslutat'));
ALTER TABLE arende ADD COLUMN
  frist TEXT GENERATED ALWAYS AS
    (CASE WHEN anstand <> '' THEN anstand WHEN svarstid <> '' THEN svarstid ELSE '9999' END);

CREATE INDEX arende_oppet ON arende (oppet, frist, nr);
CREATE INDEX arende_frist ON arende (frist, nr);
CREATE INDEX svar_besvarat ON svar (arende) WHERE stallning <> '';
CREATE INDEX revision_version ON revision (arende, slag, nyckel, version);

-- How many ärenden there are, so that the list need not count them: a row for those being worked on
-- (oppet 1) and one for the others.
CREATE TABLE arende_antal (
  oppet INTEGER PRIMARY KEY CHECK (oppet IN (0, 1)),
  n INTEGER NOT NULL CHECK (n >= 0)
);
INSERT INTO arende_antal (oppet, n)
  SELECT 0, count(*) FROM arende WHERE NOT oppet
  UNION ALL SELECT 1, count(*) FROM arende WHERE oppet;

CREATE TRIGGER arende_antal_ny AFTER INSERT ON arende BEGIN
  UPDATE arende_antal SET n = n + 1 WHERE oppet = new.oppet;
END;

CREATE TRIGGER arende_antal_bort AFTER DELETE ON arende BEGIN
  UPDATE arende_antal SET n = n - 1 WHERE oppet = old.oppet;
END;

CREATE TRIGGER arende_antal_status AFTER UPDATE OF status ON arende
WHEN new.oppet <> old.oppet BEGIN
  UPDATE arende_antal SET n = n - 1 WHERE oppet = old.oppet;
  UPDATE arende_antal SET n = n + 1 WHERE oppet = new.oppet;
END;
