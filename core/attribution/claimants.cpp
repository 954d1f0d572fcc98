#include "core/attribution/claimants.h"

#include <algorithm>

namespace claimtrail {
namespace {

constexpr std::size_t remembered_sources = 12;
constexpr std::uint32_t pronoun_reach = 5;  // units

}  // namespace

Claimants::Claimants(const TokenizedText& text, const std::vector<Unit>& units,
                     const std::vector<ClaimantSettings>& known)
    : text_(text), units_(units), entities_(text, units), organizations_(text, units) {
  const NameTable& table = NameTable::english();
  for (const ClaimantSettings& settings : known) {
    aliases_.emplace(table.key(settings.name), &settings);
    for (const std::string& alias : settings.aliases) aliases_.emplace(table.key(alias), &settings);
  }
}

Claimant Claimants::named(std::string name, ClaimantKind kind) const {
  const ClaimantSettings* known = known_as(name);
  return known != nullptr ? as_written(known->name, known->kind)
                          : as_written(std::move(name), kind);
}

Claimant Claimants::as_written(std::string name, ClaimantKind kind) {
  Claimant claimant;
  claimant.id = claimant_id(name);
  claimant.name = std::move(name);
  claimant.kind = kind;
  return claimant;
}

const ClaimantSettings* Claimants::known_as(std::string_view name) const {
  if (aliases_.empty()) return nullptr;
  const auto alias = aliases_.find(NameTable::english().key(name));
  return alias == aliases_.end() ? nullptr : alias->second;
}

std::vector<Claimant> Claimants::resolve(std::uint32_t unit, const HopDraft& hop) {
  if (!hop.source) return {};
  const Phrases phrases(text_, units_[unit]);
  ItemRange range = *hop.source;
  const bool relative = range.last - range.first == 1 && phrases.tag(range.first) == Tag::relative;
  if (relative) {
    if (!hop.antecedent) return {};
    range = *hop.antecedent;
  }
  Source source;
  source.unit = unit;
  source.at = span_of(text_, units_[unit], range).start;
  source.claimants = read(phrases, range);
  if (source.claimants.empty()) return {};
  source.plural = source.claimants.size() > 1 || looks_plural(phrases.lower(range.last - 1)) ||
                  is_thing(source.claimants.front().kind) ||
                  source.claimants.front().kind == ClaimantKind::group;
  source.gender = gender_of(phrases, range, {});
  for (const Claimant& claimant : source.claimants) {
    if (claimant.kind != ClaimantKind::organization) continue;
    if (!spoke_ || only_organization_ == claimant.name) {
      only_organization_ = claimant.name;
    } else {
      only_organization_.clear();
    }
    spoke_ = true;
  }
  sources_.push_back(source);
  if (sources_.size() > remembered_sources) sources_.pop_front();
  return source.claimants;
}

std::vector<Claimant> Claimants::read(const Phrases& p, ItemRange range) {
  while (range.last > range.first + 1 &&
         (p.tag(range.last - 1) == Tag::comma || p.tag(range.last - 1) == Tag::adverb)) {
    --range.last;
  }
  if (range.last - range.first == 1 &&
      (p.tag(range.first) == Tag::pronoun || p.tag(range.first) == Tag::possessive)) {
    return pronoun(p, unit_of(p), range.first);
  }
  if (range.last - range.first == 1 && is_article(p.lower(range.first))) return {};
  std::vector<Claimant> claimants;
  for (const ItemRange member : list_members(p, range)) {
    Claimant claimant = one(p, member);
    const bool twice = std::any_of(claimants.begin(), claimants.end(),
                                   [&](const Claimant& other) { return other.id == claimant.id; });
    if (!twice) claimants.push_back(std::move(claimant));
  }
  if (claimants.empty()) claimants.push_back(one(p, range));
  return claimants;
}

std::vector<Claimant> Claimants::pronoun(const Phrases& p, std::uint32_t unit,
                                         std::uint32_t item) const {
  const auto form = p.lower(item);
  const std::uint32_t at = byte_of(p, item);
  if (form == "he" || form == "his" || form == "him") return person_before(unit, at, Gender::male);
  if (form == "she" || form == "her") return person_before(unit, at, Gender::female);
  const bool they = form == "they" || form == "their" || form == "them";
  const bool it = form == "it" || form == "its";
  if (!they && !it) return {};
  for (auto source = sources_.rbegin(); source != sources_.rend(); ++source) {
    if (source->unit + 2 < unit || source->at >= at) break;
    const ClaimantKind kind = source->claimants.front().kind;
    if (they && source->plural) return source->claimants;
    if (it && is_thing(kind) && source->claimants.size() == 1) return source->claimants;
    if (they && kind == ClaimantKind::named_person) continue;
    break;
  }
  return {};
}

std::vector<Claimant> Claimants::person_before(std::uint32_t unit, std::uint32_t at,
                                               Gender gender) const {
  const auto fits = [gender](Gender other) { return other == Gender::unknown || other == gender; };
  const auto& mentions = entities_.mentions();
  auto mention = std::lower_bound(
      mentions.begin(), mentions.end(), at,
      [](const PersonMention& entry, std::uint32_t byte) { return entry.at < byte; });
  std::uint32_t here = unit;
  for (std::uint32_t step = 0; step <= pronoun_reach; ++step) {
    // Who spoke in this sentence is who it goes on about; otherwise whom it named first.
    for (auto source = sources_.rbegin(); source != sources_.rend(); ++source) {
      if (source->unit != here || source->at >= at || source->claimants.size() != 1) continue;
      const Claimant& claimant = source->claimants.front();
      const bool unnamed =
          claimant.kind == ClaimantKind::role || claimant.kind == ClaimantKind::anonymous;
      if (unnamed && !source->plural && fits(source->gender)) return source->claimants;
      if (claimant.kind != ClaimantKind::named_person) continue;
      const std::size_t index = entities_.by_name(claimant.name);
      if (index == Entities::nobody || fits(entities_.people()[index].gender)) {
        return source->claimants;
      }
    }
    const PersonMention* first = nullptr;
    while (mention != mentions.begin() && (mention - 1)->unit == here) {
      --mention;
      const Person& person = entities_.people()[mention->person];
      if (person.certain() && fits(person.gender)) first = &*mention;
    }
    if (first != nullptr) {
      return {named(entities_.people()[first->person].name, ClaimantKind::named_person)};
    }
    if (here == 0) break;
    --here;
  }
  return {};
}

}  // namespace claimtrail
