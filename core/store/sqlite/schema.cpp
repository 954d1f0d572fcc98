#include "core/store/sqlite/schema.h"

#include <array>

namespace claimtrail::sqlite {
namespace {

// Times are seconds since 1970 in UTC, days days since then. `row_id` links rows inside this file
// and never leaves it; what leaves it is `id`, text made from content.
constexpr const char* kDesk1 = R"sql(
CREATE TABLE reports(
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  is_based_on TEXT NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  byline TEXT NOT NULL,           -- JSON
  published_day INTEGER,
  published_time INTEGER,
  modified_day INTEGER,
  modified_time INTEGER,
  language TEXT NOT NULL,
  cites TEXT NOT NULL,            -- JSON
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  next_visit INTEGER,
  visits INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_by_url ON reports(url) WHERE url <> '';

CREATE TABLE revisions(
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report INTEGER NOT NULL REFERENCES reports(row_id),
  url TEXT NOT NULL,
  fetched_at INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  headers TEXT NOT NULL,
  input TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  given TEXT NOT NULL             -- JSON
) STRICT;
CREATE INDEX revisions_by_report ON revisions(report, fetched_at);

CREATE TABLE extractors(
  row_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE texts(
  revision INTEGER NOT NULL REFERENCES revisions(row_id),
  extractor INTEGER NOT NULL REFERENCES extractors(row_id),
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,           -- JSON
  text_sha256 TEXT NOT NULL,
  PRIMARY KEY(revision, extractor)
) STRICT;

CREATE TABLE observations(
  report TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  http_status INTEGER NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY(report, at, outcome, http_status, detail)
) STRICT, WITHOUT ROWID;

-- What one extractor read in one revision; `current` where no newer extractor read the same revision.
CREATE TABLE analyses(
  row_id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revisions(row_id),
  extractor INTEGER NOT NULL REFERENCES extractors(row_id),
  current INTEGER NOT NULL,
  UNIQUE(revision, extractor)
) STRICT;

-- `sighting` is the newest one under the newest extractor; `superseded` where that one is not current.
CREATE TABLE claims(
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report INTEGER NOT NULL REFERENCES reports(row_id),
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  gone_since INTEGER,
  review_state TEXT NOT NULL,
  sighting INTEGER NOT NULL,
  superseded INTEGER NOT NULL
) STRICT;
CREATE INDEX claims_by_report ON claims(report);

CREATE TABLE sightings(
  row_id INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL REFERENCES claims(row_id),
  analysis INTEGER NOT NULL REFERENCES analyses(row_id),
  block TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  content TEXT,                   -- JSON; NULL where the content is the span
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  manner TEXT NOT NULL,
  polarity TEXT NOT NULL,
  claim_type TEXT NOT NULL,
  checkable INTEGER NOT NULL,
  as_of_from INTEGER,
  as_of_to INTEGER,
  as_of_exact TEXT,
  as_of_start INTEGER,
  as_of_end INTEGER,
  UNIQUE(claim, analysis)
) STRICT;
CREATE INDEX sightings_by_analysis ON sightings(analysis);

CREATE TABLE claimants(
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE(id, name, kind)
) STRICT;

CREATE TABLE hops(
  sighting INTEGER NOT NULL REFERENCES sightings(row_id),
  hop INTEGER NOT NULL,
  hedge TEXT NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  PRIMARY KEY(sighting, hop)
) STRICT, WITHOUT ROWID;

CREATE TABLE hop_claimants(
  sighting INTEGER NOT NULL,
  hop INTEGER NOT NULL,
  place INTEGER NOT NULL,
  claimant INTEGER NOT NULL REFERENCES claimants(row_id),
  PRIMARY KEY(sighting, hop, place),
  FOREIGN KEY(sighting, hop) REFERENCES hops(sighting, hop)
) STRICT, WITHOUT ROWID;
CREATE INDEX hop_claimants_by_claimant ON hop_claimants(claimant, sighting);

-- `low` and `high` are exact decimals; the values beside them are the nearest doubles, for looking up only.
CREATE TABLE figures(
  sighting INTEGER NOT NULL REFERENCES sightings(row_id),
  figure INTEGER NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  low TEXT,
  high TEXT,
  low_value REAL,
  high_value REAL,
  low_open INTEGER NOT NULL,
  high_open INTEGER NOT NULL,
  unit TEXT NOT NULL,
  ucum TEXT NOT NULL,
  dimension TEXT NOT NULL,
  noun TEXT NOT NULL,
  predicate TEXT NOT NULL,
  modifier TEXT NOT NULL,
  relative INTEGER NOT NULL,
  original_value TEXT NOT NULL,
  includes TEXT,                  -- JSON; NULL where there are none
  excludes TEXT,                  -- JSON; NULL where there are none
  as_of_from INTEGER,
  as_of_to INTEGER,
  as_of_exact TEXT,
  as_of_start INTEGER,
  as_of_end INTEGER,
  equivalent_start INTEGER,
  equivalent_end INTEGER,
  PRIMARY KEY(sighting, figure)
) STRICT, WITHOUT ROWID;

-- Words of each claim's newest sighting, by claims.row_id; filled by claim_search.cpp.
CREATE VIRTUAL TABLE claim_words USING fts5(
  words, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE questions(
  id TEXT NOT NULL PRIMARY KEY,
  ask TEXT NOT NULL,
  declared INTEGER NOT NULL,
  about TEXT NOT NULL,            -- JSON
  entities TEXT NOT NULL,         -- JSON
  predicate TEXT NOT NULL,
  dimension TEXT NOT NULL,
  behaves TEXT NOT NULL,
  window_days INTEGER NOT NULL,
  renamed_from TEXT NOT NULL      -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE links(
  claim TEXT NOT NULL,
  figure INTEGER NOT NULL,        -- -1: the statement
  question TEXT NOT NULL,
  PRIMARY KEY(claim, figure)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_question ON links(question);

CREATE TABLE flags(
  id TEXT NOT NULL PRIMARY KEY,
  rule TEXT NOT NULL,
  rule_version TEXT NOT NULL,
  pack TEXT NOT NULL,
  severity TEXT NOT NULL,
  scope_key TEXT NOT NULL,
  question TEXT NOT NULL,
  sides TEXT NOT NULL,            -- JSON
  context TEXT NOT NULL,          -- JSON
  reports TEXT NOT NULL,          -- JSON
  message TEXT NOT NULL,
  why TEXT NOT NULL,              -- JSON
  status TEXT NOT NULL,
  status_code TEXT NOT NULL,
  suppressed_until TEXT NOT NULL,
  evidence TEXT NOT NULL,         -- JSON
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL
) STRICT;

CREATE TABLE reviews(
  id TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  action TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  undoes TEXT NOT NULL
) STRICT;
CREATE INDEX reviews_by_subject ON reviews(subject_kind, subject);
CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews
  BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_are_not_removed BEFORE DELETE ON reviews
  BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;

CREATE TABLE source_states(
  source TEXT NOT NULL PRIMARY KEY,
  location TEXT NOT NULL,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  last_attempt INTEGER,
  last_success INTEGER,
  failing_since INTEGER,
  failures INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  next_due INTEGER,
  blocked_until INTEGER,
  gone INTEGER NOT NULL
) STRICT;

CREATE TABLE page_states(
  url TEXT NOT NULL PRIMARY KEY,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  redirect TEXT NOT NULL,
  redirect_sightings INTEGER NOT NULL
) STRICT;
)sql";

// How sources are fetched: what they ask for, where they moved, who wants to be left alone.
constexpr const char* kDesk2 = R"sql(
ALTER TABLE reports ADD COLUMN cited_by TEXT NOT NULL DEFAULT '';
ALTER TABLE source_states ADD COLUMN not_before INTEGER;
ALTER TABLE source_states ADD COLUMN rhythm TEXT NOT NULL DEFAULT '';
ALTER TABLE source_states ADD COLUMN learnt_every_s INTEGER;
ALTER TABLE page_states ADD COLUMN last_full INTEGER;

CREATE TABLE source_moves(
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  from_address TEXT NOT NULL,
  to_address TEXT NOT NULL,
  PRIMARY KEY(source, at, from_address, to_address)
) STRICT, WITHOUT ROWID;

CREATE TABLE pauses(
  scope TEXT NOT NULL PRIMARY KEY,
  until INTEGER NOT NULL,
  limited_at INTEGER NOT NULL,
  strikes INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE robots_files(
  origin TEXT NOT NULL PRIMARY KEY,
  status INTEGER NOT NULL,
  body BLOB NOT NULL,
  fetched_at INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  unreachable_since INTEGER
) STRICT;

CREATE TABLE entry_keys(
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY(source, key)
) STRICT, WITHOUT ROWID;
)sql";

// Who published a report first, as its feed says.
constexpr const char* kDesk3 = R"sql(
ALTER TABLE reports ADD COLUMN syndicated_from TEXT NOT NULL DEFAULT '';
)sql";

// A mark that whatever changes the claims takes away.
constexpr const char* kDesk4 = R"sql(
CREATE TABLE claims_mark(
  row_id INTEGER PRIMARY KEY CHECK(row_id = 1),
  mark TEXT NOT NULL
) STRICT;
INSERT INTO claims_mark VALUES(1, '');

CREATE TRIGGER claim_added AFTER INSERT ON claims BEGIN
  UPDATE claims_mark SET mark = '' WHERE mark <> '';
END;
CREATE TRIGGER claim_removed AFTER DELETE ON claims BEGIN
  UPDATE claims_mark SET mark = '' WHERE mark <> '';
END;
CREATE TRIGGER claim_changed AFTER UPDATE OF sighting, superseded ON claims BEGIN
  UPDATE claims_mark SET mark = '' WHERE mark <> '';
END;
)sql";

// The part that what is counted has in what happens.
constexpr const char* kDesk5 = R"sql(
ALTER TABLE figures ADD COLUMN role TEXT NOT NULL DEFAULT '';
)sql";

// What checks read, and what is to be checked again. `statement_group` and `quote_group` are the
// id of the claim that said the same first; empty where a claim says it alone.
constexpr const char* kDesk6 = R"sql(
ALTER TABLE claims ADD COLUMN statement_group TEXT NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN quote_group TEXT NOT NULL DEFAULT '';
CREATE INDEX claims_by_statement ON claims(statement_group) WHERE statement_group <> '';
CREATE INDEX claims_by_quotation ON claims(quote_group) WHERE quote_group <> '';

CREATE TABLE text_grounds(
  revision INTEGER NOT NULL REFERENCES revisions(row_id),
  extractor INTEGER NOT NULL REFERENCES extractors(row_id),
  text_sha256 TEXT NOT NULL,
  note TEXT NOT NULL,
  agencies TEXT NOT NULL,         -- JSON
  PRIMARY KEY(revision, extractor)
) STRICT, WITHOUT ROWID;

CREATE TABLE citations(
  url TEXT NOT NULL,
  report INTEGER NOT NULL REFERENCES reports(row_id),
  PRIMARY KEY(url, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_report ON citations(report);
INSERT OR IGNORE INTO citations SELECT j.value, r.row_id FROM reports r, json_each(r.cites) j;

ALTER TABLE flags ADD COLUMN circle_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE flags ADD COLUMN circle TEXT NOT NULL DEFAULT '';
CREATE INDEX flags_by_circle ON flags(circle_kind, circle);
CREATE INDEX flags_held_back ON flags(suppressed_until) WHERE status = 'suppressed';
CREATE TABLE flag_claims(
  claim TEXT NOT NULL,
  flag TEXT NOT NULL REFERENCES flags(id),
  PRIMARY KEY(claim, flag)
) STRICT, WITHOUT ROWID;
CREATE INDEX flag_claims_by_flag ON flag_claims(flag);
INSERT OR IGNORE INTO flag_claims
  SELECT c.value, f.id FROM flags f, json_each(f.sides) s, json_each(s.value, '$.claims') c;

-- Empty: the next check is of everything.
CREATE TABLE last_check(
  row_id INTEGER PRIMARY KEY CHECK(row_id = 1),
  basis TEXT NOT NULL
) STRICT;
INSERT INTO last_check VALUES(1, '');

-- All circles of these claims, and these circles.
CREATE TABLE unchecked_claims(claim INTEGER PRIMARY KEY) STRICT;
CREATE TABLE unchecked_circles(
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY(kind, id)
) STRICT, WITHOUT ROWID;

-- The conflict clause of a statement would outrank OR IGNORE in its triggers, not ON CONFLICT.
CREATE TRIGGER unchecked_new_claim AFTER INSERT ON claims BEGIN
  INSERT INTO unchecked_claims VALUES(NEW.row_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_sighting AFTER UPDATE OF sighting, superseded ON claims BEGIN
  INSERT INTO unchecked_claims VALUES(NEW.row_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_state AFTER UPDATE OF first_seen, gone_since, review_state ON claims
WHEN OLD.first_seen <> NEW.first_seen OR OLD.gone_since IS NOT NEW.gone_since OR
     OLD.review_state <> NEW.review_state
BEGIN
  INSERT INTO unchecked_claims VALUES(NEW.row_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_sayings AFTER UPDATE OF statement_group, quote_group ON claims
WHEN OLD.statement_group <> NEW.statement_group OR OLD.quote_group <> NEW.quote_group
BEGIN
  INSERT INTO unchecked_claims VALUES(NEW.row_id) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_circles VALUES('statement', iif(OLD.statement_group = '', OLD.id, OLD.statement_group)) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_circles VALUES('quotation', iif(OLD.quote_group = '', OLD.id, OLD.quote_group)) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_lost_claim AFTER DELETE ON claims BEGIN
  DELETE FROM unchecked_claims WHERE claim = OLD.row_id;
  INSERT INTO unchecked_circles VALUES('statement', iif(OLD.statement_group = '', OLD.id, OLD.statement_group)) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_circles VALUES('quotation', iif(OLD.quote_group = '', OLD.id, OLD.quote_group)) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_circles SELECT 'report', id FROM reports WHERE row_id = OLD.report ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_circles SELECT 'question', question FROM links WHERE claim = OLD.id ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims
    SELECT c.row_id FROM reports r JOIN citations x ON x.url = r.url JOIN claims c ON c.report = x.report
    WHERE r.row_id = OLD.report ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER unchecked_new_link AFTER INSERT ON links BEGIN
  INSERT INTO unchecked_circles VALUES('question', NEW.question) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims SELECT row_id FROM claims WHERE id = NEW.claim ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_link AFTER UPDATE ON links BEGIN
  INSERT INTO unchecked_circles VALUES('question', OLD.question), ('question', NEW.question) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims SELECT row_id FROM claims WHERE id = NEW.claim ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_lost_link AFTER DELETE ON links BEGIN
  INSERT INTO unchecked_circles VALUES('question', OLD.question) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims SELECT row_id FROM claims WHERE id = OLD.claim ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER unchecked_new_question AFTER INSERT ON questions BEGIN
  INSERT INTO unchecked_circles VALUES('question', NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_question AFTER UPDATE ON questions
WHEN OLD.ask <> NEW.ask OR OLD.behaves <> NEW.behaves OR OLD.window_days <> NEW.window_days OR
     OLD.declared <> NEW.declared
BEGIN
  INSERT INTO unchecked_circles VALUES('question', NEW.id) ON CONFLICT DO NOTHING;
END;

-- Who cites a report learns of its address coming and going.
CREATE TRIGGER unchecked_new_report AFTER INSERT ON reports WHEN NEW.url <> '' BEGIN
  INSERT INTO unchecked_claims
    SELECT c.row_id FROM citations x JOIN claims c ON c.report = x.report WHERE x.url = NEW.url ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_report AFTER UPDATE ON reports
WHEN OLD.url <> NEW.url OR OLD.is_based_on <> NEW.is_based_on OR OLD.title <> NEW.title OR
     OLD.outlet <> NEW.outlet OR OLD.published_day IS NOT NEW.published_day OR
     OLD.cites <> NEW.cites OR OLD.first_seen <> NEW.first_seen OR
     OLD.syndicated_from <> NEW.syndicated_from
BEGIN
  INSERT INTO unchecked_circles VALUES('report', NEW.id) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims SELECT row_id FROM claims WHERE report = NEW.row_id ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims
    SELECT c.row_id FROM citations x JOIN claims c ON c.report = x.report
    WHERE x.url IN (OLD.url, NEW.url) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER unchecked_revision AFTER INSERT ON revisions BEGIN
  INSERT INTO unchecked_circles SELECT 'report', id FROM reports WHERE row_id = NEW.report ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims SELECT row_id FROM claims WHERE report = NEW.report ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_new_text AFTER INSERT ON text_grounds BEGIN
  INSERT INTO unchecked_circles
    SELECT 'report', r.id FROM revisions v JOIN reports r ON r.row_id = v.report WHERE v.row_id = NEW.revision ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims
    SELECT c.row_id FROM revisions v JOIN claims c ON c.report = v.report WHERE v.row_id = NEW.revision ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER unchecked_text AFTER UPDATE ON text_grounds BEGIN
  INSERT INTO unchecked_circles
    SELECT 'report', r.id FROM revisions v JOIN reports r ON r.row_id = v.report WHERE v.row_id = NEW.revision ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims
    SELECT c.row_id FROM revisions v JOIN claims c ON c.report = v.report WHERE v.row_id = NEW.revision ON CONFLICT DO NOTHING;
END;

-- Only where a page was once not to be found do visits say anything.
CREATE TRIGGER unchecked_observation AFTER INSERT ON observations
WHEN EXISTS (SELECT 1 FROM observations o WHERE o.report = NEW.report AND o.outcome IN ('not_found', 'gone'))
BEGIN
  INSERT INTO unchecked_circles VALUES('report', NEW.report) ON CONFLICT DO NOTHING;
  INSERT INTO unchecked_claims
    SELECT c.row_id FROM reports r JOIN claims c ON c.report = r.row_id WHERE r.id = NEW.report ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER unchecked_flag AFTER UPDATE ON flags WHEN NEW.circle <> '' BEGIN
  INSERT INTO unchecked_circles VALUES(NEW.circle_kind, NEW.circle) ON CONFLICT DO NOTHING;
END;

-- Who counts as whom may touch any claim.
CREATE TRIGGER unchecked_claimants AFTER INSERT ON reviews WHEN NEW.subject_kind = 'claimant' BEGIN
  UPDATE last_check SET basis = '' WHERE basis <> '';
END;
)sql";

constexpr const char* kBlobs1 = R"sql(
CREATE TABLE blobs(
  row_id INTEGER PRIMARY KEY,
  raw_sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,          -- bytes before compression
  zstd BLOB NOT NULL
) STRICT;
)sql";

constexpr std::array kDeskSteps{kDesk1, kDesk2, kDesk3, kDesk4, kDesk5, kDesk6};
constexpr std::array kBlobSteps{kBlobs1};

}  // namespace

const Schema& desk_schema() {
  static const Schema schema{0x436c5472, "reports and claims", kDeskSteps};  // "ClTr"
  return schema;
}

const Schema& blob_schema() {
  static const Schema schema{0x436c5462, "raw bytes", kBlobSteps};  // "ClTb"
  return schema;
}

}  // namespace claimtrail::sqlite
