#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/model/flag.h"
#include "core/store/store.h"
#include "core/trail/evidence.h"

namespace claimtrail {

/// Freezes the words that flags were raised on, so that they outlive re-analysis and edits.
class Freezer {
 public:
  explicit Freezer(const Store& store) : store_(store) {}

  /// Remembers of the evidence what flags about edits will need: the words as they stood before.
  void note_edits(const Evidence& evidence, const std::vector<RaisedFlag>& raised);

  /// Freezes the words of every claim of the flags: as they stand in the revision they are read in
  /// now, and, where a flag is about an edit, as they stood before it. Words that were frozen
  /// before stay.
  void freeze(std::vector<Flag>& flags);

 private:
  struct Edit {
    std::string was;
    StoredClaim before;
  };
  /// What all claims of one revision share.
  struct Place {
    bool known = false;
    FrozenEvidence evidence;
  };

  void freeze(Flag& flag);
  void add(Flag& flag, const StoredClaim& stored, const std::string& value);
  const Place& place_of(const StoredClaim& stored);

  const Store& store_;
  std::map<std::string, std::vector<Edit>> edits_;  ///< by claim
  std::map<std::string, StoredClaim> claims_;
  std::map<std::string, Place> places_;  ///< by revision and extractor
};

}  // namespace claimtrail
