"""The steps that make a library file, or bring an older one up to date. A released step is never changed."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from db import digest, index_steps, quote_checks
from db.indexing import INDEXES
from db.schema import APPLICATION_ID, FORMAT, JOURNALED
from db.triggers import drop_triggers, install_triggers

migrations = Migrations("parley")

_DAY = "[0-9][0-9]"
_YEAR = "[0-9][0-9][0-9][0-9]"


def _partial_date(column: str) -> str:
    """A CHECK that a column holds a year, a month or a day."""
    shapes = (_YEAR, f"{_YEAR}-{_DAY}", f"{_YEAR}-{_DAY}-{_DAY}")
    return "CHECK (" + " OR ".join(f"{column} GLOB '{shape}'" for shape in shapes) + ")"


def bring_up_to_date(db: Database) -> None:
    """Run the steps that the file lacks, inside the caller's transaction, and mark its format."""
    as_shipped = digest.is_as_kept(db.conn)
    for table in JOURNALED:
        drop_triggers(db, table)
    migrations.apply(db)
    quote_checks.complete(db.conn)
    for index in INDEXES:
        index_steps.step(db.conn, index)  # what is left of a large library is taken in while it is used
    for table in JOURNALED:
        install_triggers(db, table)
    if as_shipped:
        digest.keep(db.conn)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {FORMAT}")


