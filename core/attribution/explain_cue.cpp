#include "core/attribution/explain_cue.h"

#include "core/attribution/attribution.h"
#include "core/attribution/language.h"
#include "core/text/tokens.h"

namespace claimtrail {
namespace {

std::string pattern_of(const Attribution& attribution) {
  std::string pattern = "no source";
  if (attribution.source) {
    pattern = attribution.source->first < attribution.cue.first ? "source before the cue"
                                                                : "source after the cue";
  }
  bool before = false;
  bool after = false;
  for (const ItemRange part : attribution.content) {
    (part.first < attribution.cue.first ? before : after) = true;
  }
  if (before && after) return pattern + ", content on both sides of it";
  if (before) return pattern + ", content before it";
  return pattern + (after ? ", content after it" : ", content in the next sentence");
}

bool is_word_start(std::string_view text, std::size_t at) {
  return at == 0 || static_cast<unsigned char>(text[at - 1]) <= ' ' || text[at - 1] == '(';
}

}  // namespace

std::optional<CueReason> explain_cue(const Document& document, Span cue) {
  const Language* language = Language::find(document.language);
  if (language == nullptr) return std::nullopt;
  std::vector<Span> blocks;
  for (const Block& block : document.blocks) blocks.push_back(block.span);
  const TokenizedText text = take_apart(document.text, blocks);
  for (const Unit& unit : make_units(document, text, *language)) {
    if (unit.items.empty()) continue;
    const Span whole = span_of(text, unit, {0, static_cast<std::uint32_t>(unit.items.size())});
    if (!whole.contains(cue)) continue;
    for (const Attribution& attribution : read_unit(Phrases(text, unit), language->lexicon())) {
      if (span_of(text, unit, attribution.cue) != cue) continue;
      return CueReason{
          attribution.entry->line, pattern_of(attribution),
          unit.parsed ? "by the dependency tree and the order of words" : "by the order of words"};
    }
  }
  return std::nullopt;
}

std::optional<Span> mention_before(std::string_view text, Span source, std::string_view name) {
  const auto blank = name.rfind(' ');
  const std::string_view last = blank == std::string_view::npos ? name : name.substr(blank + 1);
  if (last.empty() || source.of(text).find(last) != std::string_view::npos) return std::nullopt;
  for (std::size_t at = text.substr(0, source.start).rfind(last); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : text.rfind(last, at - 1)) {
    if (!is_word_start(text, at)) continue;
    const std::string_view before = text.substr(0, at);
    const std::string_view given = blank == std::string_view::npos ? "" : name.substr(0, blank + 1);
    const std::size_t start = before.ends_with(given) ? at - given.size() : at;
    return Span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at + last.size())};
  }
  return std::nullopt;
}

}  // namespace claimtrail
