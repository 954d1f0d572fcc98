#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "core/trail/evidence.h"

namespace claimtrail {

/// Some reports and claims that stand in them.
struct ReportsWithClaims {
  std::vector<ReportEvidence> reports;
  std::vector<StoredClaim> claims;
};

/// Claims that wait on the disk for others of their kind, in numbered piles. The files have no
/// name, so nothing is left behind whatever happens. Throws StoreError where the disk does not take
/// or give them.
class ClaimsApart {
 public:
  explicit ClaimsApart(std::size_t piles);

  /// Claims of one report, added once a pile.
  void add(std::size_t pile, const ReportEvidence& report,
           const std::vector<const StoredClaim*>& claims);
  /// All that was added to a pile, in that order. Once.
  [[nodiscard]] ReportsWithClaims take(std::size_t pile);

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::vector<std::unique_ptr<std::FILE, CloseFile>> piles_;
  std::string bytes_;
};

}  // namespace claimtrail
