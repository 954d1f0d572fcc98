#include "sources/charset/entities.h"
#include "sources/feeds/opml.h"

namespace claimtrail {
namespace {

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : escape_markup(text)) {
    if (c == '"') {
      out += "&quot;";
    } else {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
}

void append_attribute(std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(value, out);
  out += '"';
}

}  // namespace

std::string write_opml(std::string_view title, const std::vector<OpmlOutline>& outlines) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<opml version=\"2.0\" xmlns:claimtrail=\"urn:claimtrail:opml\">\n"
      "  <head>\n    <title>";
  append_escaped(title, out);
  out += "</title>\n  </head>\n  <body>\n";
  for (const OpmlOutline& outline : outlines) {
    out += "    <outline";
    append_attribute("type", outline.xml_url.empty() ? "link" : "rss", out);
    append_attribute("text", outline.title, out);
    append_attribute("title", outline.title, out);
    append_attribute("xmlUrl", outline.xml_url, out);
    append_attribute("url", outline.url, out);
    for (const auto& [name, value] : outline.settings) {
      append_attribute("claimtrail:" + name, value, out);
    }
    out += "/>\n";
  }
  return out + "  </body>\n</opml>\n";
}

}  // namespace claimtrail