@migrations(name="0001_tables")
def create_tables(db: Database) -> None:
    """The tables, views and indexes of format 1."""
    key = "id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> '')"
    record = "record_kind TEXT NOT NULL, record_uid TEXT NOT NULL"
    statements = f"""
    CREATE TABLE library (key TEXT PRIMARY KEY, value TEXT) STRICT;
    CREATE TABLE revisions (
      id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, author TEXT, made_at TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'take-back', 'dataset')),
      reverts INTEGER REFERENCES revisions (id)) STRICT;
    CREATE INDEX revisions_by_reverted ON revisions (reverts);
    CREATE TABLE changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT, revision_id INTEGER NOT NULL REFERENCES revisions (id),
      table_name TEXT NOT NULL, row_id INTEGER NOT NULL, row_uid TEXT NOT NULL,
      operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
      before TEXT, after TEXT) STRICT;
    CREATE INDEX changes_of_revision ON changes (revision_id, table_name, row_id);
    CREATE INDEX changes_of_row ON changes (table_name, row_id);
    CREATE TABLE open_revision (revision_id INTEGER NOT NULL REFERENCES revisions (id)) STRICT;

    CREATE TABLE meetings (
      {key}, kind TEXT NOT NULL CHECK (kind IN ('round', 'summit', 'ministerial', 'congress', 'working-group')),
      number INTEGER CHECK (number > 0), title TEXT NOT NULL CHECK (title <> ''),
      starts TEXT {_partial_date("starts")}, ends TEXT {_partial_date("ends")},
      city TEXT, country TEXT, venue TEXT,
      held TEXT NOT NULL CHECK (held IN ('held', 'planned', 'unconfirmed')), summary TEXT) STRICT;
    CREATE INDEX meetings_by_number ON meetings (kind, number);
    CREATE TABLE topics (
      {key}, name TEXT NOT NULL CHECK (name <> ''), label TEXT NOT NULL CHECK (label <> ''),
      parent_id INTEGER REFERENCES topics (id) CHECK (parent_id <> id), description TEXT) STRICT;
    CREATE INDEX topics_of_parent ON topics (parent_id);
    CREATE TABLE events (
      {key}, kind TEXT NOT NULL CHECK (kind IN ('detainee-exchange', 'other')),
      number INTEGER CHECK (number > 0), title TEXT NOT NULL CHECK (title <> ''),
      happened TEXT {_partial_date("happened")}, place TEXT,
      topic_id INTEGER REFERENCES topics (id), note TEXT) STRICT;
    CREATE INDEX events_of_topic ON events (topic_id);
    CREATE TABLE parties (
      {key}, name TEXT NOT NULL CHECK (name <> ''), short_name TEXT,
      kind TEXT NOT NULL CHECK (kind IN ('state', 'government', 'opposition', 'organisation', 'delegates'))) STRICT;
    CREATE TABLE people ({key}, name TEXT NOT NULL CHECK (name <> '')) STRICT;
    CREATE TABLE participations (
      {key}, meeting_id INTEGER NOT NULL REFERENCES meetings (id), party_id INTEGER NOT NULL REFERENCES parties (id),
      role TEXT NOT NULL CHECK (role IN ('guarantor', 'conflict-party', 'mediator', 'observer', 'host',
        'humanitarian-organisation', 'participant')),
      attendance TEXT NOT NULL CHECK (attendance IN ('reported', 'announced', 'invited', 'absent', 'declined',
        'presumed-member')),
      head_id INTEGER REFERENCES people (id), head_title TEXT, note TEXT) STRICT;
    CREATE INDEX participations_of_meeting ON participations (meeting_id, party_id);
    CREATE INDEX participations_of_party ON participations (party_id);
    CREATE INDEX participations_of_head ON participations (head_id);
    CREATE TABLE outcomes (
      {key}, meeting_id INTEGER NOT NULL REFERENCES meetings (id), position INTEGER NOT NULL,
      act TEXT NOT NULL CHECK (act IN ('signed', 'adopted', 'agreed', 'established', 'discussed', 'expressed')),
      act_as_worded TEXT, actor TEXT, text TEXT NOT NULL CHECK (text <> ''), note TEXT) STRICT;
    CREATE INDEX outcomes_of_meeting ON outcomes (meeting_id, position);
    CREATE TABLE outcome_topics (
      {key}, outcome_id INTEGER NOT NULL REFERENCES outcomes (id), topic_id INTEGER NOT NULL REFERENCES topics (id),
      UNIQUE (outcome_id, topic_id)) STRICT;
    CREATE INDEX outcome_topics_of_topic ON outcome_topics (topic_id);
    CREATE TABLE quotes (
      {key}, meeting_id INTEGER REFERENCES meetings (id), speaker_id INTEGER REFERENCES people (id),
      party_id INTEGER REFERENCES parties (id), speaker_title TEXT, said_on TEXT {_partial_date("said_on")},
      form TEXT NOT NULL CHECK (form IN ('direct', 'indirect')), language TEXT,
      text TEXT NOT NULL CHECK (text <> ''), position INTEGER NOT NULL) STRICT;
    CREATE INDEX quotes_of_meeting ON quotes (meeting_id, position);
    CREATE INDEX quotes_of_speaker ON quotes (speaker_id);
    CREATE INDEX quotes_of_party ON quotes (party_id);
    CREATE TABLE files (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), name TEXT, media_type TEXT, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE sources (
      {key}, title TEXT NOT NULL CHECK (title <> ''), publisher TEXT, url TEXT,
      published TEXT {_partial_date("published")},
      published_basis TEXT NOT NULL CHECK (published_basis IN ('shown', 'inferred', 'none')),
      language TEXT, text TEXT, text_sha256 TEXT CHECK ((text IS NULL) = (text_sha256 IS NULL)),
      file_sha256 TEXT REFERENCES files (sha256), note TEXT) STRICT;
    CREATE TABLE citations (
      {key}, source_id INTEGER REFERENCES sources (id), {record}, field TEXT,
      relation TEXT NOT NULL CHECK (relation IN ('states', 'contradicts', 'inferred')),
      basis TEXT NOT NULL CHECK (basis IN ('seen', 'recalled')),
      starts INTEGER CHECK (starts >= 0), ends INTEGER CHECK (ends > starts),
      exact TEXT, prefix TEXT, suffix TEXT, as_worded TEXT,
      CHECK (source_id IS NOT NULL OR basis = 'recalled'),
      CHECK ((starts IS NULL) = (ends IS NULL) AND (starts IS NULL OR exact IS NOT NULL))) STRICT;
    CREATE INDEX citations_of_record ON citations (record_uid, record_kind);
    CREATE INDEX citations_of_source ON citations (source_id);
    CREATE TABLE readings (
      {key}, {record}, field TEXT, about TEXT NOT NULL CHECK (about <> ''), value TEXT NOT NULL CHECK (value <> ''),
      adopted INTEGER NOT NULL CHECK (adopted IN (0, 1)), reason TEXT) STRICT;
    CREATE INDEX readings_of_record ON readings (record_uid, record_kind);
    CREATE TABLE aliases (
      {key}, record_kind TEXT NOT NULL CHECK (record_kind IN ('party', 'person', 'place', 'term')), record_uid TEXT,
      canonical TEXT NOT NULL CHECK (canonical <> ''), form TEXT NOT NULL CHECK (form <> ''), language TEXT, note TEXT,
      CHECK (record_uid IS NOT NULL OR record_kind IN ('place', 'term'))) STRICT;
    CREATE INDEX aliases_of_record ON aliases (record_uid, record_kind);
    CREATE INDEX aliases_by_form ON aliases (form);
    CREATE TABLE notes (
      {key}, {record}, field TEXT, citation_id INTEGER REFERENCES citations (id),
      body TEXT NOT NULL CHECK (body <> ''), author TEXT, made_at TEXT NOT NULL) STRICT;
    CREATE INDEX notes_of_record ON notes (record_uid, record_kind);
    CREATE INDEX notes_of_citation ON notes (citation_id);
    CREATE TABLE tags (
      {key}, name TEXT NOT NULL CHECK (name <> ''), parent_id INTEGER REFERENCES tags (id) CHECK (parent_id <> id),
      colour TEXT CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'), description TEXT) STRICT;
    CREATE INDEX tags_of_parent ON tags (parent_id);
    CREATE TABLE taggings (
      {key}, tag_id INTEGER NOT NULL REFERENCES tags (id), {record},
      UNIQUE (tag_id, record_kind, record_uid)) STRICT;
    CREATE INDEX taggings_of_record ON taggings (record_uid, record_kind);

    CREATE TRIGGER files_guard_insert BEFORE INSERT ON files WHEN NOT EXISTS (SELECT 1 FROM open_revision)
      BEGIN SELECT RAISE(ABORT, 'write outside a revision'); END;
    CREATE TRIGGER files_guard_update BEFORE UPDATE ON files BEGIN SELECT RAISE(ABORT, 'files are never changed'); END;
    CREATE TRIGGER files_guard_delete BEFORE DELETE ON files BEGIN SELECT RAISE(ABORT, 'files are never removed'); END;

    CREATE VIRTUAL TABLE quote_index USING fts5 (
      text, speaker, facets, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');
    CREATE TABLE quote_places (
      quote_id INTEGER PRIMARY KEY REFERENCES quotes (id) DEFERRABLE INITIALLY DEFERRED,
      place INTEGER NOT NULL UNIQUE) STRICT;

    CREATE VIEW meeting_overview AS
      WITH parts (meeting_id, record_kind, record_uid) AS (
        SELECT id, 'meeting', uid FROM meetings
        UNION ALL SELECT meeting_id, 'participation', uid FROM participations
        UNION ALL SELECT meeting_id, 'outcome', uid FROM outcomes
        UNION ALL SELECT meeting_id, 'quote', uid FROM quotes WHERE meeting_id IS NOT NULL),
      disputes AS (SELECT meeting_id, count(DISTINCT record_uid || ' ' || about) AS points
        FROM readings JOIN parts USING (record_kind, record_uid) GROUP BY meeting_id),
      annotations AS (SELECT meeting_id, count(*) AS notes
        FROM notes JOIN parts USING (record_kind, record_uid) GROUP BY meeting_id)
      SELECT m.uid, m.kind, m.number, m.title, m.starts, m.ends, m.city, m.held,
        (SELECT group_concat(p.name, '; ') FROM participations l JOIN parties p ON p.id = l.party_id
          WHERE l.meeting_id = m.id AND l.role = 'guarantor' AND l.attendance IN ('reported', 'announced'))
          AS guarantors,
        (SELECT count(*) FROM participations l WHERE l.meeting_id = m.id) AS participations,
        (SELECT count(*) FROM outcomes o WHERE o.meeting_id = m.id) AS outcomes,
        (SELECT count(*) FROM quotes q WHERE q.meeting_id = m.id) AS quotes,
        coalesce(d.points, 0) AS disputed, coalesce(a.notes, 0) AS notes
      FROM meetings m LEFT JOIN disputes d ON d.meeting_id = m.id LEFT JOIN annotations a ON a.meeting_id = m.id;
    CREATE VIEW quote_overview AS
      SELECT q.uid, m.uid AS meeting, m.title AS meeting_title, s.name AS speaker, q.speaker_title, p.name AS party,
        (SELECT l.role FROM participations l WHERE l.meeting_id = q.meeting_id AND l.party_id = q.party_id
          ORDER BY l.id LIMIT 1) AS role,
        q.said_on, q.form, q.language, q.text, d.uid AS source, d.title AS source_title
      FROM quotes q LEFT JOIN meetings m ON m.id = q.meeting_id LEFT JOIN people s ON s.id = q.speaker_id
        LEFT JOIN parties p ON p.id = q.party_id
        LEFT JOIN citations c ON c.id = (SELECT min(id) FROM citations WHERE record_kind = 'quote'
          AND record_uid = q.uid AND source_id IS NOT NULL)
        LEFT JOIN sources d ON d.id = c.source_id;
    """
    db.executescript(statements)


