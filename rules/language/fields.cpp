#include "rules/language/fields.h"

#include <algorithm>
#include <array>

#include "core/linking/quotes.h"
#include "core/linking/similarity.h"

#include "rules/world/grounds.h"
#include "rules/world/slips.h"
#include "rules/world/speakers.h"

namespace claimtrail {
namespace {

using Type = ValueType;

const Claim& claim(const Facts& facts) { return facts.reading->claim(); }

const Hop* first_hop(const Facts& facts) {
  const Claim& of = claim(facts);
  return of.attribution.empty() ? nullptr : &of.attribution.front();
}

Hedge hedge_of(const Facts& facts) {
  const Hop* hop = first_hop(facts);
  return hop == nullptr ? Hedge::asserted : hop->hedge;
}

Value day_of(const std::optional<Day>& day) {
  return day ? Value::of(DayRange{*day, *day + std::chrono::days{1}}) : Value::unknown();
}

Value day_seen(Timestamp time) {
  return day_of(std::optional<Day>(std::chrono::floor<std::chrono::days>(time)));
}

/// One field of the reading's figure; unknown for a statement.
template <class Get>
Value of_figure(const Facts& facts, Get get) {
  const Figure* figure = facts.reading->quantity();
  return figure == nullptr ? Value::unknown() : get(*figure);
}

Value end_of(const std::optional<Decimal>& end) {
  return end ? Value::of(end->approximate()) : Value::unknown();
}

Value stance(const Facts& facts) {
  const Hedge hedge = hedge_of(facts);
  if (hedge == Hedge::questioned) return Value::unknown();
  if (facts.reading->refutes) return Value::of(std::string_view("denies"));
  const bool denied = hedge == Hedge::denied;
  const bool negated = claim(facts).polarity == Polarity::negated;
  return Value::of(std::string_view(denied != negated ? "denies" : "affirms"));
}

Value claimant_kind(const Facts& facts) {
  const Hop* hop = first_hop(facts);
  if (hop == nullptr) return Value::of(std::string_view(to_string(ClaimantKind::outlet)));
  if (hop->claimants.empty()) return Value::unknown();
  return Value::of(std::string_view(to_string(hop->claimants.front().kind)));
}

constexpr std::string_view kOwnVoice = "own voice";

Value change_between(const Subject& subject) {
  const std::string& a = subject.a->reading->quote;
  const std::string& b = subject.b->reading->quote;
  if (a.empty() || b.empty()) return Value::unknown();
  return Value::of(
      std::string_view(to_string(subject.world->quote_change(*subject.a, *subject.b))));
}

/// Publication days decide; where they are equal or unknown, which report was seen first.
bool later(const ReportEvidence& report, const ReportEvidence& than) {
  if (report.published && than.published && *report.published != *than.published) {
    return *report.published > *than.published;
  }
  return report.first_seen > than.first_seen;
}

bool cites(const ReportEvidence& report, const ReportEvidence& other) {
  if (report.id == other.id) return false;
  return std::any_of(report.cites.begin(), report.cites.end(), [&](const std::string& cited) {
    return cited == other.id || (!other.outlet.empty() && cited == other.outlet);
  });
}

/// The question that is meant: of a pair, the one both readings answer.
const Question* question_of(const Subject& subject) {
  const Facts* first = subject.a;
  if (first == nullptr && !subject.group.empty()) first = subject.group.front();
  if (first == nullptr) return nullptr;
  if (subject.b != nullptr && subject.b->question != first->question) return nullptr;
  return first->question;
}

const ReportEvidence* report_of(const Subject& subject) {
  if (subject.report != nullptr) return subject.report;
  return subject.a == nullptr ? nullptr : subject.a->report;
}

template <class Get>
Value of_report(const Subject& subject, Get get) {
  const ReportEvidence* report = report_of(subject);
  return report == nullptr ? Value::unknown() : get(*report);
}

template <class Get>
Value of_question(const Subject& subject, Get get) {
  const Question* question = question_of(subject);
  return question == nullptr ? Value::unknown() : get(*question);
}

Value weekday_of(const Facts& facts) {
  const AsOf* as_of = facts.reading->told_days();
  if (as_of == nullptr) return Value::unknown();
  const WeekdayFit fit = weekday_fits(as_of->exact, as_of->range);
  return fit == WeekdayFit::unknown ? Value::unknown() : Value::of(fit == WeekdayFit::fits);
}

/// What a reading holds to: of a figure that is affirmed the figure, of a statement whether it
/// affirms.
Value stand(const Facts& facts) {
  const Value own = stance(facts);
  if (facts.reading->quantity() == nullptr || !own.known) return own;
  return own.text == "affirms" ? Value::of_nonempty(facts.worded) : Value::unknown();
}

Value made(Scratch& scratch, std::string text) {
  if (text.empty()) return Value::unknown();
  scratch.push_back(std::move(text));
  return Value::of(std::string_view(scratch.back()));
}

Value nothing(const Subject&, const Facts&) { return Value::unknown(); }

Value text_of(const std::string& text) { return Value::of_nonempty(text); }

constexpr std::string_view kHedges =
    "asserted claimed confirmed denied conceded estimated predicted questioned";
constexpr std::string_view kKinds =
    "named_person organization role group anonymous document outlet";

// One row a field; a function without captures reads it.
const std::array kFields = {
    FieldRow{"claimant", Type::text, FieldOf::reading,
             "who says it: hop 0 of the attribution, or the outlet where there is none",
             "Reading::claimant; told apart by claimant_id",
             [](const Subject&, const Facts& f) { return text_of(f.reading->claimant); },
             [](const Subject&, const Facts& f) { return text_of(f.reading->claimant_id); }},
    FieldRow{"claimant_id", Type::text, FieldOf::reading, "the claimant's id, the same everywhere",
             "Reading::claimant_id",
             [](const Subject&, const Facts& f) { return text_of(f.reading->claimant_id); }},
    FieldRow{"claimants", Type::list, FieldOf::reading,
             "ids of all claimants of hop 0; in the outlet's voice the outlet's", "Hop::claimants",
             [](const Subject&, const Facts& f) { return Value::of(f.claimants); }},
    FieldRow{"speaker", Type::text, FieldOf::reading,
             "the claimant; every outlet's own voice counts as one speaker",
             "Reading::claimant, Reading::attributed",
             [](const Subject&, const Facts& f) {
               return f.reading->attributed ? text_of(f.reading->claimant) : Value::of(kOwnVoice);
             },
             [](const Subject&, const Facts& f) {
               return f.reading->attributed ? text_of(f.reading->claimant_id) : Value::of(kOwnVoice);
             }},
    FieldRow{"kind", Type::text, FieldOf::reading, "the kind of claimant", "Claimant::kind of hop 0",
             [](const Subject&, const Facts& f) { return claimant_kind(f); }, nullptr, kKinds},
    FieldRow{"attributed", Type::boolean, FieldOf::reading,
             "false in the outlet's own voice", "Reading::attributed",
             [](const Subject&, const Facts& f) { return Value::of(f.reading->attributed); }},
    FieldRow{"outlet", Type::text, FieldOf::reading, "who publishes the report",
             "ReportEvidence::outlet",
             [](const Subject&, const Facts& f) { return text_of(f.report->outlet); }},
    FieldRow{"publisher_family", Type::text, FieldOf::reading, "whose outlet it is",
             "ReportEvidence::publisher_family",
             [](const Subject&, const Facts& f) { return text_of(f.report->publisher_family); }},
    FieldRow{"report", Type::text, FieldOf::reading, "the report's id", "ReportEvidence::id",
             [](const Subject&, const Facts& f) { return text_of(f.report->id); }},
    FieldRow{"published", Type::days, FieldOf::reading, "the day the report was published",
             "ReportEvidence::published",
             [](const Subject&, const Facts& f) { return day_of(f.report->published); }},
    FieldRow{"newest_text", Type::days, FieldOf::reading,
             "the day of the report's newest text: of its last revision, else of its appearance",
             "ReportEvidence::revised, ReportEvidence::published",
             [](const Subject&, const Facts& f) { return day_of(day_of_newest_text(*f.report)); }},
    FieldRow{"first_seen", Type::days, FieldOf::reading, "the day the claim was first seen",
             "StoredClaim::first_seen",
             [](const Subject&, const Facts& f) { return day_seen(f.reading->stored->first_seen); }},
    FieldRow{"figure", Type::figure, FieldOf::reading, "the quantity; unknown for a statement",
             "Reading::quantity; told apart by canonical_value",
             [](const Subject&, const Facts& f) { return Value::of(f.reading->quantity()); },
             [](const Subject&, const Facts& f) { return text_of(f.value); }},
    FieldRow{"worded_figure", Type::figure, FieldOf::reading,
             "the quantity as its words bound it: about 1,300 and 1,300 are told apart",
             "Reading::quantity; told apart by describe",
             [](const Subject&, const Facts& f) { return Value::of(f.reading->quantity()); },
             [](const Subject&, const Facts& f) { return text_of(f.worded); }},
    FieldRow{"equivalent", Type::figure, FieldOf::reading,
             "the other expression of the quantity in the text: \"(500 square miles)\"",
             "Figure::equivalent",
             [](const Subject&, const Facts& f) { return Value::of(f.equivalent.get()); }},
    FieldRow{"said_first", Type::days, FieldOf::reading,
             "the day the claimant was first read to say this", "World, find_superseded",
             [](const Subject&, const Facts& f) { return day_of(f.said_first); }},
    FieldRow{"superseded", Type::boolean, FieldOf::reading,
             "the claimant gave another figure for the same days later", "World, find_superseded",
             [](const Subject&, const Facts& f) { return Value::of(f.superseded); }},
    FieldRow{"low", Type::number, FieldOf::reading, "the figure's lower end in its own unit",
             "Figure::low",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return end_of(figure.low); });
             }},
    FieldRow{"high", Type::number, FieldOf::reading, "the figure's upper end in its own unit",
             "Figure::high",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return end_of(figure.high); });
             }},
    FieldRow{"unit", Type::text, FieldOf::reading, "the figure's unit; unknown for a count of things",
             "Figure::unit",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return text_of(figure.unit); });
             }},
    FieldRow{"dimension", Type::text, FieldOf::reading, "count, ratio, currency, area, …",
             "Figure::dimension",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return text_of(figure.dimension); });
             }},
    FieldRow{"noun", Type::text, FieldOf::reading, "what is counted", "Figure::noun",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return text_of(figure.noun); });
             }},
    FieldRow{"predicate", Type::text, FieldOf::reading, "what happens to it, or what it does, as a lemma",
             "Figure::predicate",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return text_of(figure.predicate); });
             }},
    FieldRow{"role", Type::text, FieldOf::reading, "the part it has in what happens",
             "Figure::role",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) {
                 return Value::of_nonempty(to_string(figure.role));
               });
             },
             nullptr, "agent patient extent"},
    FieldRow{"modifier", Type::text, FieldOf::reading, "how the words bound the number",
             "Figure::modifier",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) {
                 return Value::of_nonempty(to_string(figure.modifier));
               });
             },
             nullptr, "more_than less_than at_least at_most approx up down"},
    FieldRow{"relative", Type::boolean, FieldOf::reading,
             "\"two others\", \"twice the figure\": not an absolute value", "Figure::relative",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return Value::of(figure.relative); });
             }},
    FieldRow{"includes", Type::list, FieldOf::reading, "what the figure says it includes",
             "Figure::includes",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return Value::of(&figure.includes); });
             }},
    FieldRow{"excludes", Type::list, FieldOf::reading, "what the figure says it leaves out",
             "Figure::excludes",
             [](const Subject&, const Facts& f) {
               return of_figure(f, [](const Figure& figure) { return Value::of(&figure.excludes); });
             }},
    FieldRow{"as_of", Type::days, FieldOf::reading, "the days it is about", "Reading::as_of",
             [](const Subject&, const Facts& f) {
               return f.reading->as_of ? Value::of(*f.reading->as_of) : Value::unknown();
             }},
    FieldRow{"as_of_words", Type::text, FieldOf::reading,
             "the words that say when it was; unknown where only the report's day does",
             "AsOf::exact",
             [](const Subject&, const Facts& f) {
               const AsOf* as_of = f.reading->told_days();
               return as_of == nullptr ? Value::unknown() : text_of(as_of->exact);
             }},
    FieldRow{"weekday_fits", Type::boolean, FieldOf::reading,
             "the weekday beside a date is that day's; unknown where the words do not give both",
             "AsOf::exact, AsOf::range",
             [](const Subject&, const Facts& f) { return weekday_of(f); }},
    FieldRow{"polarity", Type::text, FieldOf::reading, "of the content itself", "Claim::polarity",
             [](const Subject&, const Facts& f) {
               return Value::of(std::string_view(to_string(claim(f).polarity)));
             },
             nullptr, "affirmed negated"},
    FieldRow{"hedge", Type::text, FieldOf::reading,
             "how far the cue commits; asserted in the outlet's own voice", "Hop::hedge of hop 0",
             [](const Subject&, const Facts& f) {
               return Value::of(std::string_view(to_string(hedge_of(f))));
             },
             nullptr, kHedges},
    FieldRow{"stance", Type::text, FieldOf::reading,
             "hedge and polarity together: a denial of what is negated affirms it; what says that "
             "its story is not so denies it; unknown when only questioned",
             "Hop::hedge, Claim::polarity, Reading::refutes", [](const Subject&, const Facts& f) { return stance(f); },
             nullptr, "affirms denies"},
    FieldRow{"refutes", Type::boolean, FieldOf::reading,
             "a statement at the top of its report that says that its story is not so",
             "Reading::refutes",
             [](const Subject&, const Facts& f) { return Value::of(f.reading->refutes); }},
    FieldRow{"manner", Type::text, FieldOf::reading, "how the words are given", "Claim::manner",
             [](const Subject&, const Facts& f) {
               return Value::of(std::string_view(to_string(claim(f).manner)));
             },
             nullptr, "direct indirect mixed unattributed"},
    FieldRow{"block", Type::text, FieldOf::reading, "where in the report it stands", "Claim::block",
             [](const Subject&, const Facts& f) {
               return Value::of(std::string_view(to_string(claim(f).block)));
             },
             nullptr, "headline standfirst caption body note"},
    FieldRow{"claim_type", Type::text, FieldOf::reading, "what sort of claim it is",
             "Claim::claim_type",
             [](const Subject&, const Facts& f) {
               return Value::of(std::string_view(to_string(claim(f).claim_type)));
             },
             nullptr, "quantity event superlative prediction promise position other"},
    FieldRow{"checkable", Type::boolean, FieldOf::reading, "false for opinions and pleasantries",
             "Claim::checkable",
             [](const Subject&, const Facts& f) { return Value::of(claim(f).checkable); }},
    FieldRow{"exact", Type::text, FieldOf::reading, "the claim's own words", "StoredClaim::exact",
             [](const Subject&, const Facts& f) { return text_of(f.reading->stored->exact); }},
    FieldRow{"quote", Type::text, FieldOf::reading, "the words in quotation marks",
             "Reading::quote; told apart by the folded words",
             [](const Subject&, const Facts& f) { return text_of(f.reading->quote); },
             [](const Subject&, const Facts& f) { return text_of(f.quote_key); }},
    FieldRow{"quote_group", Type::text, FieldOf::reading, "shared by versions of one quotation",
             "Reading::quote_group",
             [](const Subject&, const Facts& f) { return text_of(f.reading->quote_group); }},
    FieldRow{"statement_group", Type::text, FieldOf::reading, "shared by statements that say the same",
             "Reading::statement_group",
             [](const Subject&, const Facts& f) { return text_of(f.reading->statement_group); }},
    FieldRow{"question", Type::text, FieldOf::reading, "the id of the question it answers",
             "Reading::question",
             [](const Subject&, const Facts& f) { return text_of(f.reading->question); }},
    FieldRow{"said", Type::text, FieldOf::reading,
             "what is said: question and figure, or the statement; equal when the same is said",
             "Reading::question, canonical_value, Reading::statement_group, Reading::quote_group",
             [](const Subject&, const Facts& f) { return text_of(f.said); }},
    FieldRow{"answers", Type::text, FieldOf::reading,
             "of a statement: its question, else its statement group; unknown for figures",
             "Reading::question, Reading::statement_group",
             [](const Subject&, const Facts& f) { return text_of(f.answers); }},

    FieldRow{"matter", Type::text, FieldOf::reading,
             "what it is about: a figure's question, or what a statement answers",
             "Reading::question, Reading::statement_group",
             [](const Subject&, const Facts& f) {
               return text_of(f.reading->quantity() != nullptr ? f.reading->question : f.answers);
             }},
    FieldRow{"stand", Type::text, FieldOf::reading,
             "what it holds to: the figure that is affirmed, of a statement its stance",
             "Reading::quantity, stance", [](const Subject&, const Facts& f) { return stand(f); }},
    FieldRow{"cited_source_holds", Type::boolean, FieldOf::reading,
             "the report it links to of the outlet it names holds the figure or quotation; unknown "
             "where no such report was read",
             "all readings of the cited reports",
             [](const Subject& s, const Facts& f) {
               const auto holds = cited_source_holds(*s.world, f);
               return holds ? Value::of(*holds) : Value::unknown();
             }},

    FieldRow{"pair.quote_change", Type::text, FieldOf::pair, "how the two quotations differ",
             "compare_quotes",
             [](const Subject& s, const Facts&) { return change_between(s); }, nullptr,
             "none trivial truncated altered unrelated"},
    FieldRow{"pair.same_utterance", Type::boolean, FieldOf::pair,
             "both claims hold versions of one quotation", "Reading::quote_group",
             [](const Subject& s, const Facts&) {
               if (s.a->utterance.empty() || s.b->utterance.empty()) return Value::unknown();
               return Value::of(s.a->utterance == s.b->utterance);
             }},
    FieldRow{"pair.may_be_one_speaker", Type::boolean, FieldOf::pair,
             "false where both name who speaks and these are certainly others: two people, two "
             "organizations",
             "Hop::claimants",
             [](const Subject& s, const Facts&) { return Value::of(may_be_one_speaker(*s.a, *s.b)); }},
    FieldRow{"pair.similarity", Type::number, FieldOf::pair,
             "shared content words of both claims, 0 to 1", "similar",
             [](const Subject& s, const Facts&) {
               return Value::of(similar(s.a->reading->stored->exact, s.b->reading->stored->exact));
             }},
    FieldRow{"pair.same_report", Type::boolean, FieldOf::pair, "both stand in one report",
             "ReportEvidence::id",
             [](const Subject& s, const Facts&) { return Value::of(s.a->report->id == s.b->report->id); }},
    FieldRow{"pair.b_after_a", Type::boolean, FieldOf::pair,
             "b's report appeared later: by publication day, else by when it was first seen",
             "ReportEvidence::published, ReportEvidence::first_seen",
             [](const Subject& s, const Facts&) { return Value::of(later(*s.b->report, *s.a->report)); }},
    FieldRow{"pair.b_cites_a", Type::boolean, FieldOf::pair,
             "b's report links to a's or names its outlet as source", "ReportEvidence::cites",
             [](const Subject& s, const Facts&) { return Value::of(cites(*s.b->report, *s.a->report)); }},

    FieldRow{"pair.b_current_after_a", Type::boolean, FieldOf::pair,
             "b's report appeared, or its newest text was captured, on a later day than a's appeared",
             "ReportEvidence::published, ReportEvidence::revised",
             [](const Subject& s, const Facts&) {
               return Value::of(day_of_newest_text(*s.b->report) > day_of_appearance(*s.a->report));
             }},
    FieldRow{"pair.still_carried_by", Type::text, FieldOf::pair,
             "outlets that have what a says from a's claimant in a text newer than b's report; "
             "unknown: none",
             "readings of the claimant that say the same", nothing, nullptr, {},
             [](const Subject& s, Scratch& scratch) {
               return made(scratch, still_carried_by(*s.world, *s.a, *s.b));
             }},

    FieldRow{"report.id", Type::text, FieldOf::report, "the report's id", "ReportEvidence::id",
             [](const Subject& s, const Facts&) {
               return of_report(s, [](const ReportEvidence& r) { return text_of(r.id); });
             }},
    FieldRow{"report.title", Type::text, FieldOf::report, "its headline", "ReportEvidence::title",
             [](const Subject& s, const Facts&) {
               return of_report(s, [](const ReportEvidence& r) { return text_of(r.title); });
             }},
    FieldRow{"report.outlet", Type::text, FieldOf::report, "who publishes it", "ReportEvidence::outlet",
             [](const Subject& s, const Facts&) {
               return of_report(s, [](const ReportEvidence& r) { return text_of(r.outlet); });
             }},
    FieldRow{"report.published", Type::days, FieldOf::report, "the day it was published",
             "ReportEvidence::published",
             [](const Subject& s, const Facts&) {
               return of_report(s, [](const ReportEvidence& r) { return day_of(r.published); });
             }},
    FieldRow{"report.has_note", Type::boolean, FieldOf::report,
             "its newest text holds a correction note", "ReportEvidence::has_note",
             [](const Subject& s, const Facts&) {
               return of_report(s, [](const ReportEvidence& r) { return Value::of(r.has_note); });
             }},
    FieldRow{"report.withdrawn", Type::days, FieldOf::report,
             "the day since when its page is gone for good; unknown: it is there",
             "ReportEvidence::withdrawn",
             [](const Subject& s, const Facts&) {
               return of_report(s, [](const ReportEvidence& r) {
                 return r.withdrawn ? day_seen(*r.withdrawn) : Value::unknown();
               });
             }},
    FieldRow{"report.attributes_figure", Type::boolean, FieldOf::report,
             "the same figure is attributed to somebody anywhere in the same report",
             "all readings of the report",
             [](const Subject& s, const Facts&) {
               if (s.a == nullptr || s.a->reading->quantity() == nullptr) return Value::unknown();
               return Value::of(s.a->attributed_in_report);
             }},

    FieldRow{"question.id", Type::text, FieldOf::question, "the question's id", "Question::id",
             [](const Subject& s, const Facts&) {
               return of_question(s, [](const Question& q) { return text_of(q.id); });
             }},
    FieldRow{"question.ask", Type::text, FieldOf::question, "the question in words", "Question::ask",
             [](const Subject& s, const Facts&) {
               return of_question(s, [](const Question& q) { return text_of(q.ask); });
             }},
    FieldRow{"question.behaves", Type::text, FieldOf::question,
             "how readings of different days compare", "Question::behaves",
             [](const Subject& s, const Facts&) {
               return of_question(s, [](const Question& q) { return text_of(q.behaves); });
             },
             nullptr, "running_total point daily fixed"},
    FieldRow{"question.window", Type::number, FieldOf::question,
             "largest gap in days between readings that compare", "Question::window_days",
             [](const Subject& s, const Facts&) {
               return of_question(
                   s, [](const Question& q) { return Value::of(static_cast<double>(q.window_days)); });
             }},
    FieldRow{"question.declared", Type::boolean, FieldOf::question, "declared in the config",
             "Question::declared",
             [](const Subject& s, const Facts&) {
               return of_question(s, [](const Question& q) { return Value::of(q.declared); });
             }},

    FieldRow{"question.independent_origins", Type::number, FieldOf::question,
             "how many origins the group's reports rest on at most; unknown outside a group",
             "find_origins: agencies, addresses, citations, families and near-same texts",
             [](const Subject& s, const Facts&) {
               if (s.group.empty()) return Value::unknown();
               return Value::of(static_cast<double>(independent_origins(*s.world, s.group)));
             }},
    FieldRow{"question.one_origin", Type::boolean, FieldOf::question,
             "whether the group's reports all rest on one origin; unknown outside a group",
             "find_origins, as question.independent_origins but sooner told",
             [](const Subject& s, const Facts&) {
               if (s.group.empty()) return Value::unknown();
               return Value::of(rests_on_one_origin(*s.world, s.group));
             }},
    FieldRow{"question.citation_cycle", Type::text, FieldOf::question,
             "a loop in who cites whom in the group; unknown: there is none",
             "ReportEvidence::cites", nothing, nullptr, {},
             [](const Subject& s, Scratch& scratch) {
               return made(scratch, citation_cycle(s.group).value_or(""));
             }},

    FieldRow{"flag.fills_open_side", Type::boolean, FieldOf::flag,
             "with the other flags of its rule it fills a side of an open flag of another rule; for "
             "severity_when alone",
             "settle_severities",
             [](const Subject& s, const Facts&) { return Value::of(s.fills_open_side); }},

    FieldRow{"change.kind", Type::text, FieldOf::change, "what changed", "RevisionChange::kind",
             [](const Subject& s, const Facts&) { return text_of(s.change->kind); }, nullptr,
             "figure claimant hedge quote polarity as_of wording moved removed added"},
    FieldRow{"change.was", Type::text, FieldOf::change, "the value before, in words",
             "RevisionChange::was",
             [](const Subject& s, const Facts&) { return text_of(s.change->was); }},
    FieldRow{"change.is", Type::text, FieldOf::change, "the value after, in words",
             "RevisionChange::is",
             [](const Subject& s, const Facts&) { return text_of(s.change->is); }},
    FieldRow{"change.noted", Type::boolean, FieldOf::change,
             "the later revision carries a correction note that the earlier did not",
             "RevisionChange::noted",
             [](const Subject& s, const Facts&) { return Value::of(s.change->noted); }},
    FieldRow{"change.seen", Type::days, FieldOf::change, "the day the change was captured",
             "RevisionChange::at",
             [](const Subject& s, const Facts&) { return day_seen(s.change->at); }},
};

