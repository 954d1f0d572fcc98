#include "cli/provenance/render.h"

#include <array>
#include <stdexcept>

#include "core/model/names.h"

#include "cli/provenance/data.h"

namespace claimtrail {
namespace {

constexpr std::array<Name<ReportFormat>, 4> formats{{{ReportFormat::html, "html"},
                                                     {ReportFormat::markdown, "md"},
                                                     {ReportFormat::json, "json"},
                                                     {ReportFormat::csv, "csv"}}};

}  // namespace

std::string render_json(const ProvenanceReport& report) {
  return guarded_json(report_data(report), JsonLayout::indented) + "\n";
}

std::string render_report(const ProvenanceReport& report, ReportFormat format) {
  switch (format) {
    case ReportFormat::html:
      return render_html(report);
    case ReportFormat::markdown:
      return render_markdown(report);
    case ReportFormat::json:
      return render_json(report);
    case ReportFormat::csv:
      return render_csv(report);
  }
  throw std::logic_error("no such format");
}

const char* to_string(ReportFormat format) { return name_of(formats, format); }

std::optional<ReportFormat> parse_report_format(std::string_view text) {
  return value_of(formats, text);
}

}  // namespace claimtrail
