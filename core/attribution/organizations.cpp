#include "core/attribution/organizations.h"

#include <algorithm>

#include "core/attribution/name_table.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::size_t most_names = 200;  // of one text; keeps every comparison bounded
constexpr std::size_t most_words = 12;
constexpr std::uint32_t longest_run = 14;  // items
constexpr std::size_t longest_initials = 8;

std::vector<std::string> sorted_words(std::string_view name) {
  std::vector<std::string> words = NameTable::english().words(name);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool within(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 && word.size() <= longest_initials &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_small_word(std::string_view folded) {
  return folded == "of" || folded == "the" || folded == "and" || folded == "for" ||
         folded == "on" || folded == "in" || folded == "to";
}

bool is_organization(const Phrases& p, std::uint32_t i) {
  return p.is(i, Class::organization) || p.is(i, Class::outlet_word) || p.is(i, Class::outlet);
}

}  // namespace

bool ends_in_organization(const Phrases& p, std::uint32_t first, std::uint32_t last) {
  if (last < first + 2) return false;
  const std::string joined = std::string(p.lower(last - 2)) + "_" + std::string(p.lower(last - 1));
  const WordEntry& word = Lexicon::english().word(joined);
  return word.is(Class::organization) || word.is(Class::outlet);
}

std::uint32_t organization_end(const Phrases& p, std::uint32_t i, std::uint32_t& head) {
  const auto run_end = [&p, limit = std::min(p.size(), i + longest_run)](std::uint32_t k) {
    while (k < limit && (p.tag(k) == Tag::proper || p.tag(k) == Tag::hyphen ||
                         (p.tag(k) == Tag::possessive_mark && p.tag(k + 1) == Tag::proper))) {
      ++k;
    }
    return k;
  };
  std::uint32_t end = run_end(i);
  if (end == i) return i;
  head = end - 1;
  if (!is_organization(p, head) && !ends_in_organization(p, i, end)) return i;
  while (p.lower(end) == "of" || p.lower(end) == "for" || p.lower(end) == "on") {
    std::uint32_t next = end + 1;
    if (p.lower(next) == "the") ++next;
    const std::uint32_t more = run_end(next);
    if (more == next || p.date_end(end) > end) break;
    end = more;
  }
  return end;
}

Organizations::Organizations(const TokenizedText& text, const std::vector<Unit>& units) {
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    if (!units[u].title_case) read_unit(text, units[u], u);
  }
  read_initials(text);
}

void Organizations::read_unit(const TokenizedText& text, const Unit& unit, std::uint32_t index) {
  const Phrases p(text, unit);
  for (std::uint32_t i = 0; i < p.size();) {
    std::uint32_t head = i;
    const std::uint32_t end = p.tag(i) == Tag::proper ? organization_end(p, i, head) : i;
    if (end > i + 1) {
      add(squeeze_blanks(span_of(text, unit, {i, end}).of(text.text)), std::string(p.lower(head)),
          true, index);
    }
    // A run of names that is no organisation is passed over as a whole.
    i = std::max(end, i + 1);
    while (end < i && i < p.size() && p.tag(i) == Tag::proper && p.tag(i - 1) == Tag::proper) ++i;
  }
}

void Organizations::read_initials(const TokenizedText& text) {
  for (std::size_t i = 1; i + 2 < text.tokens.size(); ++i) {
    if (text.word(i) != "(" || text.word(i + 2) != ")" || !is_capitals(text.word(i + 1))) continue;
    const std::string& initials = text.lower[i + 1];
    if (initials_.size() >= most_names) return;
    std::size_t left = initials.size();
    std::size_t first = i;
    for (std::size_t k = i; k-- > 0 && i - k < longest_run && left > 0;) {
      const Token& token = text.tokens[k];
      if (token.kind != TokenKind::word && text.word(k) != "-") break;
      if (text.word(k) == "-" || (!token.capitalised && is_small_word(text.lower[k]))) continue;
      if (!token.capitalised || text.lower[k].front() != initials[left - 1]) break;
      --left;
      first = k;
    }
    if (left > 0) continue;
    const Span span = {text.tokens[first].span.start, text.tokens[i - 1].span.end};
    const std::string name = squeeze_blanks(span.of(text.text));
    initials_.emplace(initials, name);
    add(name, head_of(name), true, static_cast<std::uint32_t>(-1));
  }
}

void Organizations::add(const std::string& name, const std::string& head, bool proper,
                        std::uint32_t unit) {
  std::vector<std::string> words = sorted_words(name);
  if (words.empty() || words.size() > most_words || names_.size() == most_names) return;
  for (OrganizationName& known : names_) {
    if (known.name != name) continue;
    known.unit = std::min(known.unit, unit);
    known.last = unit;
    return;
  }
  names_.push_back({name, std::move(words), head, unit, unit, proper});
}

bool Organizations::knows_head(std::string_view head) const {
  return std::any_of(names_.begin(), names_.end(),
                     [&](const OrganizationName& name) { return name.head == head; });
}

bool Organizations::holds_only(std::string_view name, std::uint32_t unit) const {
  const std::vector<std::string> words = sorted_words(name);
  return std::all_of(names_.begin(), names_.end(), [&](const OrganizationName& known) {
    return known.unit > unit || within(known.words, words) || within(words, known.words);
  });
}

std::size_t Organizations::named_between(std::uint32_t first, std::uint32_t last) const {
  return static_cast<std::size_t>(std::count_if(
      names_.begin(), names_.end(),
      [&](const OrganizationName& name) { return name.unit >= first && name.unit < last; }));
}

std::string Organizations::by_initials(std::string_view folded) const {
  const auto introduced = initials_.find(folded);
  if (introduced != initials_.end()) return introduced->second;
  constexpr std::size_t certain = 3;  // two letters stand for many names
  if (folded.size() < certain) return {};
  const OrganizationName* only = nullptr;
  for (const OrganizationName& known : names_) {
    if (initials_of(known.name) != folded) continue;
    if (only != nullptr && only->words != known.words) return {};
    only = &known;
  }
  return only == nullptr ? std::string() : only->name;
}

std::string Organizations::full_name(std::string_view name, std::string_view head, bool proper,
                                     std::uint32_t unit) const {
  const NameTable& table = NameTable::english();
  if (is_capitals(name)) {
    std::string full = by_initials(head);
    if (!full.empty()) return full;
  }
  const std::vector<std::string> words = sorted_words(name);
  if (words.empty()) return {};
  // "the House" is no short form of "the White House".
  if (proper && words.size() == 1 && !table.is_generic(words.front()) &&
      !Lexicon::english().word(head).is(Class::outlet_word)) {
    return {};
  }
  constexpr std::uint32_t close = 3;  // units
  const auto may_be = [&](const OrganizationName& known) {
    if (!known.proper && known.words != words && known.last + close < unit) return false;
    return table.title(known.head) == table.title(head) && within(words, known.words);
  };
  // Every name that may be meant has to lie within the fullest one.
  const OrganizationName* fullest = nullptr;
  for (const OrganizationName& known : names_) {
    if (!may_be(known)) continue;
    if (fullest == nullptr || fullest->words.size() < known.words.size()) fullest = &known;
  }
  if (fullest == nullptr) return {};
  const bool certain = std::all_of(names_.begin(), names_.end(), [&](const auto& known) {
    return !may_be(known) || within(known.words, fullest->words);
  });
  return certain ? fullest->name : std::string();
}

}  // namespace claimtrail
