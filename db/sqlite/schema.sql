-- The whole schema of yttra's database in SQLite, version 5 (PRAGMA user_version).
--
-- A new database is made from this file; an older one is brought here by db/sqlite/migrate. A test
-- holds that both ways end in the same schema, and that the tables of posts have just the columns
-- of the registry in src/remiss/slag.c, with CHECKs that take just its words.
--
-- All text is UTF-8, NFC. A text that is not filled in is '', never NULL. Days are ISO dates, times
-- ISO in UTC: "2025-01-29T08:15:30Z". `slag` is the name of a post kind's table.

-- ---- Betänkanden ------------------------------------------------------------------------------

CREATE TABLE betankande (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), -- "sou-2024-72"
  beteckning TEXT NOT NULL DEFAULT '',
  titel TEXT NOT NULL DEFAULT '',
  utredning TEXT NOT NULL DEFAULT '',
  utredning_dnr TEXT NOT NULL DEFAULT '',
  direktiv TEXT NOT NULL DEFAULT '',
  departement TEXT NOT NULL DEFAULT '',
  dnr TEXT NOT NULL DEFAULT '',
  isbn TEXT NOT NULL DEFAULT '',
  datum TEXT NOT NULL DEFAULT '',
  uppdrag TEXT NOT NULL DEFAULT '',
  n_punkt INTEGER NOT NULL,  -- how many betankande_punkt it has, for the lists
  version INTEGER NOT NULL CHECK (version > 0)
);

CREATE TABLE betankande_avsnitt (
  betankande TEXT NOT NULL REFERENCES betankande (id) ON DELETE CASCADE,
  nummer TEXT NOT NULL CHECK (nummer <> ''),
  ordning INTEGER NOT NULL CHECK (ordning > 0), -- reading order
  titel TEXT NOT NULL DEFAULT '',
  harkomst TEXT NOT NULL CHECK (harkomst IN ('okänd', 'parafras', 'verifierad')),
  niva INTEGER NOT NULL,
  foralder INTEGER NOT NULL CHECK (foralder < ordning), -- its parent's ordning, 0 for none
  sida INTEGER NOT NULL,
  gist TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (betankande, nummer)
);

CREATE TABLE betankande_punkt (
  betankande TEXT NOT NULL,
  avsnitt TEXT NOT NULL,
  nr INTEGER NOT NULL CHECK (nr > 0),
  slag TEXT NOT NULL CHECK (slag IN ('förslag', 'bedömning')),
  negerad INTEGER NOT NULL CHECK (negerad IN (0, 1)),
  att TEXT NOT NULL DEFAULT '',
  motsats TEXT NOT NULL DEFAULT '',
  infinitiv TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  sida INTEGER NOT NULL,
  PRIMARY KEY (betankande, avsnitt, nr),
  FOREIGN KEY (betankande, avsnitt) REFERENCES betankande_avsnitt (betankande, nummer)
    ON DELETE CASCADE
);

CREATE TABLE betankande_hanvisning (
  betankande TEXT NOT NULL,
  avsnitt TEXT NOT NULL,
  punkt INTEGER NOT NULL,
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  text TEXT NOT NULL,
  PRIMARY KEY (betankande, avsnitt, punkt, ordning),
  FOREIGN KEY (betankande, avsnitt, punkt) REFERENCES betankande_punkt (betankande, avsnitt, nr)
    ON DELETE CASCADE
);

-- ---- Ärenden and their posts ------------------------------------------------------------------

