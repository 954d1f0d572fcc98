#include "cli/desk/verify.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "core/analysis.h"
#include "core/model/digest.h"

#include "cli/desk/capture.h"

namespace claimtrail {
namespace {

class DatabaseCheck {
 public:
  explicit DatabaseCheck(const Store& store) : store_(store) {}

  VerifySummary run() {
    for (const Report& report : store_.reports()) {
      for (const Revision& revision : store_.revisions(report.id)) check_revision(revision);
    }
    for (const Flag& flag : store_.flags({})) check_flag(flag);
    return std::move(summary_);
  }

 private:
  void problem(const std::string& place, std::string message) {
    summary_.problems.push_back(failure("verify", std::move(message), place).value());
  }

  void check_revision(const Revision& revision) {
    const std::string place = fmt::format("report {}, revision {}", revision.report, revision.id);
    const Result<std::string> raw = store_.raw(revision.raw_sha256);
    if (!raw) {
      problem(place, raw.error().message);
      return;
    }
    ++summary_.revisions;
    const std::string digest = sha256(*raw);
    if (digest != revision.raw_sha256) {
      problem(place, fmt::format("the raw bytes hash to {}, not {}", digest, revision.raw_sha256));
      return;
    }
    const auto text = store_.text(revision.id, extractor_version());
    if (!text) return;
    const std::vector<StoredClaim> sightings = store_.sightings(revision.id, extractor_version());
    check_text(place, revision, *raw, *text, sightings);
    for (const StoredClaim& claim : sightings) check_claim(place, claim, text->text);
  }

  void check_text(const std::string& place, const Revision& revision, const std::string& raw,
                  const RevisionText& text, const std::vector<StoredClaim>& sightings) {
    ++summary_.texts;
    const Result<Document> document = read_capture(capture_of(revision, raw));
    if (!document) {
      problem(place, "the raw bytes can no longer be read: " + document.error().message);
    } else if (document->text != text.text || sha256(text.text) != text.text_sha256) {
      problem(place, "the stored text is not what the raw bytes say");
    } else {
      check_claims(place, analyse(*document).claims, sightings);
    }
  }

  void check_claims(const std::string& place, std::vector<Claim> found,
                    const std::vector<StoredClaim>& sightings) {
    std::vector<Claim> stored;
    for (const StoredClaim& sighting : sightings) stored.push_back(sighting.claim);
    for (auto* claims : {&found, &stored}) {
      for (Claim& claim : *claims) leave_out_names(claim);
      std::sort(claims->begin(), claims->end(), [](const Claim& a, const Claim& b) {
        return std::tie(a.span, a.content) < std::tie(b.span, b.content);
      });
    }
    summary_.claims += static_cast<long long>(stored.size());
    if (found.size() != stored.size()) {
      problem(place,
              fmt::format("the text holds {} claims, {} are stored", found.size(), stored.size()));
      return;
    }
    for (std::size_t i = 0; i < stored.size(); ++i) {
      if (found[i] == stored[i]) continue;
      problem(place, fmt::format("the claim at bytes {} to {} is not what the text says",
                                 stored[i].span.start, stored[i].span.end));
    }
  }

  static void leave_out_names(Claim& claim) {
    claim.id.clear();
    for (Hop& hop : claim.attribution) hop.claimants.clear();
  }

  void check_span(const std::string& place, const char* what, Span span, std::string_view words,
                  std::string_view text) {
    ++summary_.spans;
    if (span.of(text) == words && !words.empty()) return;
    problem(place, fmt::format("the {} at bytes {} to {} is \"{}\" in the text, not \"{}\"", what,
                               span.start, span.end, span.of(text), words));
  }

  void check_claim(const std::string& revision_place, const StoredClaim& stored,
                   std::string_view text) {
    const std::string place = fmt::format("{}, claim {}", revision_place, stored.claim.id);
    for (std::size_t i = 0; i < stored.claim.content.size(); ++i) {
      const std::string words = i < stored.content_exact.size() ? stored.content_exact[i] : "";
      check_span(place, "content", stored.claim.content[i], words, text);
    }
    if (exact_words(stored.claim, text) != stored.exact)
      problem(place, "its words differ from its spans");
    for (const Hop& hop : stored.claim.attribution) {
      for (const auto& span : {hop.source_span, hop.cue_span}) {
        if (span) check_inside(place, *span, text);
      }
    }
    for (const Figure& figure : stored.claim.figures) check_inside(place, figure.span, text);
  }

  void check_inside(const std::string& place, Span span, std::string_view text) {
    ++summary_.spans;
    if (span.of(text).empty()) {
      problem(place, fmt::format("the span {} to {} lies outside the text", span.start, span.end));
    }
  }

  void check_flag(const Flag& flag) {
    for (const FrozenEvidence& evidence : flag.evidence) {
      const std::string place = fmt::format("flag {}, claim {}", flag.id, evidence.claim);
      ++summary_.evidence;
      const auto revision = store_.revision(evidence.revision);
      if (!revision || revision->raw_sha256 != evidence.raw_sha256) {
        problem(place, "its revision is missing or has other bytes");
        continue;
      }
      const auto text = store_.text(evidence.revision, extractor_version());
      if (!text || text->text_sha256 != evidence.text_sha256) continue;
      Claim frozen;
      frozen.content = evidence.content;
      if (exact_words(frozen, text->text) != evidence.exact) {
        problem(place, "its frozen words do not stand in the text");
      }
    }
  }

  const Store& store_;
  VerifySummary summary_;
};

}  // namespace

VerifySummary verify_database(const Store& store) { return DatabaseCheck(store).run(); }

}  // namespace claimtrail
