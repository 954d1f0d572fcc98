#include "cli/commands/config_settings.h"
#include "cli/commands/opml_sources.h"
#include "sources/feeds/opml.h"

namespace claimtrail {
namespace {

OpmlOutline outline_of(const SourceSettings& source) {
  OpmlOutline outline;
  outline.title = source.outlet.empty() ? source.id : source.outlet;
  (source.kind == SourceKind::feed ? outline.xml_url : outline.url) = source.location;
  const auto set = [&](const char* name, std::string value) {
    if (!value.empty()) outline.settings.emplace(name, std::move(value));
  };
  set("kind", to_string(source.kind));
  set("id", source.id);
  set("outlet", source.outlet);
  set("schedule", source.schedule_text);
  if (source.every_ms > 0) set("every", write_duration(source.every_ms));
  set("timezone", source.timezone);
  if (source.robots == RobotsPolicy::ignore) set("robots", "ignore");
  if (!source.enabled) set("enabled", "false");
  return outline;
}

}  // namespace

std::string sources_as_opml(const std::string& desk, const std::vector<SourceSettings>& sources) {
  std::vector<OpmlOutline> outlines;
  for (const SourceSettings& source : sources) {
    const bool local = source.kind == SourceKind::directory || source.kind == SourceKind::warc;
    if (!local) outlines.push_back(outline_of(source));
  }
  return write_opml(desk.empty() ? "claimtrail" : desk, outlines);
}

}  // namespace claimtrail
