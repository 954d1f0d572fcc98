#include "core/linking/reading.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "core/linking/refutation.h"
#include "core/linking/similarity.h"
#include "core/linking/stories.h"
#include "core/linking/words.h"
#include "core/quantity/predicates.h"

namespace claimtrail {
namespace {

/// Where the figure stands in the claim's words; nothing where the claim is in pieces.
std::optional<std::size_t> place_of(const StoredClaim& stored, const Figure& figure) {
  if (stored.claim.content.size() != 1) return std::nullopt;
  const std::size_t start = stored.claim.content[0].start;
  if (figure.span.start < start || figure.span.end > start + stored.exact.size()) {
    return std::nullopt;
  }
  return figure.span.start - start;
}

/// The claim's words from the figure on; empty where the claim is in pieces.
std::string_view words_from(const StoredClaim& stored, const Figure& figure) {
  const auto place = place_of(stored, figure);
  return place ? std::string_view(stored.exact).substr(*place, 80) : std::string_view();
}

bool linkable(const Figure& figure) {
  static const std::set<std::string, std::less<>> kNever{"", "ordinal", "number"};
  return !figure.relative && !kNever.contains(figure.dimension) && (figure.low || figure.high);
}

bool is_number_word(const std::string& word) {
  static const std::set<std::string, std::less<>> kNumbers{
      "one",   "two",  "three", "four",   "five",   "six",  "seven",
      "eight", "nine", "ten",   "eleven", "twelve", "dozen"};
  return kNumbers.contains(word) || std::isdigit(static_cast<unsigned char>(word.front())) != 0;
}

/// People under a name that says no more, and what befalls them: words that tell no happening from
/// another.
bool is_anybody(const std::string& word_stem) {
  static const std::set<std::string, std::less<>> kAnybody{
      "",    "person", "peopl", "victim", "individual", "other",    "dead", "kill",
      "die", "wound",  "injur", "hurt",   "casualty",   "fatality", "death"};
  return kAnybody.contains(word_stem);
}

/// What is counted, by the last word of its noun: people under whatever name that says no more
/// ("victims", "the dead") are one class; men, officers and pupils are each their own.
std::string counted_class(const Figure& figure) {
  static const std::set<std::string, std::less<>> kSome{"man",   "men",   "male",
                                                        "woman", "women", "femal"};
  const std::vector<std::string> words = folded_words(figure.noun);
  std::string head;
  for (auto word = words.rbegin(); word != words.rend() && head.empty(); ++word) {
    if (!is_function_word(*word)) head = stem(*word);
  }
  if (kSome.contains(head))
    return head == "men" || head == "male" ? "man" : head == "man" ? head : "woman";
  const bool people = figure.unit == "person" || !head.empty();
  return people && is_anybody(head) ? "person" : word_class(head);
}

/// Gunmen who killed are not among the killed.
std::string_view befalls(const Figure& figure) {
  return Predicate{figure.predicate, figure.role}.befalls();
}

/// What happens to what is counted; empty: nothing that tells. People who are "taken" are taken
/// somewhere.
std::string event_class(const Figure& figure) {
  const std::string_view event = befalls(figure);
  if (event.empty() || (event == "take" && figure.unit == "person")) return {};
  return word_class(stem(event));
}

struct Token {
  std::string_view text;
  bool capital = false;
  bool opens = false;  ///< first of a sentence
};

std::vector<Token> tokens_in(std::string_view text) {
  std::vector<Token> tokens;
  bool opens = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \n\t", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \n\t", begin), text.size());
    const std::string_view token = text.substr(begin, at - begin);
    const std::size_t letter = token.find_first_not_of("\"'([");
    const bool capital =
        letter != std::string_view::npos && token[letter] >= 'A' && token[letter] <= 'Z';
    tokens.push_back({token, capital, opens});
    opens = token.back() == '.' || token.back() == '?' || token.back() == '!';
  }
  return tokens;
}

