#include "cli/commands/report_copies.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <tuple>

#include <fmt/format.h>

#include "cli/desk/capture.h"
#include "cli/desk/report_texts.h"

namespace claimtrail {
namespace {

constexpr std::chrono::hours kWindow{24 * 30};

std::string name_of(const Report& report) {
  return report.outlet.empty() ? std::string("a report") : report.outlet;
}

int percent(double share) { return static_cast<int>(std::lround(share * 100)); }

}  // namespace

std::vector<ReportCopy> find_report_copies(const Store& store, const Report& report) {
  std::deque<TextShingles> shingles;
  std::vector<ComparedText> texts;
  std::vector<Report> reports;
  std::size_t shown = 0;
  for (Report& other : store.reports()) {
    const auto apart = std::chrono::abs(other.first_seen - report.first_seen);
    if (apart > kWindow) continue;
    const auto text = newest_text(store, other.id);
    if (!text) continue;
    if (other.id == report.id) shown = reports.size() + 1;
    texts.push_back({&shingles.emplace_back(text->text), other.outlet});
    reports.push_back(std::move(other));
  }
  std::vector<ReportCopy> copies;
  if (shown == 0) return copies;
  for (const TextCopy& copy : find_copies(texts)) {
    if (copy.a == shown - 1) {
      copies.push_back({reports[copy.b], copy.kind, copy.share_of_a, copy.share_of_b});
    } else if (copy.b == shown - 1) {
      copies.push_back({reports[copy.a], copy.kind, copy.share_of_b, copy.share_of_a});
    }
  }
  std::sort(copies.begin(), copies.end(), [](const ReportCopy& a, const ReportCopy& b) {
    return std::tie(b.share, a.other.id) < std::tie(a.share, b.other.id);
  });
  return copies;
}

std::string describe(const ReportCopy& copy) {
  const std::string which =
      fmt::format("{}: {} {}", name_of(copy.other), copy.other.id, copy.other.title);
  switch (copy.kind) {
    case CopyKind::identical:
      return fmt::format("the same text as {}", which);
    case CopyKind::near_same:
      return fmt::format("near-same text, {} % of its words stand in {}", percent(copy.share),
                         which);
    case CopyKind::contains:
      if (copy.share < copy.other_share) {
        return fmt::format("holds {} % of the words of {}", percent(copy.other_share), which);
      }
      return fmt::format("{} % of its words stand in the longer {}", percent(copy.share), which);
    case CopyKind::excerpt:
      break;
  }
  return fmt::format("shares a passage, {} % of its words, with {}", percent(copy.share), which);
}

void write_report_copy(JsonWriter& json, const ReportCopy& copy) {
  json.begin_object();
  json.string("report", copy.other.id);
  json.text("outlet", copy.other.outlet);
  json.string("kind", to_string(copy.kind));
  json.real("share", copy.share);
  json.real("other_share", copy.other_share);
  json.end_object();
}

std::vector<WireCredit> credits_of(const Store& store, const Report& report) {
  const auto text = newest_text(store, report.id);
  if (!text) return {};
  return find_wire_credits(text->text, read_blocks(text->blocks), report.byline);
}

}  // namespace claimtrail
