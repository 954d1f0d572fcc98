#pragma once

#include <span>
#include <string_view>

namespace claimtrail {

/// What a pack's YAML can hold, as a table: what the schema for editors is made from. The reader is
/// held to it by a test.
struct PackKey {
  enum class Kind {
    text,        ///< any scalar
    expression,  ///< a condition of the expression language
    number,      ///< a whole number
    truth,       ///< true or false
    word,        ///< one of `words`
    field,       ///< the name of a reading's field
    texts,       ///< a scalar or a list of them
    fields,      ///< one or several names of readings' fields
    object,      ///< a map; `of` names its object
    objects,     ///< a list of maps
    named_text,  ///< a map of names to expressions
    named_list,  ///< a map of names to lists
    sides        ///< a number, or a list of sides
  };
  std::string_view object;  ///< what the key stands in: "pack", "rule", "match", …
  std::string_view key;
  Kind kind = Kind::text;
  bool required = false;
  std::string_view meaning;
  std::string_view words = {};  ///< of a word, separated by blanks
  std::string_view of = {};     ///< of objects: their name
};

[[nodiscard]] std::span<const PackKey> pack_keys();

}  // namespace claimtrail