/// "Four victims from Lynn were shot", "two people with ties to the town": those of one sort only.
bool is_of_one_sort(const StoredClaim& stored, const Figure& figure) {
  if (figure.unit != "person") return false;
  const auto place = place_of(stored, figure);
  if (!place) return false;
  const std::vector<Token> after = tokens_in(
      std::string_view(stored.exact)
          .substr(std::min(stored.exact.size(), *place + figure.span.end - figure.span.start)));
  if (after.size() < 2) return false;
  return (after[0].text == "from" && after[1].capital) || after[0].text == "with";
}

/// "Two of the wounded": a part of a count, whose whole is another figure; "shot six times", "two
/// counts of theft": a number of one person's own.
bool is_part(const StoredClaim& stored, const Figure& figure) {
  static const std::set<std::string, std::less<>> kEach{"time", "times", "count", "counts",
                                                        "block"};
  // "Two critically injured and 22 others": the worst off are some of all.
  static const std::set<std::string, std::less<>> kGrades{"critically", "seriously", "severely",
                                                          "gravely",    "slightly",  "lightly"};
  const std::vector<std::string> noun = folded_words(figure.noun);
  if (!noun.empty() && kEach.contains(noun.back())) return true;
  if (!noun.empty() && (is_number_word(noun.front()) || kGrades.contains(noun.front())))
    return true;
  const std::vector<std::string> words = folded_words(words_from(stored, figure));
  for (std::size_t i = 0; i + 2 < words.size() && i < 3; ++i) {
    if (is_number_word(words[i]) && words[i + 1] == "of") return true;
  }
  return false;
}

std::string claimant_of(const Claim& claim) {
  if (claim.attribution.empty()) return {};
  std::string ids;
  for (const Claimant& claimant : claim.attribution.front().claimants) ids += claimant.id + '+';
  return ids.empty() ? "unnamed" : ids;
}

bool is_bare(const std::string& words) {
  const std::vector<std::string> folded = folded_words(words);
  return std::all_of(folded.begin(), folded.end(), [](const std::string& word) {
    return is_function_word(word) || is_number_word(word) || is_anybody(stem(word)) ||
           stem(word) == "shot" || stem(word) == "shoot";
  });
}

/// How the figures of one claim stand to each other and to what happened.
struct ClaimFigures {
  bool many_events = false;  ///< a sum over occasions: "16 were wounded in seven shootings"
  bool counts_dead = false;  ///< gives a number of the killed
};

ClaimFigures read_together(const Claim& claim) {
  static const std::set<std::string, std::less<>> kOccasions{
      "shoot",  "incid", "attack", "stab",    "crash",    "explos", "blast",
      "strike", "scene", "raid",   "protest", "accident", "fire"};
  ClaimFigures together;
  for (const Figure& figure : claim.figures) {
    if (figure.dimension != "count" || figure.relative) continue;
    const std::vector<std::string> noun = folded_words(figure.noun);
    together.many_events =
        together.many_events || (!noun.empty() && kOccasions.contains(stem(noun.back())) &&
                                 figure.low && *figure.low > Decimal(1));
    together.counts_dead =
        together.counts_dead || (figure.unit == "person" && befalls(figure) == "kill");
  }
  return together;
}

std::optional<DayRange> days_of(const LinkInput& input, const Figure* figure) {
  if (figure != nullptr && figure->as_of) return figure->as_of->range;
  if (input.stored->claim.as_of) return input.stored->claim.as_of->range;
  if (!input.published) return std::nullopt;
  return DayRange{*input.published, *input.published + std::chrono::days{1}};
}

}  // namespace

const Figure* LinkReading::quantity() const {
  return figure < 0 ? nullptr : &input->stored->claim.figures[static_cast<std::size_t>(figure)];
}

namespace {

/// Content words in order, repetitions too.
std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> telling;
  for (const std::string& word : folded_words(text)) {
    if (word != "…" && !is_function_word(word)) telling.push_back(word_class(stem(word)));
  }
  return telling;
}

