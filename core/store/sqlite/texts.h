#pragma once

#include <optional>
#include <string>

#include "core/model/report.h"
#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/names.h"

namespace claimtrail::sqlite {

void put_text(Connection& connection, Names& names, const RevisionText& text);
[[nodiscard]] std::vector<RevisionGrounds> grounds_of(Connection& connection,
                                                      const std::string& report,
                                                      const std::string& extractor);
[[nodiscard]] std::optional<RevisionText> find_text(Connection& connection,
                                                    const std::string& revision,
                                                    const std::string& extractor);

}  // namespace claimtrail::sqlite