@migrations(name="0002_evidence")
def add_evidence(db: Database) -> None:
    """What scholars keep of a source, passages that lost their place, and the checks of quotes: format 2."""
    statements = f"""
    ALTER TABLE sources ADD COLUMN type TEXT CHECK (type IN ('news', 'statement', 'treaty', 'speech', 'report',
      'article', 'book', 'chapter', 'web', 'dataset', 'other'));
    ALTER TABLE sources ADD COLUMN authors TEXT;
    ALTER TABLE sources ADD COLUMN accessed TEXT {_partial_date("accessed")};
    ALTER TABLE sources ADD COLUMN archive_url TEXT;
    ALTER TABLE sources ADD COLUMN rights TEXT;
    ALTER TABLE sources ADD COLUMN pages TEXT
      CHECK (pages IS NULL OR (json_type(pages) = 'array' AND text IS NOT NULL));
    CREATE INDEX sources_by_file ON sources (file_sha256) WHERE file_sha256 IS NOT NULL;
    CREATE INDEX sources_by_text ON sources (text_sha256) WHERE text_sha256 IS NOT NULL;

    ALTER TABLE citations ADD COLUMN page TEXT;
    ALTER TABLE citations ADD COLUMN anchor TEXT CHECK (anchor IN ('moved', 'orphan'))
      CHECK (anchor IS NULL OR (starts IS NULL AND exact IS NOT NULL));
    ALTER TABLE citations ADD COLUMN moved_starts INTEGER CHECK (moved_starts >= 0)
      CHECK (moved_starts IS NULL OR anchor IS 'moved');
    ALTER TABLE citations ADD COLUMN moved_ends INTEGER CHECK (moved_ends > moved_starts);
    ALTER TABLE citations ADD COLUMN moved_score REAL CHECK (moved_score BETWEEN 0 AND 1);
    CREATE INDEX citations_by_anchor ON citations (anchor) WHERE anchor IS NOT NULL;

    CREATE TABLE quote_checks (
      quote_id INTEGER PRIMARY KEY REFERENCES quotes (id) DEFERRABLE INITIALLY DEFERRED,
      result TEXT NOT NULL CHECK (result IN ('verbatim', 'marks', 'differs', 'missing', 'no-text')),
      source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
      starts INTEGER, ends INTEGER, score REAL CHECK (score BETWEEN 0 AND 1)) STRICT;
    CREATE INDEX quote_checks_by_result ON quote_checks (result);
    CREATE INDEX quote_checks_of_source ON quote_checks (source_id);

    DROP VIEW quote_overview;
    CREATE VIEW quote_overview AS
      SELECT q.uid, m.uid AS meeting, m.title AS meeting_title, s.name AS speaker, q.speaker_title, p.name AS party,
        (SELECT l.role FROM participations l WHERE l.meeting_id = q.meeting_id AND l.party_id = q.party_id
          ORDER BY l.id LIMIT 1) AS role,
        q.said_on, q.form, q.language, q.text, d.uid AS source, d.title AS source_title, k.result AS verification
      FROM quotes q LEFT JOIN meetings m ON m.id = q.meeting_id LEFT JOIN people s ON s.id = q.speaker_id
        LEFT JOIN parties p ON p.id = q.party_id
        LEFT JOIN citations c ON c.id = (SELECT min(id) FROM citations WHERE record_kind = 'quote'
          AND record_uid = q.uid AND source_id IS NOT NULL)
        LEFT JOIN sources d ON d.id = c.source_id
        LEFT JOIN quote_checks k ON k.quote_id = q.id;
    """
    db.executescript(statements)


