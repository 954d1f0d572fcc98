#include "cli/commands/config_settings.h"
#include "cli/commands/opml_sources.h"

namespace claimtrail {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        // XML has no way to write a control character.
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return result;
}

class Outline {
 public:
  Outline& with(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      text_ += ' ';
      text_ += name;
      text_ += "=\"" + escaped(value) + "\"";
    }
    return *this;
  }
  [[nodiscard]] std::string text() const { return "    <outline" + text_ + "/>\n"; }

 private:
  std::string text_;
};

std::string outline_of(const SourceSettings& source) {
  const std::string& title = source.outlet.empty() ? source.id : source.outlet;
  const bool feed = source.kind == SourceKind::feed;
  Outline outline;
  outline.with("type", feed ? "rss" : "link").with("text", title).with("title", title);
  outline.with(feed ? "xmlUrl" : "url", source.location);
  outline.with("claimtrail:kind", to_string(source.kind)).with("claimtrail:id", source.id);
  outline.with("claimtrail:outlet", source.outlet);
  outline.with("claimtrail:schedule", source.schedule_text);
  if (source.every_ms > 0) outline.with("claimtrail:every", write_duration(source.every_ms));
  outline.with("claimtrail:timezone", source.timezone);
  if (source.robots == RobotsPolicy::ignore) outline.with("claimtrail:robots", "ignore");
  if (!source.enabled) outline.with("claimtrail:enabled", "false");
  return outline.text();
}

}  // namespace

std::string sources_as_opml(const std::string& desk, const std::vector<SourceSettings>& sources) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<opml version=\"2.0\" xmlns:claimtrail=\"urn:claimtrail:opml\">\n"
      "  <head>\n    <title>" +
      escaped(desk.empty() ? "claimtrail" : desk) + "</title>\n  </head>\n  <body>\n";
  for (const SourceSettings& source : sources) {
    const bool local = source.kind == SourceKind::directory || source.kind == SourceKind::warc;
    if (!local) text += outline_of(source);
  }
  return text + "  </body>\n</opml>\n";
}

}  // namespace claimtrail
