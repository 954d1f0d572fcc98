#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/time.h"

namespace claimtrail {

/// What a set of readings answers. Declared in the config or discovered by linking.
struct Question {
  std::string id;
  std::string ask;  ///< "How many North Korean troops were deployed to Russia?"
  bool declared = false;
  std::vector<std::string> about;     ///< terms that a reading's words must hold
  std::vector<std::string> entities;  ///< names that its report or sentence must hold
  std::string predicate;
  std::string dimension;          ///< empty: statements
  std::string behaves = "point";  ///< running_total, point, daily, fixed
  int window_days = 14;           ///< largest gap between the nearest ends of two as_of ranges
  std::vector<std::string> renamed_from;
};

/// One append-only decision by a person.
struct Review {
  std::string id;
  Timestamp at;
  std::string by;
  std::string subject_kind;  ///< flag, claim, reading, question, claimant
  std::string subject;       ///< the subject's id
  std::string action;  ///< confirm, dismiss, explain, suppress, reopen, accept, reject, correct,
                       ///< merge, apart, rename, split, join, move, undo
  std::string code;    ///< reason code of an explanation: as_of_differs, scope_differs, …
  std::string reason;  ///< the reviewer's words
  std::string before;  ///< state before, as stored ("open")
  std::string after;
  std::string undoes;  ///< id of the review this one takes back
};

}  // namespace claimtrail
