#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/provenance/report.h"

namespace claimtrail {

/// The forms of a provenance report. All are UTF-8, end with a line end, and are the same bytes for
/// the same report. None states who is right.
enum class ReportFormat { html, markdown, json, csv };

/// One self-contained page: style inside, no script to run, prints well. It carries the data of
/// `report_data` in a script element of type application/json with the id "claimtrail-provenance",
/// and its last line is a comment with the SHA-256 of all lines above it.
[[nodiscard]] std::string render_html(const ProvenanceReport& report);

/// CommonMark with tables.
[[nodiscard]] std::string render_markdown(const ProvenanceReport& report);

/// The data alone, indented.
[[nodiscard]] std::string render_json(const ProvenanceReport& report);

/// One line a reading (a claim's figure or statement on one question), with a header line (RFC
/// 4180). Claims that answer no question of the report follow with an empty one.
[[nodiscard]] std::string render_csv(const ProvenanceReport& report);

[[nodiscard]] std::string render_report(const ProvenanceReport& report, ReportFormat format);

/// "html", "md", "json", "csv".
[[nodiscard]] const char* to_string(ReportFormat format);
[[nodiscard]] std::optional<ReportFormat> parse_report_format(std::string_view text);

/// The script element that holds the data, and how the last line of a page begins.
inline constexpr std::string_view data_element_open =
    "<script type=\"application/json\" id=\"claimtrail-provenance\">";
inline constexpr std::string_view data_element_close = "</script>";
inline constexpr std::string_view page_digest_open = "<!-- sha256 of every line above: ";
inline constexpr std::string_view page_digest_close = " -->";

}  // namespace claimtrail
