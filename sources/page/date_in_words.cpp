#include "sources/page/date_in_words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/text/utf8.h"

#include "sources/feeds/feed.h"
#include "sources/page/hints.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_date_line = 119;

// Words that say of the date behind them that it is the one wanted.
constexpr std::array<std::string_view, 20> publication_words{
    "published",    "veröffentlicht",   "erschienen",   "publié",       "publicado",
    "pubblicato",   "posted on",        "gepubliceerd", "opublikowano", "опубликовано",
    "publicerad",   "publisert",        "julkaistu",    "online seit",  "erstellt am",
    "release date", "publication date", "issued on",    "date:",        "datum:"};

// Words that say of the date behind them that it is another one.
constexpr std::array<std::string_view, 34> other_words{
    "updated",     "modified",     "edited",         "changed",     "registered",
    "joined",      "member since", "copyright",      "©",           "last seen",
    "expires",     "valid until",  "aktualisiert",   "geändert",    "änderung",
    "registriert", "mitglied",     "stand:",         "bearbeitet",  "mis à jour",
    "mise à jour", "modifié",      "inscrit",        "actualizado", "modificado",
    "registrado",  "aggiornato",   "modificato",     "atualizado",  "bijgewerkt",
    "gewijzigd",   "обновлено",    "zaktualizowano", "päivitetty"};

/// What stands before the first word that speaks of another date; all of it where none does.
std::string_view before_other_words(std::string_view text) {
  const std::string folded = fold_case(text);
  if (folded.size() != text.size()) return text;
  std::size_t end = text.size();
  for (const std::string_view word : other_words) end = std::min(end, folded.find(word));
  return text.substr(0, end);
}

// "29.11.2022 – The council …", "Derna, 29 November 2022 - The council …".
std::optional<Published> leading_date(const Segment& segment) {
  constexpr std::size_t longest_lead = 48;
  constexpr std::array<std::string_view, 3> dashes{" – ", " — ", " - "};
  const std::string_view head = std::string_view(segment.text).substr(0, longest_lead);
  for (const std::string_view dash : dashes) {
    const auto at = head.find(dash);
    if (at != std::string_view::npos)
      return parse_feed_date(before_other_words(head.substr(0, at)));
  }
  return std::nullopt;
}

std::optional<Published> labelled_date(const Segment& segment) {
  constexpr std::size_t longest_label_line = 300;
  if (segment.text.size() > longest_label_line) return std::nullopt;
  const std::string folded = fold_case(segment.text);
  if (folded.size() != segment.text.size()) return std::nullopt;
  for (const std::string_view word : publication_words) {
    const auto at = folded.find(word);
    if (at == std::string::npos) continue;
    if (const auto date = parse_feed_date(segment.text.substr(at + word.size(), 40))) return date;
  }
  return std::nullopt;
}

// Without the signs between words: lead byte E2 begins their blocks (U+2000 to U+2BFF).
std::size_t words_of(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool begins = at == 0 || text[at - 1] == ' ';
    words += begins && (byte >= 0xC3 ? byte != 0xE2 : std::isalnum(byte) != 0) ? 1U : 0U;
  }
  return words;
}

// A short line that is a date, with little around it: "12.05.2020 | Politik".
std::optional<Published> date_line(const Segment& segment) {
  if (segment.text.size() > longest_date_line) return std::nullopt;
  const bool marked = (segment.hints & hint::date) != 0;
  if (words_of(segment.text) > (marked ? 20U : 12U)) return std::nullopt;
  return parse_feed_date(before_other_words(segment.text));
}

}  // namespace

std::optional<Published> date_in_words(const HtmlTree& tree, const std::vector<Segment>& segments,
                                       std::uint32_t title_node, std::uint32_t root) {
  const std::uint32_t from = title_node != 0 ? title_node : root;
  const std::uint32_t end =
      root == 0 ? static_cast<std::uint32_t>(tree.nodes.size()) : tree.nodes[root].end;
  std::vector<const Segment*> shown;
  std::size_t anchor = 0;
  for (const Segment& segment : segments) {
    if ((segment.hints & (hint::comments | hint::furniture | hint::hidden)) != 0) continue;
    if (segment.node < from) anchor = shown.size() + 1;
    shown.push_back(&segment);
  }
  for (std::size_t i = anchor; i < std::min(anchor + 10, shown.size()); ++i) {
    if (const auto date = date_line(*shown[i])) return date;
    if (const auto date = leading_date(*shown[i])) return date;
  }
  for (std::size_t back = 1; back <= 4 && back <= anchor && anchor <= shown.size(); ++back) {
    if (const auto date = date_line(*shown[anchor - back])) return date;
  }
  for (const Segment* segment : shown) {
    if (const auto date = labelled_date(*segment)) return date;
  }
  for (const Segment* segment : shown) {
    if (segment->node >= end) break;
    if ((segment->hints & hint::date) == 0) continue;
    if (const auto date = date_line(*segment)) return date;
  }
  return std::nullopt;
}

}  // namespace claimtrail
