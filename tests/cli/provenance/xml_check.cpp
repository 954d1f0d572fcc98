#include "tests/cli/provenance/xml_check.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

namespace claimtrail {

std::string xml_mistake(std::string_view xml) {
  xmlResetLastError();
  xmlDocPtr document =
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "drawing.svg", "UTF-8",
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document != nullptr) {
    xmlFreeDoc(document);
    return {};
  }
  const xmlError* error = xmlGetLastError();
  return error == nullptr || error->message == nullptr ? "not well-formed" : error->message;
}

std::vector<std::string> drawings_of(std::string_view page) {
  std::vector<std::string> drawings;
  for (std::size_t at = page.find("<svg"); at != std::string_view::npos;
       at = page.find("<svg", at + 1)) {
    const std::size_t end = page.find("</svg>", at);
    if (end == std::string_view::npos) break;
    drawings.emplace_back(page.substr(at, end + 6 - at));
  }
  return drawings;
}

}  // namespace claimtrail
