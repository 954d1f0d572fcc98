#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/commands/session.h"

namespace claimtrail {

/// What the options of `export` say to every format.
struct ExportRequest {
  std::string file;  ///< its name, for formats that go by its suffix; empty: standard output
  std::string report;
  std::optional<Timestamp> since;
};

/// Where the bytes go.
using ExportSink = std::function<void(std::string_view)>;

/// One format. A new one is a row in `export.cpp`.
struct ExportFormat {
  const char* name;
  const char* help;
  ExitCode (*run)(Session& session, const ExportRequest& request, const ExportSink& sink);
};

[[nodiscard]] ExitCode export_opml_format(Session& session, const ExportRequest& request,
                                          const ExportSink& sink);
[[nodiscard]] ExitCode export_warc_format(Session& session, const ExportRequest& request,
                                          const ExportSink& sink);

}  // namespace claimtrail
