#include "core/trail/wire_credit.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "core/linking/words.h"
#include "core/text/tokens.h"

namespace claimtrail {
namespace {

struct AgencyName {
  std::string_view spelled;  ///< folded words
  std::string_view agency;
};

constexpr std::array agency_names{
    AgencyName{"reuters", "Reuters"},
    AgencyName{"thomson reuters", "Reuters"},
    AgencyName{"ap", "Associated Press"},
    AgencyName{"associated press", "Associated Press"},
    AgencyName{"afp", "Agence France-Presse"},
    AgencyName{"agence france presse", "Agence France-Presse"},
    AgencyName{"dpa", "Deutsche Presse-Agentur"},
    AgencyName{"deutsche presse agentur", "Deutsche Presse-Agentur"},
    AgencyName{"upi", "United Press International"},
    AgencyName{"united press international", "United Press International"},
    AgencyName{"efe", "Agencia EFE"},
    AgencyName{"agencia efe", "Agencia EFE"},
    AgencyName{"ansa", "ANSA"},
    AgencyName{"apa", "Austria Presse Agentur"},
    AgencyName{"austria presse agentur", "Austria Presse Agentur"},
    AgencyName{"keystone sda", "Keystone-SDA"},
    AgencyName{"sda", "Keystone-SDA"},
    AgencyName{"belga", "Belga"},
    AgencyName{"anp", "ANP"},
    AgencyName{"ntb", "NTB"},
    AgencyName{"ritzau", "Ritzau"},
    AgencyName{"tt", "TT"},
    AgencyName{"stt", "STT"},
    AgencyName{"pap", "PAP"},
    AgencyName{"ctk", "ČTK"},
    AgencyName{"čtk", "ČTK"},
    AgencyName{"tasr", "TASR"},
    AgencyName{"mti", "MTI"},
    AgencyName{"agerpres", "Agerpres"},
    AgencyName{"bta", "BTA"},
    AgencyName{"lusa", "Lusa"},
    AgencyName{"pa", "PA Media"},
    AgencyName{"pa media", "PA Media"},
    AgencyName{"press association", "PA Media"},
    AgencyName{"aap", "Australian Associated Press"},
    AgencyName{"australian associated press", "Australian Associated Press"},
    AgencyName{"canadian press", "Canadian Press"},
    AgencyName{"cp", "Canadian Press"},
    AgencyName{"pti", "Press Trust of India"},
    AgencyName{"press trust of india", "Press Trust of India"},
    AgencyName{"ani", "ANI"},
    AgencyName{"ians", "IANS"},
    AgencyName{"kyodo", "Kyodo News"},
    AgencyName{"kyodo news", "Kyodo News"},
    AgencyName{"jiji", "Jiji Press"},
    AgencyName{"jiji press", "Jiji Press"},
    AgencyName{"yonhap", "Yonhap"},
    AgencyName{"xinhua", "Xinhua"},
    AgencyName{"tass", "TASS"},
    AgencyName{"itar tass", "TASS"},
    AgencyName{"interfax", "Interfax"},
    AgencyName{"interfax ukraine", "Interfax-Ukraine"},
    AgencyName{"ria novosti", "RIA Novosti"},
    AgencyName{"ukrinform", "Ukrinform"},
    AgencyName{"unian", "UNIAN"},
    AgencyName{"anadolu", "Anadolu"},
    AgencyName{"anadolu agency", "Anadolu"},
    AgencyName{"aa", "Anadolu"},
    AgencyName{"wafa", "WAFA"},
    AgencyName{"irna", "IRNA"},
    AgencyName{"bloomberg", "Bloomberg"},
    AgencyName{"bloomberg news", "Bloomberg"},
    AgencyName{"dow jones", "Dow Jones"},
    AgencyName{"cnn newsource", "CNN Newsource"},
    AgencyName{"sid", "SID"},
    AgencyName{"epd", "epd"},
    AgencyName{"kna", "KNA"},
};

/// What a paragraph opens with when it credits whoever helped.
constexpr std::array contribution_openings{
    "with reporting by",       "with additional reporting by",
    "additional reporting by", "additional reporting from",
    "with reporting from",     "reporting by",
    "with files from",         "with material from",
    "material from",           "with information from",
    "contains material from",  "includes material from",
    "includes reporting from", "mit material von",
    "mit agenturmaterial von", "avec",
    "con información de",
};

/// What a credit line may open with.
constexpr std::array line_openings{"source", "sources", "quelle", "quellen", "fuente", "agencies"};

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string line;
  for (std::size_t i = first; i < last; ++i) line += (line.empty() ? "" : " ") + words[i];
  return line;
}

const std::map<std::string_view, std::string_view>& table() {
  static const auto made = [] {
    std::map<std::string_view, std::string_view> rows;
    for (const AgencyName& row : agency_names) rows.emplace(row.spelled, row.agency);
    return rows;
  }();
  return made;
}

std::string agency_of_words(const std::vector<std::string>& words, std::size_t first,
                            std::size_t last) {
  if (first < last && words[first] == "the") ++first;
  if (first >= last || last - first > 4) return {};
  const auto found = table().find(joined(words, first, last));
  return found == table().end() ? std::string() : std::string(found->second);
}

/// "PA", "CP" and "AA" are words and initials, too: they count in capitals alone. Some agencies
/// write themselves small.
bool spelled_as_agency(std::string_view list, const std::string& spelled) {
  constexpr std::size_t longest_initials = 3;
  constexpr std::array small{"dpa", "epd", "sda"};
  if (spelled.size() > longest_initials) return true;
  if (std::find(small.begin(), small.end(), spelled) != small.end()) return true;
  std::string capitals = spelled;
  for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return list.find(capitals) != std::string_view::npos;
}

/// Every agency of a list such as "Anna Roth, AFP and the Associated Press"; the longest name
/// counts.
std::vector<std::string> agencies_in(std::string_view list) {
  const std::vector<std::string> words = folded_words(list);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 1;
    for (std::size_t length = std::min<std::size_t>(4, words.size() - i); length > 0; --length) {
      const std::string spelled = joined(words, i, i + length);
      const auto row = table().find(spelled);
      if (row == table().end() || !spelled_as_agency(list, spelled)) continue;
      found.emplace_back(row->second);
      taken = length;
      break;
    }
    i += taken;
  }
  return found;
}

