#include <algorithm>

#include "cli/commands/opml_sources.h"
#include "sources/charset/decode.h"
#include "sources/feeds/xml_reader.h"

namespace claimtrail {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// Lists in the wild write xmlurl, xmlUrl and xmlURL.
std::string attribute(const XmlEvent& event, std::string_view qualified) {
  for (const XmlAttribute& each : event.attributes) {
    if (lower(each.qualified) != qualified) continue;
    const std::size_t first = each.value.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    const std::size_t last = each.value.find_last_not_of(" \t\r\n");
    return std::string(each.value.substr(first, last - first + 1));
  }
  return {};
}

std::string title_of(const XmlEvent& outline) {
  std::string title = attribute(outline, "title");
  return title.empty() ? attribute(outline, "text") : title;
}

NewSource source_of(const XmlEvent& outline, std::string location) {
  NewSource source;
  source.location = std::move(location);
  source.kind = attribute(outline, "claimtrail:kind");
  if (source.kind.empty()) source.kind = "feed";
  source.id = attribute(outline, "claimtrail:id");
  source.title = title_of(outline);
  source.outlet = attribute(outline, "claimtrail:outlet");
  source.schedule = attribute(outline, "claimtrail:schedule");
  source.every = attribute(outline, "claimtrail:every");
  source.timezone = attribute(outline, "claimtrail:timezone");
  source.robots = attribute(outline, "claimtrail:robots");
  source.enabled = attribute(outline, "claimtrail:enabled");
  return source;
}

}  // namespace

Result<std::vector<NewSource>> sources_from_opml(std::string_view bytes) {
  const DecodedText decoded = decode_text(bytes, {}, MarkupSyntax::xml);
  XmlReader xml(decoded.text);
  std::vector<NewSource> sources;
  bool is_opml = false;
  for (;;) {
    const XmlEvent& event = xml.next();
    if (event.kind == XmlEventKind::finished) break;
    if (event.kind != XmlEventKind::start) continue;
    const std::string name = lower(event.name);
    is_opml = is_opml || name == "opml";
    if (name != "outline") continue;
    std::string location = attribute(event, "xmlurl");
    const std::string kind = attribute(event, "claimtrail:kind");
    if (location.empty() && !kind.empty()) location = attribute(event, "url");
    const bool known = kind.empty() || kind == "feed" || kind == "page" || kind == "sitemap";
    if (!location.empty() && known) sources.push_back(source_of(event, std::move(location)));
  }
  if (!is_opml) {
    return failure("not-opml", "this is no OPML: it holds no <opml>", {},
                   "export the list of feeds from your reader as OPML");
  }
  return sources;
}

}  // namespace claimtrail
