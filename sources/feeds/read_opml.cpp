#include "sources/charset/decode.h"
#include "sources/feeds/opml.h"
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

OpmlOutline outline_of(const XmlEvent& event) {
  OpmlOutline outline;
  std::string text;
  for (const XmlAttribute& attribute : event.attributes) {
    // Lists in the wild write xmlurl, xmlUrl and xmlURL.
    const std::string name = lower(attribute.qualified);
    std::string value(trim_white_space(attribute.value));
    if (name == "xmlurl")
      outline.xml_url = std::move(value);
    else if (name == "url")
      outline.url = std::move(value);
    else if (name == "title")
      outline.title = std::move(value);
    else if (name == "text")
      text = std::move(value);
    else if (attribute.prefix == "claimtrail") {
      outline.settings.emplace(attribute.name, std::move(value));
    }
  }
  if (outline.title.empty()) outline.title = std::move(text);
  return outline;
}

}  // namespace

Result<std::vector<OpmlOutline>> read_opml(std::string_view bytes) {
  const DecodedText decoded = decode_text(bytes, {}, MarkupSyntax::xml);
  XmlReader xml(decoded.text);
  std::vector<OpmlOutline> outlines;
  bool is_opml = false;
  for (const XmlEvent* event = &xml.next(); event->kind != XmlEventKind::finished;
       event = &xml.next()) {
    if (event->kind != XmlEventKind::start) continue;
    const std::string name = lower(event->name);
    is_opml = is_opml || name == "opml";
    if (name != "outline") continue;
    OpmlOutline outline = outline_of(*event);
    if (!outline.xml_url.empty() || !outline.url.empty()) outlines.push_back(std::move(outline));
  }
  if (!is_opml) {
    return failure("not-opml", "this is no OPML: it holds no <opml>", {},
                   "export the list of feeds from your reader as OPML");
  }
  return outlines;
}

}  // namespace claimtrail