std::vector<std::string> stems_of(const std::vector<std::string_view>& tokens) {
  std::vector<std::string> stems;
  for (const std::string_view token : tokens) {
    for (const std::string& word : folded_words(token)) {
      if (!is_function_word(word)) stems.push_back(stem(word));
    }
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

/// Words written with a capital where no sentence begins: names of people and places.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string_view> names;
  for (const Token& token : tokens_in(text)) {
    if (token.capital && !token.opens) names.push_back(token.text);
  }
  return stems_of(names);
}

/// Who and where tells one happening from another of its kind: as many times each name counts.
constexpr int kNameWeight = 3;

/// The same as `telling_words` writes them, repetitions too.
std::vector<std::string> named_words(std::string_view text) {
  std::vector<std::string> names;
  for (const Token& token : tokens_in(text)) {
    if (!token.capital || token.opens) continue;
    for (std::string& word : telling_words(token.text)) names.push_back(std::move(word));
  }
  return names;
}

/// The names that stand right before a figure ("Ann Roth, 25") or within two words after it
/// ("25-year-old nurse Ann Roth").
std::vector<std::string> names_beside(const StoredClaim& stored, const Figure& figure) {
  const auto place = place_of(stored, figure);
  if (!place) return {};
  const std::string_view text = stored.exact;
  std::vector<std::string_view> names;
  const std::vector<Token> before = tokens_in(text.substr(0, *place));
  for (auto token = before.rbegin(); token != before.rend() && token->capital; ++token) {
    names.push_back(token->text);
  }
  const std::vector<Token> after =
      tokens_in(text.substr(*place + figure.span.end - figure.span.start));
  std::size_t at = 0;
  // "Ann Roth, 25, Karl Holm, 47": the name behind belongs to the next age.
  if (!names.empty()) return stems_of(names);
  while (at < after.size() && at < 2 && !after[at].capital) ++at;
  for (; at < after.size() && after[at].capital; ++at) names.push_back(after[at].text);
  return stems_of(names);
}

/// The story each claim's report belongs to, and the words' weights among the reports.
struct StoryWords {
  struct Place {
    std::size_t story = 0;
    std::shared_ptr<const WordVector> words;
  };
  WordWeights weights;
  std::map<std::string, Place> place;  ///< by report
};

StoryWords read_stories(const std::vector<LinkInput>& claims) {
  std::map<std::string, std::vector<std::string>> words;
  std::map<std::string, std::optional<Day>> published;
  for (const LinkInput& input : claims) {
    auto [found, first] = words.try_emplace(input.stored->report);
    if (first) {
      found->second = telling_words(input.report_context);
      published[input.stored->report] = input.published;
    }
    const std::vector<std::string> more = telling_words(input.stored->exact);
    found->second.insert(found->second.end(), more.begin(), more.end());
    const std::vector<std::string> names = named_words(input.stored->exact);
    for (int extra = 1; extra < kNameWeight; ++extra)
      found->second.insert(found->second.end(), names.begin(), names.end());
  }
  std::vector<std::vector<std::string>> documents;
  for (const auto& [report, telling] : words) documents.push_back(telling);
  StoryWords result{WordWeights(documents), {}};
  std::vector<StoryReport> reports;
  for (const auto& [report, telling] : words) {
    reports.push_back({report, published[report], result.weights.vector(telling)});
  }
  const std::vector<std::size_t> story = find_stories(reports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    result.place[reports[i].id] = {story[i],
                                   std::make_shared<WordVector>(std::move(reports[i].words))};
  }
  return result;
}

using SharedWords = std::shared_ptr<const std::vector<std::string>>;

/// By report: the content words of its headline and standfirst, of its claims and of the names of
/// who makes them, sorted. `claim_words` are those of each claim.
std::map<std::string, SharedWords> words_of_reports(
    const std::vector<LinkInput>& claims,
    const std::vector<std::vector<std::string>>& claim_words) {
  std::map<std::string, std::set<std::string>> words;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const LinkInput& input = claims[i];
    const auto [of_report, is_new] = words.try_emplace(input.stored->report);
    std::set<std::string>& set = of_report->second;
    const auto add = [&](std::string_view text) {
      for (std::string& word : content_words(text)) set.insert(std::move(word));
    };
    if (is_new) add(input.report_context);
    set.insert(claim_words[i].begin(), claim_words[i].end());
    for (const Hop& hop : input.stored->claim.attribution) {
      for (const Claimant& claimant : hop.claimants) add(claimant.name);
    }
  }
  std::map<std::string, SharedWords> shared;
  for (const auto& [report, set] : words) {
    shared[report] = std::make_shared<const std::vector<std::string>>(set.begin(), set.end());
  }
  return shared;
}

}  // namespace