bool offers(RuleScope scope, FieldOf of) {
  switch (of) {
    case FieldOf::reading:
      return scope != RuleScope::revision;
    case FieldOf::pair:
      return scope == RuleScope::pair;
    case FieldOf::report:
      return scope == RuleScope::claim || scope == RuleScope::report ||
             scope == RuleScope::revision;
    case FieldOf::question:
      return scope == RuleScope::claim || scope == RuleScope::pair || scope == RuleScope::question;
    case FieldOf::change:
      return scope == RuleScope::revision;
    case FieldOf::flag:
      return scope == RuleScope::question || scope == RuleScope::report;
  }
  return false;
}

struct Prefix {
  std::string_view text;
  std::uint8_t slot;
  bool column;
};

/// How a rule of the scope writes a reading's field.
std::vector<Prefix> reading_prefixes(RuleScope scope) {
  switch (scope) {
    case RuleScope::claim:
      return {{"", 0, false}, {"claim.", 0, false}};
    case RuleScope::pair:
      return {{"a.", 0, false}, {"b.", 1, false}};
    case RuleScope::question:
    case RuleScope::report:
      return {{"group.", 0, true}};
    case RuleScope::revision:
      break;
  }
  return {};
}

}  // namespace

const char* to_string(RuleScope scope) {
  switch (scope) {
    case RuleScope::claim:
      return "claim";
    case RuleScope::pair:
      return "pair";
    case RuleScope::question:
      return "question";
    case RuleScope::report:
      return "report";
    case RuleScope::revision:
      break;
  }
  return "revision";
}