bool begins_with(const std::vector<std::string>& words, std::string_view phrase) {
  const auto count = static_cast<std::size_t>(1 + std::count(phrase.begin(), phrase.end(), ' '));
  return words.size() >= count && joined(words, 0, count) == phrase;
}

bool is_list_word(const std::string& word) {
  return word == "and" || word == "und" || word == "et" || word == "y" || word == "the" ||
         word == "with" || word == "mit" || word == "agencies" || word == "by";
}

/// True when a line holds agencies alone: "(AP)", "Source: Reuters and AFP", "dpa/AFP".
bool is_credit_line(std::string_view line) {
  constexpr std::size_t longest_line = 80;
  if (line.size() > longest_line) return false;
  std::vector<std::string> words = folded_words(line);
  if (words.empty()) return false;
  const bool announced =
      std::find(line_openings.begin(), line_openings.end(), words.front()) != line_openings.end();
  if (announced) words.erase(words.begin());
  bool named = false;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 0;
    for (std::size_t length = std::min<std::size_t>(4, words.size() - i); length > 0; --length) {
      if (table().contains(joined(words, i, i + length))) {
        taken = length;
        break;
      }
    }
    if (taken == 0 && !is_list_word(words[i])) return false;
    named = named || taken > 0;
    i += std::max<std::size_t>(1, taken);
  }
  return named;
}

class CreditFinder {
 public:
  explicit CreditFinder(std::string_view text) : text_(text) {}

  void read(Span paragraph, BlockKind block) {
    const std::string_view words = paragraph.of(text_);
    if (block == BlockKind::body || block == BlockKind::standfirst) dateline(paragraph);
    if (is_credit_line(words)) add_all(words, CreditPlace::credit_line, paragraph);
    constexpr std::size_t longest_contribution = 400;
    if (words.size() <= longest_contribution) contribution(words, paragraph);
    ending(paragraph);
  }

  void add_all(std::string_view list, CreditPlace place, Span span) {
    for (const std::string& agency : agencies_in(list)) found_.push_back({agency, place, span});
  }

  std::vector<WireCredit> take() {
    const auto key = [](const WireCredit& credit) { return std::tie(credit.agency, credit.place); };
    std::stable_sort(found_.begin(), found_.end(),
                     [&](const WireCredit& a, const WireCredit& b) { return key(a) < key(b); });
    found_.erase(
        std::unique(found_.begin(), found_.end(),
                    [&](const WireCredit& a, const WireCredit& b) { return key(a) == key(b); }),
        found_.end());
    return std::move(found_);
  }