@migrations(name="0003_search")
def index_every_spelling(db: Database) -> None:
    """The index of quotes with the words in all their forms, a list of its terms, and kept searches: format 3."""
    statements = """
    DROP TABLE quote_index;
    DELETE FROM quote_places;
    CREATE VIRTUAL TABLE quote_index USING fts5 (
      text, speaker, whole, latin, keys, facets,
      tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '1 2 3');
    CREATE VIRTUAL TABLE quote_terms USING fts5vocab (quote_index, row);
    CREATE TABLE quote_words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    """
    db.executescript(statements)
    _add_searches(db)
    _index_everything(db)


def _add_searches(db: Database) -> None:
    """The searches that people keep."""
    db.conn.execute(
        """
    CREATE TABLE searches (
      id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
      name TEXT NOT NULL CHECK (name <> ''), query TEXT NOT NULL CHECK (query <> ''),
      ordering TEXT NOT NULL CHECK (ordering IN ('date', 'oldest', 'best', 'speaker', 'length'))) STRICT
    """
    )


def _index_everything(db: Database) -> None:
    """The index of all records and of the texts of sources by paragraphs."""
    statements = """
    CREATE VIRTUAL TABLE record_index USING fts5 (
      name, text, whole, latin, keys, facets,
      tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '1 2 3');
    CREATE TABLE record_words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE record_places (
      place INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id INTEGER NOT NULL, starts INTEGER, ends INTEGER,
      digest INTEGER NOT NULL) STRICT;
    CREATE INDEX record_places_of_record ON record_places (kind, record_id);
    """
    db.executescript(statements)