-- The ärende and its own post.
CREATE TABLE arende (
  nr INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  betankande TEXT NOT NULL REFERENCES betankande (id),
  skapad TEXT NOT NULL,
  andrad TEXT NOT NULL, -- its newest revision
  version INTEGER NOT NULL CHECK (version > 0),
  -- what it is and who answers
  rubrik TEXT NOT NULL DEFAULT '',
  dnr TEXT NOT NULL DEFAULT '',
  ert_dnr TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT ''
    CHECK (status IN ('', 'pågår', 'granskas', 'beslutat', 'expedierat', 'avslutat')),
  profil TEXT NOT NULL DEFAULT '',
  profilversion TEXT NOT NULL DEFAULT '',
  vag TEXT NOT NULL DEFAULT ''
    CHECK (vag IN ('', 'nämnd-kommunstyrelse', 'nämnd-departement', 'styrelse-departement',
                   'information')),
  organisation TEXT NOT NULL DEFAULT '',
  namnd TEXT NOT NULL DEFAULT '',
  forvaltning TEXT NOT NULL DEFAULT '',
  beslutande TEXT NOT NULL DEFAULT '',
  adressat TEXT NOT NULL DEFAULT '',
  mottagare TEXT NOT NULL DEFAULT '',
  remissinstans TEXT NOT NULL DEFAULT '',
  epost TEXT NOT NULL DEFAULT '',
  epost_kopia TEXT NOT NULL DEFAULT '',
  -- the days
  inkom TEXT NOT NULL DEFAULT ''
    CHECK (inkom = '' OR inkom GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  svarstid TEXT NOT NULL DEFAULT ''
    CHECK (svarstid = '' OR svarstid GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  anstand_begart TEXT NOT NULL DEFAULT ''
    CHECK (anstand_begart = '' OR anstand_begart GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  anstand TEXT NOT NULL DEFAULT ''
    CHECK (anstand = '' OR anstand GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  skrivstopp TEXT NOT NULL DEFAULT ''
    CHECK (skrivstopp = '' OR skrivstopp GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  granskning TEXT NOT NULL DEFAULT ''
    CHECK (granskning = '' OR granskning GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  utskick TEXT NOT NULL DEFAULT ''
    CHECK (utskick = '' OR utskick GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  au TEXT NOT NULL DEFAULT ''
    CHECK (au = '' OR au GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  arbetsutskott TEXT NOT NULL DEFAULT '',
  namndmote TEXT NOT NULL DEFAULT ''
    CHECK (namndmote = '' OR namndmote GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  justering TEXT NOT NULL DEFAULT ''
    CHECK (justering = '' OR justering GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  omedelbar_justering TEXT NOT NULL DEFAULT '' CHECK (omedelbar_justering IN ('', 'ja', 'nej')),
  expediering_datum TEXT NOT NULL DEFAULT ''
    CHECK (expediering_datum = ''
           OR expediering_datum GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  datum TEXT NOT NULL DEFAULT ''
    CHECK (datum = '' OR datum GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  tjansteskrivelse_datum TEXT NOT NULL DEFAULT ''
    CHECK (tjansteskrivelse_datum = ''
           OR tjansteskrivelse_datum GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  -- the decision
  paragraf TEXT NOT NULL DEFAULT '',
  beslutsutgang TEXT NOT NULL DEFAULT ''
    CHECK (beslutsutgang IN ('', 'bifall', 'ändring', 'återremiss', 'bordläggning')),
  beslutsdatum TEXT NOT NULL DEFAULT ''
    CHECK (beslutsdatum = '' OR beslutsdatum GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  ordforandebeslut TEXT NOT NULL DEFAULT '' CHECK (ordforandebeslut IN ('', 'ja', 'nej')),
  avstar TEXT NOT NULL DEFAULT '' CHECK (avstar IN ('', 'ja', 'nej')),
  -- the papers
  subjekt TEXT NOT NULL DEFAULT '',
  barnets_basta TEXT NOT NULL DEFAULT ''
    CHECK (barnets_basta IN ('', 'enkel', 'vanlig', 'fördjupad', 'berörs-inte')),
  gallring TEXT NOT NULL DEFAULT '',
  anteckning TEXT NOT NULL DEFAULT '',
  -- for the list of ärenden: is it being worked on, and when is the answer due
  oppet INTEGER GENERATED ALWAYS AS (status NOT IN ('beslutat', 'expedierat', 'avslutat')),
  frist TEXT GENERATED ALWAYS AS
    (CASE WHEN anstand <> '' THEN anstand WHEN svarstid <> '' THEN svarstid ELSE '9999' END)
);
CREATE INDEX arende_betankande ON arende (betankande);
CREATE INDEX arende_oppet ON arende (oppet, frist, nr);
CREATE INDEX arende_frist ON arende (frist, nr);

-- How many ärenden there are, so that the list need not count them: a row for those being worked on
-- (oppet 1) and one for the others.
CREATE TABLE arende_antal (
  oppet INTEGER PRIMARY KEY CHECK (oppet IN (0, 1)),
  n INTEGER NOT NULL CHECK (n >= 0)
);
INSERT INTO arende_antal (oppet, n) VALUES (0, 0), (1, 0);

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

-- The answer to one punkt; nyckel is "4.1.1:2".
CREATE TABLE svar (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[0-9]*:[1-9]*' AND nyckel NOT GLOB '*[^0-9.:]*'),
  version INTEGER NOT NULL CHECK (version > 0),
  stallning TEXT NOT NULL DEFAULT ''
    CHECK (stallning IN ('', 'tillstyrker', 'synpunkter', 'villkor', 'delvis', 'tveksam',
                         'utred', 'avstyrker', 'ingen-erinran', 'avstar', 'ej-berord')),
  villkor TEXT NOT NULL DEFAULT '',
  motivering TEXT NOT NULL DEFAULT '',
  subjekt TEXT NOT NULL DEFAULT '',
  anteckning TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);
CREATE INDEX svar_besvarat ON svar (arende) WHERE stallning <> '';

-- How the ärende treats one avsnitt; nyckel is "4.1.1".
CREATE TABLE avsnittsuppgift (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[0-9]*' AND nyckel NOT GLOB '*[^0-9.]*'),
  version INTEGER NOT NULL CHECK (version > 0),
  rubrik TEXT NOT NULL DEFAULT '',
  redogorelse TEXT NOT NULL DEFAULT '',
  utelamnad TEXT NOT NULL DEFAULT '' CHECK (utelamnad IN ('', 'ja', 'nej')),
  skal TEXT NOT NULL DEFAULT '',
  anteckning TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- A text block; nyckel is its name, "sammanfattning".
CREATE TABLE textblock (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  innehall TEXT NOT NULL DEFAULT '',
  -- the answers that a summary was written from; '' where it is not known
  grund TEXT NOT NULL DEFAULT '' CHECK (grund NOT GLOB '*[^0-9a-z.:, -]*'),
  PRIMARY KEY (arende, nyckel)
);

-- Who prepares the ärende.
CREATE TABLE handlaggare (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  namn TEXT NOT NULL DEFAULT '',
  titel TEXT NOT NULL DEFAULT '',
  enhet TEXT NOT NULL DEFAULT '',
  epost TEXT NOT NULL DEFAULT '',
  telefon TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- What the nämnd is asked to decide.
CREATE TABLE beslutspunkt (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- The papers that the decision rests on.
CREATE TABLE underlag (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  slag TEXT NOT NULL DEFAULT ''
    CHECK (slag IN ('', 'betänkande', 'tjänsteskrivelse', 'yttrande', 'protokollsutdrag',
                    'missiv', 'annat')),
  kod TEXT NOT NULL DEFAULT '',
  titel TEXT NOT NULL DEFAULT '',
  forfattare TEXT NOT NULL DEFAULT '',
  datum TEXT NOT NULL DEFAULT ''
    CHECK (datum = '' OR datum GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  PRIMARY KEY (arende, nyckel)
);

-- Bodies that treat the ärende beside the arbetsutskott and the nämnd.
CREATE TABLE planering (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  organ TEXT NOT NULL DEFAULT '',
  moment TEXT NOT NULL DEFAULT '',
  datum TEXT NOT NULL DEFAULT ''
    CHECK (datum = '' OR datum GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  PRIMARY KEY (arende, nyckel)
);

-- To whom the decision is sent.
CREATE TABLE expediering (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  namn TEXT NOT NULL DEFAULT '',
  for_vad TEXT NOT NULL DEFAULT ''
    CHECK (for_vad IN ('', 'beslut', 'kännedom', 'åtgärd')),
  PRIMARY KEY (arende, nyckel)
);

-- Who signs.
CREATE TABLE undertecknare (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  namn TEXT NOT NULL DEFAULT '',
  titel TEXT NOT NULL DEFAULT '',
  dokument TEXT NOT NULL DEFAULT ''
    CHECK (dokument IN ('', 'yttrande', 'tjänsteskrivelse', 'beslutsförslag')),
  PRIMARY KEY (arende, nyckel)
);

-- A stand of the nämnd's own, outside of any one punkt.
CREATE TABLE standpunkt (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  slag TEXT NOT NULL DEFAULT ''
    CHECK (slag IN ('', 'anser', 'önskemål', 'reservation', 'eget-förslag', 'utred-vidare',
                    'omdöme')),
  avsnitt TEXT NOT NULL DEFAULT '' CHECK (avsnitt NOT GLOB '*[^0-9., ]*'),
  tema TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- A heading of the yttrande under which punkter are answered together.
CREATE TABLE tema (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  namn TEXT NOT NULL DEFAULT '',
  under_tema TEXT NOT NULL DEFAULT '',
  rubrik TEXT NOT NULL DEFAULT '',
  kapitel TEXT NOT NULL DEFAULT '',
  inledning TEXT NOT NULL DEFAULT '',
  punkter TEXT NOT NULL DEFAULT '' CHECK (punkter NOT GLOB '*[^0-9.:, ]*'),
  avslut TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- What matters most, in a sentence or two.
CREATE TABLE nyckelpunkt (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  ingress TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  grupp TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- One heading for several avsnitt.
CREATE TABLE gemensam_rubrik (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  avsnitt TEXT NOT NULL DEFAULT '' CHECK (avsnitt NOT GLOB '*[^0-9., ]*'),
  rubrik TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- A part of what the utredning was told to do.
CREATE TABLE uppdrag (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- Views gathered from others.
CREATE TABLE samverkan (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  fran TEXT NOT NULL DEFAULT '',
  slag TEXT NOT NULL DEFAULT ''
    CHECK (slag IN ('', 'råd', 'facklig', 'expert', 'annan-nämnd', 'brukare')),
  datum TEXT NOT NULL DEFAULT ''
    CHECK (datum = '' OR datum GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- A note below a table or a paper, by its mark.
CREATE TABLE notmarke (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  marke TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- What is enclosed.
CREATE TABLE bilaga (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  titel TEXT NOT NULL DEFAULT '',
  datum TEXT NOT NULL DEFAULT ''
    CHECK (datum = '' OR datum GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  PRIMARY KEY (arende, nyckel)
);

-- What happened at the meeting.
CREATE TABLE protokoll (
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  nyckel TEXT NOT NULL CHECK (nyckel GLOB '[1-9]*' AND nyckel NOT GLOB '*[^0-9]*'),
  ordning INTEGER NOT NULL CHECK (ordning > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  slag TEXT NOT NULL DEFAULT ''
    CHECK (slag IN ('', 'yrkande', 'propositionsordning', 'omröstning', 'beslut', 'deltagare',
                    'justerare', 'reservation', 'särskilt-yttrande', 'jäv')),
  vem TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (arende, nyckel)
);

-- ---- History and drafts -----------------------------------------------------------------------

-- One saved state of one post. Rows are never changed and never removed.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  arende INTEGER NOT NULL REFERENCES arende (nr) ON DELETE CASCADE,
  slag TEXT NOT NULL,
  nyckel TEXT NOT NULL,
  ordning INTEGER NOT NULL, -- the line's place when it was saved, 0 where there are no places
  version INTEGER NOT NULL CHECK (version > 0), -- of the post
  tid TEXT NOT NULL,
  vem TEXT NOT NULL CHECK (vem <> ''),
  orsak TEXT NOT NULL CHECK (orsak <> ''),
  borttagen INTEGER NOT NULL CHECK (borttagen IN (0, 1))
);
CREATE INDEX revision_post ON revision (arende, slag, nyckel, id);
CREATE INDEX revision_version ON revision (arende, slag, nyckel, version);
CREATE INDEX revision_arende ON revision (arende, id);

-- What the post's fields held; those that were empty have no row.
CREATE TABLE revision_falt (
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  falt TEXT NOT NULL, -- the column in the post's table
  varde TEXT NOT NULL CHECK (varde <> ''),
  PRIMARY KEY (revision, falt)
) WITHOUT ROWID;

-- What is typed and not yet saved: the text that a field had when somebody began to write in it, and
-- the steps since.
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
  tid TEXT NOT NULL DEFAULT '', -- when it was kept
  PRIMARY KEY (utkast, nr)
) WITHOUT ROWID;

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

-- ---- Search -----------------------------------------------------------------------------------

-- What there is to find: a post (arende set) or a part of a betänkande (betankande set; slag is
-- then 'betankande').
CREATE TABLE sokpost (
  id INTEGER PRIMARY KEY,
  arende INTEGER REFERENCES arende (nr) ON DELETE CASCADE,
  betankande TEXT REFERENCES betankande (id) ON DELETE CASCADE,
  slag TEXT NOT NULL,
  nyckel TEXT NOT NULL,
  CHECK ((arende IS NULL) <> (betankande IS NULL)),
  UNIQUE (arende, slag, nyckel),
  UNIQUE (betankande, slag, nyckel)
);

-- Their text: row id is sokpost.id. Kept by db/store_sok.c and not by triggers, which may not write
-- to a virtual table while trusted_schema is off (SQLite 3.40).
CREATE VIRTUAL TABLE sok USING fts5 (
  text, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
