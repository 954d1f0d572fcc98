#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/trail/evidence.h"

namespace claimtrail {

/// Why two reports rest on one origin, strongest first.
enum class CollapseReason {
  same_text,    ///< identical, near the same, or one contains the other
  based_on,     ///< one says that its text is the other's, or both name a third address
  syndicated,   ///< the feed names the other's publisher as where the report comes from
  same_wire,    ///< both print the same agency
  cited,        ///< one cites the other, or both cite a third
  same_family,  ///< both are published by one family
};

/// One link between two reports of one origin.
struct Collapse {
  std::size_t a = 0;  ///< indices of the reports, a < b
  std::size_t b = 0;
  CollapseReason reason = CollapseReason::same_text;
  std::string why;  ///< "92 % of its words stand in the other", "both print Reuters"
};

/// Reports that rest on one origin.
struct Origin {
  std::string name;  ///< an agency or publisher where one is named; else the first report's id
  std::vector<std::size_t> reports;  ///< sorted
  std::vector<Collapse> collapses;   ///< what joined them; empty for one report alone
};

/// Which of the reports on one matter collapse to one origin. Agency, family and who is cited count
/// because the reports are on one matter: two stories of one agency on different days would not be
/// one origin, so do not ask about a whole desk at once. A contribution ("AP contributed") joins
/// nothing: the text is the outlet's own. An excerpt joins nothing.
///
/// A report that nothing joins is an origin of its own as far as anybody can tell; that it is
/// independent is not said. By first report; the order of `reports` changes nothing but the
/// indices. `texts` may be null: then no texts are compared. Follows from the reports and their
/// texts alone.
[[nodiscard]] std::vector<Origin> find_origins(const std::vector<const ReportEvidence*>& reports,
                                               ReportTexts* texts);

/// How many origins `find_origins` finds. Asks for texts only where the reports are not one origin
/// without them.
[[nodiscard]] std::size_t count_origins(const std::vector<const ReportEvidence*>& reports,
                                        ReportTexts* texts);

/// Whether `count_origins` is 1, mostly told from the samples of a few texts.
[[nodiscard]] bool is_one_origin(const std::vector<const ReportEvidence*>& reports,
                                 ReportTexts* texts);

[[nodiscard]] const char* to_string(CollapseReason value);

}  // namespace claimtrail
