#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"

namespace claimtrail {

/// A small desk filled through the Store interface, without fetching or analysing anything: three
/// outlets on one dam, with a figure conflict, a denial, a silent edit and reviews. Everything in
/// it is fixed, so what is made from it is the same everywhere.
class SmallWorld {
 public:
  SmallWorld();
  ~SmallWorld();
  SmallWorld(const SmallWorld&) = delete;
  SmallWorld& operator=(const SmallWorld&) = delete;

  [[nodiscard]] Store& store() { return *store_; }
  [[nodiscard]] const DeskSettings& desk() const { return desk_; }
  [[nodiscard]] DeskSettings& desk() { return desk_; }
  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
  [[nodiscard]] std::string database() const { return (directory_ / "desk.db").string(); }

  /// The clock every test of this world stands at.
  [[nodiscard]] static Timestamp now();

  /// The ids of the two flags.
  static constexpr const char* figure_flag = "flag-figures";
  static constexpr const char* edit_flag = "flag-edit";
  static constexpr const char* question = "dam-evacuated";

  /// Adds a report with one revision; its raw bytes are the text.
  void add_report(const std::string& id, const std::string& outlet, const std::string& title,
                  const std::string& published, const std::string& text,
                  const std::vector<Claim>& claims);
  /// A claim on the words `exact` of `text`, attributed as told.
  struct Said {
    std::string id;
    std::string exact;
    std::string claimant;  ///< empty: the outlet's own voice
    std::string cue;       ///< words of the cue; empty: none
    Manner manner = Manner::indirect;
  };
  [[nodiscard]] static Claim claim(const std::string& text, const Said& said);
  [[nodiscard]] static Figure people(const std::string& text, const std::string& exact,
                                     std::optional<long long> low, std::optional<long long> high);

 private:
  void fill();
  void revise();
  void raise_flags();

  std::filesystem::path directory_;
  std::unique_ptr<Store> store_;
  DeskSettings desk_;
};

}  // namespace claimtrail
