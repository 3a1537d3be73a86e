import Analysis
import Documents
import GRDB

/// The tables of an index file. Stock `sqlite3` can open and query them all:
///
///     SELECT p.text FROM passage_terms t JOIN passage p ON p.ordinal + 1 = t.rowid
///     WHERE passage_terms MATCH '"oppsig" AND "frist"' LIMIT 3;
enum IndexSchema {
  /// Changes with every change of the tables, and of what is put in them.
  static let version = "9"

  /// What an index must have been built by to be read.
  static var buildVersion: String {
    "schema \(version), analysis \(Analyzer.version), chunking \(Chunker.version)"
  }

  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE property (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE vocabulary (
          key_bytes BLOB, key_offsets BLOB, phrases_by_key BLOB, phrases BLOB, words BLOB,
          entries BLOB, entry_bytes BLOB, acts TEXT, nynorsk_words TEXT, nynorsk_stems TEXT);
        """)
    for part in IndexPart.allCases { try create(part, in: db) }
  }

  private static func create(_ part: IndexPart, in db: Database) throws {
    let p = part.tablePrefix
    try db.execute(
      sql: """
        CREATE TABLE \(p)document (
          position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
          language TEXT NOT NULL, metadata TEXT NOT NULL, content_hash TEXT NOT NULL,
          passage_count INTEGER NOT NULL, text BLOB NOT NULL);
        CREATE TABLE \(p)section (
          document INTEGER NOT NULL, position INTEGER NOT NULL, level INTEGER NOT NULL,
          heading TEXT NOT NULL, path TEXT NOT NULL, anchor TEXT NOT NULL, provision TEXT,
          start INTEGER NOT NULL, end INTEGER NOT NULL,
          heading_start INTEGER NOT NULL, heading_end INTEGER NOT NULL, ledd TEXT NOT NULL,
          PRIMARY KEY (document, position)) WITHOUT ROWID;
        CREATE TABLE \(p)passage (
          ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL,
          section INTEGER NOT NULL, ordinal_in_section INTEGER NOT NULL,
          start INTEGER NOT NULL, end INTEGER NOT NULL, sentences TEXT NOT NULL,
          lead_in_start INTEGER, lead_in_end INTEGER, lead_in TEXT,
          first_ledd INTEGER, last_ledd INTEGER,
          language TEXT NOT NULL, line INTEGER NOT NULL, page INTEGER,
          text TEXT NOT NULL, text_hash TEXT NOT NULL);
        -- Where each passage stands, to be read without the texts.
        CREATE INDEX \(p)passage_place
          ON \(p)passage (ordinal, document, section, first_ledd, last_ledd);
        -- The provisions that passages mention, by the first passage of what is meant.
        CREATE TABLE \(p)passage_reference (
          passage INTEGER NOT NULL, position INTEGER NOT NULL, target INTEGER NOT NULL,
          ledd INTEGER, PRIMARY KEY (passage, position)) WITHOUT ROWID;
        CREATE INDEX \(p)passage_reference_target ON \(p)passage_reference (target);
        -- The terms that documents introduce, with the keys by which questions are searched for them.
        CREATE TABLE \(p)defined_term (
          passage INTEGER NOT NULL, start INTEGER NOT NULL, term TEXT NOT NULL, long_form TEXT,
          keys TEXT NOT NULL, long_keys TEXT NOT NULL);
        -- Length, document and language of every passage.
        CREATE TABLE \(p)passage_table (content BLOB NOT NULL);
        -- The collection's words and their statistics, and by 16 passages the words in order.
        CREATE TABLE \(p)lexicon (
          bytes BLOB NOT NULL, offsets BLOB NOT NULL, passage_counts BLOB NOT NULL,
          trigrams BLOB NOT NULL, total_trigrams INTEGER NOT NULL);
        CREATE TABLE \(p)passage_words (block INTEGER PRIMARY KEY, words BLOB NOT NULL);
        -- The stems of each passage, rowid = ordinal + 1. They come analysed: the tokenizer only
        -- splits at spaces.
        CREATE VIRTUAL TABLE \(p)passage_terms USING fts5(
          terms, content='', tokenize="ascii tokenchars '.,-'");
        CREATE VIRTUAL TABLE \(p)passage_term_instance USING fts5vocab(
          \(p)passage_terms, instance);
        """)
  }
}