std::vector<ReadingKey> reading_keys(const StoredClaim& stored) {
  std::vector<ReadingKey> keys;
  const Claim& claim = stored.claim;
  const bool counts_dead = read_together(claim).counts_dead;
  for (std::size_t i = 0; i < claim.figures.size(); ++i) {
    const Figure& figure = claim.figures[i];
    if (!linkable(figure) || is_part(stored, figure) || is_of_one_sort(stored, figure)) continue;
    // "4 shot, 1 killed": whether the dead one is of the four is not said.
    if (counts_dead && befalls(figure) == "shoot") continue;
    keys.emplace_back(claim.id, static_cast<int>(i));
  }
  if (claim.checkable) keys.emplace_back(claim.id, -1);
  return keys;
}

std::vector<LinkReading> make_readings(const std::vector<LinkInput>& claims) {
  const StoryWords stories = read_stories(claims);
  std::vector<std::vector<std::string>> claim_words;
  for (const LinkInput& input : claims) claim_words.push_back(content_words(input.stored->exact));
  const std::map<std::string, SharedWords> report_words = words_of_reports(claims, claim_words);
  std::vector<LinkReading> readings;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const LinkInput& input = claims[i];
    const Claim& claim = input.stored->claim;
    LinkReading reading;
    reading.input = &input;
    reading.words = std::move(claim_words[i]);
    reading.around = report_words.at(input.stored->report);
    reading.vector = stories.weights.vector(telling_words(input.stored->exact));
    reading.names = names_in(input.stored->exact);
    const std::vector<std::string> folded = folded_words(input.stored->exact);
    reading.since = std::find(folded.begin(), folded.end(), "since") != folded.end();
    reading.refutes = refutes_story(*input.stored);
    reading.doubts = reading.refutes || says_something_is_not_so(*input.stored);
    const bool denied =
        !claim.attribution.empty() && claim.attribution.front().hedge == Hedge::denied;
    reading.denies = reading.refutes || denied != (claim.polarity == Polarity::negated);
    const StoryWords::Place& place = stories.place.at(input.stored->report);
    reading.story = place.story;
    reading.report = place.words;
    reading.bare = is_bare(input.stored->exact);
    reading.many_events = read_together(claim).many_events;
    for (const ReadingKey& key : reading_keys(*input.stored)) {
      if (key.second < 0) continue;
      const Figure& figure = claim.figures[static_cast<std::size_t>(key.second)];
      reading.figure = key.second;
      reading.dimension = figure.dimension;
      reading.noun_head = counted_class(figure);
      reading.claimant = claimant_of(claim);
      reading.predicate = event_class(figure);
      reading.days = days_of(input, &figure);
      reading.beside = names_beside(*input.stored, figure);
      readings.push_back(reading);
    }
    if (!claim.checkable) continue;
    reading.figure = -1;
    reading.dimension.clear();
    reading.noun_head.clear();
    reading.predicate.clear();
    reading.days = days_of(input, nullptr);
    readings.push_back(std::move(reading));
  }
  return readings;
}

int day_gap(DayRange a, DayRange b) {
  if (a.overlaps(b)) return 0;
  const auto gap = a.to <= b.from ? b.from - a.to : a.from - b.to;
  return static_cast<int>(gap.count()) + 1;
}

}  // namespace claimtrail