 private:
  /// "KYIV, Ukraine (Reuters) - …" and "(Reuters) – …": brackets near the start and a dash behind.
  void dateline(Span paragraph) {
    constexpr std::size_t longest_place = 64;
    const std::string_view words = paragraph.of(text_);
    const std::size_t open = words.substr(0, longest_place).find('(');
    if (open == std::string_view::npos) return;
    const std::size_t close = words.substr(0, open + longest_place).find(')', open);
    if (close == std::string_view::npos) return;
    std::string_view rest = words.substr(close + 1);
    while (rest.starts_with(" ") || rest.starts_with("\xC2\xA0")) {
      rest.remove_prefix(rest.front() == ' ' ? 1 : 2);
    }
    if (!rest.starts_with("-") && !rest.starts_with("–") && !rest.starts_with("—")) return;
    const std::string_view inside = words.substr(open + 1, close - open - 1);
    if (!is_credit_line(inside)) return;
    add_all(inside, CreditPlace::dateline,
            {paragraph.start + static_cast<std::uint32_t>(open),
             paragraph.start + static_cast<std::uint32_t>(close + 1)});
  }

  void contribution(std::string_view line, Span paragraph) {
    const std::vector<std::string> words = folded_words(line);
    const bool opens = std::any_of(
        contribution_openings.begin(), contribution_openings.end(), [&](std::string_view phrase) {
          // "avec" opens sentences, too: it needs to be a list of agencies.
          return begins_with(words, phrase) &&
                 (phrase.find(' ') != std::string_view::npos || is_credit_line(line.substr(4)));
        });
    if (opens) return add_all(line, CreditPlace::contribution, paragraph);
    const auto verb = std::find(words.begin(), words.end(), "contributed");
    if (verb == words.end()) return;
    const auto next = verb + 1;
    const bool credited = next == words.end() || *next == "reporting" ||
                          (*next == "to" && next + 1 != words.end() &&
                           (*(next + 1) == "this" || *(next + 1) == "the"));
    if (credited) {
      add_all(line.substr(0, line.find("contributed")), CreditPlace::contribution, paragraph);
    }
  }

  /// "… was closed on Monday. (AFP)": brackets that end a paragraph behind a full stop.
  void ending(Span paragraph) {
    std::string_view words = paragraph.of(text_);
    if (!words.ends_with(")")) return;
    const std::size_t open = words.rfind('(');
    if (open == std::string_view::npos || open < 2 || words.size() - open > 64) return;
    const std::string_view before = words.substr(0, open);
    const std::size_t last = before.find_last_not_of(" \n");
    if (last == std::string_view::npos ||
        std::string_view(".!?\"").find(before[last]) == std::string_view::npos) {
      return;
    }
    const std::string_view inside = words.substr(open + 1, words.size() - open - 2);
    if (!is_credit_line(inside)) return;
    add_all(inside, CreditPlace::credit_line,
            {paragraph.start + static_cast<std::uint32_t>(open), paragraph.end});
  }

  std::string_view text_;
  std::vector<WireCredit> found_;
};

}  // namespace

std::vector<WireCredit> find_wire_credits(std::string_view text, const std::vector<Block>& blocks,
                                          const std::vector<std::string>& byline) {
  CreditFinder finder(text);
  for (const std::string& name : byline) finder.add_all(name, CreditPlace::byline, {});
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::caption || block.kind == BlockKind::headline) continue;
    for (const Span inner : take_apart(block.span.of(text), {}).paragraphs) {
      finder.read({block.span.start + inner.start, block.span.start + inner.end}, block.kind);
    }
  }
  return finder.take();
}

std::string agency_of(std::string_view name) {
  const std::vector<std::string> words = folded_words(name);
  return agency_of_words(words, 0, words.size());
}

const char* to_string(CreditPlace value) {
  switch (value) {
    case CreditPlace::byline:
      return "byline";
    case CreditPlace::credit_line:
      return "credit_line";
    case CreditPlace::contribution:
      return "contribution";
    case CreditPlace::dateline:
      break;
  }
  return "dateline";
}

}  // namespace claimtrail
