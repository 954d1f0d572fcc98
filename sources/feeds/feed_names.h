#pragma once

#include <cstdint>
#include <string_view>

#include "sources/feeds/xml_reader.h"

namespace claimtrail {

/// What a namespace is to a reader of feeds, whatever its prefix is in a document.
enum class FeedSpace : std::uint8_t {
  core,
  dc,
  dcterms,
  content,
  media,
  itunes,
  xhtml,
  rdf,
  other
};

/// The kind of a namespace's name. RSS of every version, Atom and no namespace at all are `core`; a
/// prefix that was never declared counts as what it usually stands for.
[[nodiscard]] FeedSpace feed_space(std::string_view name);

/// The value of an attribute by its name as written ("xml:base"); empty when there is none.
[[nodiscard]] std::string_view attribute_of(const XmlEvent& event, std::string_view name);

}  // namespace claimtrail