@migrations(name="0004_source_of_words")
def show_the_source_of_the_words(db: Database) -> None:
    """A quote is of the source that its words are cited from, in its check too, not of that of its day: format 4.

    Quotes with brackets or dots are checked anew: what these may stand for is taken more strictly.
    """
    statements = """
    DELETE FROM quote_checks WHERE quote_id IN (
      SELECT q.id FROM citations c JOIN quotes q ON q.uid = c.record_uid
      WHERE c.record_kind = 'quote' AND (c.field <> 'text' OR c.relation = 'contradicts')
      UNION SELECT id FROM quotes
      WHERE instr(text, '[') OR instr(text, '…') OR instr(text, '..') OR instr(text, '. .'));
    DROP VIEW quote_overview;
    CREATE VIEW quote_overview AS
      SELECT q.uid, m.uid AS meeting, m.title AS meeting_title, s.name AS speaker, q.speaker_title, p.name AS party,
        (SELECT l.role FROM participations l WHERE l.meeting_id = q.meeting_id AND l.party_id = q.party_id
          ORDER BY l.id LIMIT 1) AS role,
        q.said_on, q.form, q.language, q.text, d.uid AS source, d.title AS source_title, k.result AS verification
      FROM quotes q LEFT JOIN meetings m ON m.id = q.meeting_id LEFT JOIN people s ON s.id = q.speaker_id
        LEFT JOIN parties p ON p.id = q.party_id
        LEFT JOIN citations c ON c.id = (SELECT id FROM citations WHERE record_kind = 'quote' AND record_uid = q.uid
          AND source_id IS NOT NULL AND (field IS NULL OR field = 'text') AND relation <> 'contradicts'
          ORDER BY field IS NULL, id LIMIT 1)
        LEFT JOIN sources d ON d.id = c.source_id
        LEFT JOIN quote_checks k ON k.quote_id = q.id;
    """
    db.executescript(statements)
