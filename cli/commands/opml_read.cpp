#include "cli/commands/opml_sources.h"
#include "sources/feeds/opml.h"

namespace claimtrail {
namespace {

std::string setting(const OpmlOutline& outline, const char* name) {
  const auto found = outline.settings.find(name);
  return found == outline.settings.end() ? std::string{} : found->second;
}

NewSource source_of(const OpmlOutline& outline) {
  NewSource source;
  source.location = outline.xml_url.empty() ? outline.url : outline.xml_url;
  source.kind = setting(outline, "kind");
  if (source.kind.empty()) source.kind = "feed";
  source.id = setting(outline, "id");
  source.title = outline.title;
  source.outlet = setting(outline, "outlet");
  source.schedule = setting(outline, "schedule");
  source.every = setting(outline, "every");
  source.timezone = setting(outline, "timezone");
  source.robots = setting(outline, "robots");
  source.enabled = setting(outline, "enabled");
  return source;
}

}  // namespace

Result<std::vector<NewSource>> sources_from_opml(std::string_view bytes) {
  const Result<std::vector<OpmlOutline>> outlines = read_opml(bytes);
  if (!outlines) return tl::unexpected(outlines.error());
  std::vector<NewSource> sources;
  for (const OpmlOutline& outline : *outlines) {
    const std::string kind = setting(outline, "kind");
    const bool known = kind.empty() || kind == "feed" || kind == "page" || kind == "sitemap";
    // An url that nobody says more of is a bookmark.
    if (!known || (outline.xml_url.empty() && kind.empty())) continue;
    sources.push_back(source_of(outline));
  }
  return sources;
}

}  // namespace claimtrail