std::span<const FieldRow> field_table() { return kFields; }

const FieldRow* find_reading_field(std::string_view name) {
  for (const FieldRow& row : kFields) {
    if (row.of == FieldOf::reading && row.name == name) return &row;
  }
  return nullptr;
}

FieldName find_field(std::string_view name, RuleScope scope) {
  for (const Prefix& prefix : reading_prefixes(scope)) {
    if (!name.starts_with(prefix.text)) continue;
    if (const FieldRow* row = find_reading_field(name.substr(prefix.text.size()))) {
      return {row, prefix.slot, prefix.column};
    }
  }
  for (const FieldRow& row : kFields) {
    if (row.of != FieldOf::reading && row.name == name && offers(scope, row.of))
      return {&row, 0, false};
  }
  return {};
}

std::vector<std::string> field_names(RuleScope scope) {
  std::vector<std::string> names;
  const std::vector<Prefix> prefixes = reading_prefixes(scope);
  for (const FieldRow& row : kFields) {
    if (row.of == FieldOf::reading) {
      for (const Prefix& prefix : prefixes) {
        names.push_back(std::string(prefix.text) + std::string(row.name));
      }
    } else if (offers(scope, row.of)) {
      names.emplace_back(row.name);
    }
  }
  return names;
}

std::string key_of(const FieldRow& row, const Subject& subject, const Facts& facts) {
  const Value value = (row.key != nullptr ? row.key : row.get)(subject, facts);
  return value.known ? display(row.type == ValueType::figure ? ValueType::text : row.type, value)
                     : std::string{};
}

}  // namespace claimtrail
