#include "cli/desk/warc_export.h"

#include <fmt/format.h>

#include "sources/archive/http_block.h"

namespace claimtrail {
namespace {

std::string fields_text(const std::vector<WarcField>& fields) {
  std::string text;
  for (const WarcField& field : fields) {
    if (!field.value.empty()) text += fmt::format("{}: {}\r\n", field.name, field.value);
  }
  return text;
}

bool has_scheme(std::string_view address) {
  return address.find("://") != std::string_view::npos || address.starts_with("urn:");
}

/// WARC-Target-URI must be a URI; a report added from a file may have none.
std::string uri_of(const Report& report, const Revision& revision) {
  if (has_scheme(revision.url)) return revision.url;
  if (has_scheme(report.url)) return report.url;
  std::string uri = "urn:claimtrail:report:";
  for (const char letter : report.id) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' ||
                       letter == '_';
    const auto code = static_cast<unsigned>(static_cast<unsigned char>(letter));
    uri += plain ? std::string(1, letter) : fmt::format("%{:02X}", code);
  }
  return uri;
}

std::string resource_type(const Revision& revision) {
  if (revision.input == "ndjson") return "application/x-ndjson";
  if (revision.input == "text") return "text/plain";
  return revision.content_type.empty() ? "text/html" : revision.content_type;
}

class Exporter {
 public:
  Exporter(const Store& store, const WarcExportRequest& request, WarcWriter& writer)
      : store_(store), request_(request), writer_(writer) {}

  WarcExportSummary run() {
    std::vector<Report> reports = store_.reports();
    std::erase_if(reports, [&](const Report& report) {
      return !request_.report.empty() && report.id != request_.report;
    });
    write_warcinfo(reports);
    for (const Report& report : reports) write_report(report);
    return std::move(summary_);
  }

 private:
  [[nodiscard]] bool wanted(Timestamp at) const { return !request_.since || at >= *request_.since; }

  void write_warcinfo(const std::vector<Report>& reports) {
    Timestamp newest{};
    for (const Report& report : reports) newest = std::max(newest, report.last_seen);
    const std::string text =
        fields_text({{"software", request_.program},
                     {"format", "WARC File Format 1.1"},
                     {"conformsTo",
                      "http://iipc.github.io/warc-specifications/specifications/"
                      "warc-format/warc-1.1/"},
                     {"description",
                      "revisions of the reports that a desk follows; bodies are "
                      "stored without transfer and content codings"}});
    WarcDraft draft;
    draft.type = WarcType::warcinfo;
    draft.date = newest;
    draft.content_type = "application/warc-fields";
    draft.body = text;
    info_ = writer_.write(draft);
  }

  void write_report(const Report& report) {
    const std::vector<Revision> revisions = store_.revisions(report.id);
    const std::vector<Observation> observations = store_.observations(report.id);
    auto observation = observations.begin();
    for (std::size_t i = 0; i < revisions.size(); ++i) {
      const bool written = wanted(revisions[i].fetched_at) && write_revision(report, revisions[i]);
      const std::string id = written ? newest_ : std::string();
      for (; observation != observations.end() &&
             (i + 1 == revisions.size() || observation->at < revisions[i + 1].fetched_at);
           ++observation) {
        if (wanted(observation->at)) write_revisit(report, revisions[i], *observation, id);
      }
    }
  }

  bool write_revision(const Report& report, const Revision& revision) {
    const Result<std::string> raw = store_.raw(revision.raw_sha256);
    if (!raw) {
      summary_.failures.push_back(raw.error());
      return false;
    }
    const std::string head =
        revision.headers.empty() ? "" : archived_head(revision.headers, raw->size());
    WarcDraft draft;
    draft.type = head.empty() ? WarcType::resource : WarcType::response;
    draft.target_uri = uri_of(report, revision);
    draft.date = revision.fetched_at;
    draft.content_type =
        head.empty() ? resource_type(revision) : "application/http; msgtype=response";
    draft.head = head;
    draft.body = *raw;
    draft.more.push_back({"WARC-Warcinfo-ID", info_});
    draft.more.push_back({"WARC-Protocol", std::string(protocol_of(revision.headers))});
    newest_ = writer_.write(draft);
    ++summary_.revisions;
    write_metadata(report, revision, draft.target_uri);
    return true;
  }

  void write_metadata(const Report& report, const Revision& revision, const std::string& uri) {
    const std::string text = fields_text({{"claimtrail-revision", revision.id},
                                          {"claimtrail-report", report.id},
                                          {"claimtrail-source", report.source},
                                          {"claimtrail-answered-by", revision.url},
                                          {"claimtrail-content-type", revision.content_type},
                                          {"claimtrail-input", revision.input},
                                          {"claimtrail-raw-sha256", revision.raw_sha256},
                                          {"claimtrail-text-sha256", revision.text_sha256},
                                          {"claimtrail-given", revision.given}});
    WarcDraft draft;
    draft.type = WarcType::metadata;
    draft.target_uri = uri;
    draft.date = revision.fetched_at;
    draft.content_type = "application/warc-fields";
    draft.body = text;
    draft.more.push_back({"WARC-Warcinfo-ID", info_});
    draft.more.push_back({"WARC-Concurrent-To", newest_});
    (void)writer_.write(draft);
  }

  void write_revisit(const Report& report, const Revision& revision, const Observation& observation,
                     const std::string& refers_to) {
    const bool not_modified = observation.outcome == "not_modified";
    if (!not_modified && observation.outcome != "unchanged") return;
    WarcDraft draft;
    draft.type = WarcType::revisit;
    draft.target_uri = uri_of(report, revision);
    draft.date = observation.at;
    draft.content_type = "application/http; msgtype=response";
    if (not_modified) draft.head = "HTTP/1.1 304 Not Modified\r\n\r\n";
    draft.more.push_back({"WARC-Warcinfo-ID", info_});
    draft.more.push_back({"WARC-Profile", std::string(not_modified ? not_modified_profile
                                                                   : identical_text_profile)});
    draft.more.push_back({"WARC-Refers-To", refers_to});
    draft.more.push_back({"WARC-Refers-To-Target-URI", draft.target_uri});
    draft.more.push_back({"WARC-Refers-To-Date", format_timestamp(revision.fetched_at)});
    (void)writer_.write(draft);
    ++summary_.revisits;
  }

  const Store& store_;
  const WarcExportRequest& request_;
  WarcWriter& writer_;
  WarcExportSummary summary_;
  std::string info_;
  std::string newest_;
};

}  // namespace

WarcExportSummary export_warc(const Store& store, const WarcExportRequest& request,
                              WarcWriter& writer) {
  return Exporter(store, request, writer).run();
}

}  // namespace claimtrail
