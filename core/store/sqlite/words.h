#pragma once

#include <string>

#include "core/store/store.h"

namespace claimtrail::sqlite {

/// The enumerator that a stored word names; a word this program does not know is damage.
template <class Parse>
auto stored_word(const std::string& word, Parse&& parse) {
  const auto value = parse(word);
  if (!value) {
    throw StoreError(
        StoreError::Kind::damaged,
        "the database is damaged: it holds the unknown word '" + word + "'; restore a backup");
  }
  return *value;
}

}  // namespace claimtrail::sqlite
