#pragma once

#include <string>
#include <string_view>

#include "core/store/store.h"

namespace claimtrail::sqlite {

/// The enumerator that a stored word names; a word this program does not know is damage.
template <class Parse>
auto stored_word(std::string_view word, Parse&& parse) {
  const auto value = parse(word);
  if (!value) {
    throw StoreError(StoreError::Kind::damaged,
                     "the database is damaged: it holds the unknown word '" + std::string(word) +
                         "'; restore a backup");
  }
  return *value;
}

}  // namespace claimtrail::sqlite
