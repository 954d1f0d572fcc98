#include <cstdint>
#include <cstdlib>

#include "core/linking/near_duplicate.h"
#include "core/linking/word_diff.h"
#include "core/trail/correction_note.h"
#include "core/trail/wire_credit.h"

// The input is two texts, parted by its first zero byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace claimtrail;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t part = std::min(input.find('\0'), input.size());
  const std::string_view before = input.substr(0, part);
  const std::string_view after = input.substr(std::min(part + 1, input.size()));
  for (const std::size_t most_edits : {std::size_t{400}, std::size_t{2}}) {
    const auto hunks = diff_words(before, after, {most_edits, 2});
    if (apply_diff(before, after, hunks) != after) std::abort();
    if (hunks.empty() != (before == after)) std::abort();
  }
  const TextShingles a(before);
  const TextShingles b(after);
  if (compare_texts(a, b).has_value() != compare_texts(b, a).has_value()) std::abort();
  const std::vector<Block> blocks{
      {BlockKind::note, {0, static_cast<std::uint32_t>(before.size())}}};
  for (const CorrectionNote& note : find_correction_notes(before, blocks)) {
    if (note.span.end > before.size()) std::abort();
    (void)names_change(note, before, after, before);
  }
  for (const WireCredit& credit : find_wire_credits(before, blocks, {})) {
    if (credit.agency.empty() || credit.span.end > before.size()) std::abort();
  }
  return 0;
}
