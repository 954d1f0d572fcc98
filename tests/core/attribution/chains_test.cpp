#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

std::string words_at(const std::optional<Span>& span, const std::string& text) {
  return span ? std::string(span->of(text)) : "-";
}

// Every hop of every claim, hop 0 nearest the claim: "Roth/named_person [Roth|told]" is claimant,
// kind, source span and cue span; "?" is a hop without a claimant, "-" a span that is not there.
std::vector<std::string> chains_of(const std::string& text) {
  const Reading reading = read(text);
  std::vector<std::string> chains;
  for (const Claim& claim : reading.analysis.claims) {
    std::string line = exact_words(claim, reading.document.text) + " | ";
    if (claim.attribution.empty()) line += "own voice";
    for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
      const Hop& hop = claim.attribution[i];
      if (i > 0) line += " < ";
      if (hop.claimants.empty()) line += "?";
      for (std::size_t k = 0; k < hop.claimants.size(); ++k) {
        line +=
            (k > 0 ? " + " : "") + hop.claimants[k].name + "/" + to_string(hop.claimants[k].kind);
      }
      if (hop.hedge != Hedge::asserted) line += std::string(" (") + to_string(hop.hedge) + ")";
      line += " [" + words_at(hop.source_span, reading.document.text) + "|" +
              words_at(hop.cue_span, reading.document.text) + "]";
    }
    chains.push_back(std::move(line));
  }
  return chains;
}

class ChainsOf : public testing::TestWithParam<Row> {};

TEST_P(ChainsOf, HaveTheirHopsInOrder) {
  EXPECT_THAT(chains_of(GetParam().text), testing::ElementsAreArray(GetParam().claims));
}

INSTANTIATE_TEST_SUITE_P(
    Speaker, ChainsOf,
    testing::Values(
        Row{"Ann Roth said the dam held.",
            {"the dam held | Ann Roth/named_person [Ann Roth|said]"}},
        Row{"\"The dam held,\" said Ann Roth, the mayor of Derna.",
            {"\"The dam held,\" | Ann Roth/named_person [Ann Roth, the mayor of Derna|said]"}},
        Row{"The dam, the governor claimed, had held all night.",
            {"The dam … had held all night | governor/role (claimed) [the governor|claimed]"}},
        Row{"Residents denied that the dam had cracked.",
            {"the dam had cracked | Residents/group (denied) [Residents|denied]"}}));

INSTANTIATE_TEST_SUITE_P(
    Addressee, ChainsOf,
    testing::Values(Row{"Ann Roth told reporters the dam held.",
                        {"the dam held | Ann Roth/named_person [Ann Roth|told]"}},
                    Row{"Gen. Roth reported to President Mbeki that the town had fallen.",
                        {"the town had fallen | Roth/named_person [Gen. Roth|reported]"}},
                    Row{"The minister assured lawmakers that the dam was safe.",
                        {"the dam was safe | minister/role [The minister|assured]"}},
                    Row{"\"The dam held,\" Ann Roth told the council on Monday.",
                        {"\"The dam held,\" | Ann Roth/named_person [Ann Roth|told]"}}));

INSTANTIATE_TEST_SUITE_P(
    Medium, ChainsOf,
    testing::Values(
        Row{"Ann Roth told Reuters the dam held.",
            {"the dam held | Ann Roth/named_person [Ann Roth|told] < Reuters/outlet [Reuters|-]"}},
        Row{"\"The dam held,\" a diplomat told the Financial Times.",
            {"\"The dam held,\" | diplomat/anonymous [a diplomat|told] < Financial Times/outlet "
             "[the Financial Times|-]"}},
        Row{"Ann Roth said in an interview with CNN that the dam held.",
            {"the dam held | Ann Roth/named_person [Ann Roth|said] < CNN/outlet [CNN|-]"}},
        Row{"The governor confirmed to the BBC that the dam had cracked.",
            {"the dam had cracked | governor/role (confirmed) [The governor|confirmed] < "
             "BBC/outlet "
             "[the BBC|-]"}}));

INSTANTIATE_TEST_SUITE_P(
    Citing, ChainsOf,
    testing::Values(
        Row{"The BBC, citing two officials, said that the dam held.",
            {"the dam held | two officials/anonymous [two officials|-] < BBC/outlet [The "
             "BBC|said]"}},
        Row{"The dam held, Reuters reported on Monday, citing the Ministry of Water.",
            {"The dam held | Ministry of Water/organization [the Ministry of Water|-] < "
             "Reuters/outlet [Reuters|reported]"}},
        Row{"Citing a police report, the Herald wrote that the dam held.",
            {"the dam held | police report/document [a police report|-] < Herald/outlet [the "
             "Herald|wrote]"}},
        Row{"The agency reported, quoting Ann Roth, that the dam held.",
            {"the dam held | Ann Roth/named_person [Ann Roth|-] < agency/organization [The "
             "agency|reported]"}}));

INSTANTIATE_TEST_SUITE_P(
    Reported, ChainsOf,
    testing::Values(
        Row{"The BBC reported that Kyiv said the dam held.",
            {"the dam held | Kyiv/organization [Kyiv|said] < BBC/outlet [The BBC|reported]"}},
        Row{"Kyiv denied that the dam had cracked, the BBC reported.",
            {"the dam had cracked | Kyiv/organization (denied) [Kyiv|denied] < BBC/outlet [the "
             "BBC|reported]"}},
        Row{"According to the BBC, Ann Roth claims that the dam held.",
            {"the dam held | Ann Roth/named_person (claimed) [Ann Roth|claims] < BBC/outlet [the "
             "BBC|According to]"}},
        Row{"Reuters wrote that officials had warned that the dam would break.",
            {"the dam would break | officials/anonymous [officials|had warned] < "
             "Reuters/outlet [Reuters|wrote]"}}));

INSTANTIATE_TEST_SUITE_P(
    QuotedBy, ChainsOf,
    testing::Values(
        Row{"Ann Roth, quoted by Reuters, said the dam held.",
            {"the dam held | Ann Roth/named_person [Ann Roth|said] < Reuters/outlet [Reuters|-]"}},
        Row{"Ann Roth was quoted by Reuters as saying the dam held.",
            {"the dam held | Ann Roth/named_person [Ann Roth|was quoted] < Reuters/outlet "
             "[Reuters|-]"}},
        Row{"The governor, cited by the Tribune, claimed that the dam held.",
            {"the dam held | governor/role (claimed) [The governor|claimed] < Tribune/outlet [the "
             "Tribune|-]"}},
        Row{"\"The dam held,\" Interfax quoted Ann Roth as saying.",
            {"\"The dam held,\" | Ann Roth/named_person [Ann Roth|quoted] < "
             "Interfax/outlet [Interfax|-]"}}));

INSTANTIATE_TEST_SUITE_P(
    SeenBy, ChainsOf,
    testing::Values(
        Row{"According to the ministry's report seen by Reuters, the dam held.",
            {"the dam held | ministry's report/document [the ministry's report|According to] < "
             "Reuters/outlet [Reuters|-]"}},
        Row{"The dam held, according to a memo obtained by the BBC.",
            {"The dam held | memo/document [a memo|according to] < BBC/outlet [the BBC|-]"}},
        Row{"A letter seen by Reuters says the dam held.",
            {"the dam held | letter/document [A letter|says] < Reuters/outlet [Reuters|-]"}},
        Row{"The dam held, according to the agency's draft reviewed by the Tribune.",
            {"The dam held | agency's draft/document [the agency's draft|according to] < "
             "Tribune/outlet [the Tribune|-]"}}));

INSTANTIATE_TEST_SUITE_P(
    ToldOn, ChainsOf,
    testing::Values(
        Row{"Ann Roth said that Ben Poe had told her the dam was safe.",
            {"the dam was safe | Ben Poe/named_person [Ben Poe|had told] < Ann Roth/named_person "
             "[Ann Roth|said]"}},
        Row{"The mayor said engineers had assured him that the dam was safe.",
            {"the dam was safe | engineers/group [engineers|had assured] < mayor/role [The "
             "mayor|said]"}},
        Row{"The mayor said that, according to police, 12 people were hurt.",
            {"12 people were hurt | police/organization [police|according to] < mayor/role [The "
             "mayor|said]"}},
        Row{"Ben Poe had told her that the dam was safe, Ann Roth said.",
            {"the dam was safe | Ben Poe/named_person [Ben Poe|had told] < Ann Roth/named_person "
             "[Ann Roth|said]"}}));

INSTANTIATE_TEST_SUITE_P(
    Nobody, ChainsOf,
    testing::Values(Row{"It is said that the dam held.",
                        {"the dam held | ? (claimed) [-|It is said that]"}},
                    Row{"The dam reportedly held on Monday.",
                        {"The dam … held on Monday | ? (claimed) [-|reportedly]"}},
                    Row{"The dam is said to have held.",
                        {"The dam … to have held | ? (claimed) [-|is said to]"}},
                    Row{"The contractor allegedly forged 40 test reports.",
                        {"The contractor … forged 40 test reports | ? (claimed) [-|allegedly]"}}));

INSTANTIATE_TEST_SUITE_P(
    Several, ChainsOf,
    testing::Values(
        Row{"Ann Roth and Ben Poe said the dam held.",
            {"the dam held | Ann Roth/named_person + Ben Poe/named_person [Ann Roth and Ben "
             "Poe|said]"}},
        Row{"Kyiv and the Red Cross said the dam held.",
            {"the dam held | Kyiv/organization + Red Cross/organization [Kyiv and the Red "
             "Cross|said]"}},
        Row{"Ann Roth, Ben Poe and the governor denied that the dam had cracked.",
            {"the dam had cracked | Ann Roth/named_person + Ben Poe/named_person + governor/role "
             "(denied) [Ann Roth, Ben Poe and the governor|denied]"}},
        Row{"The dam held, according to police and the fire department.",
            {"The dam held | police/organization + fire department/organization [police and the "
             "fire "
             "department|according to]"}}));

INSTANTIATE_TEST_SUITE_P(
    Statement, ChainsOf,
    testing::Values(
        Row{"A statement by the ministry that the dam was safe came on Monday.",
            {"the dam was safe | ministry/organization [the ministry|statement]"}},
        Row{"A statement by the ministry said the dam was safe.",
            {"the dam was safe | ministry/organization [A statement by the ministry|said]"}},
        Row{"According to a statement from Ann Roth, the dam held.",
            {"the dam held | Ann Roth/named_person [a statement from Ann Roth|According to]"}},
        Row{"The Tripoli Declaration by the bloc says that the dam is safe.",
            {"the dam is safe | Tripoli Declaration/document [The Tripoli Declaration by the "
             "bloc|says]"}}));

INSTANTIATE_TEST_SUITE_P(
    Credit, ChainsOf,
    testing::Values(
        Row{"DERNA, Libya (Reuters) - The dam held, Ann Roth said.",
            {"The dam held | Ann Roth/named_person [Ann Roth|said] < Reuters/outlet [Reuters|-]"}},
        Row{"DERNA, April 26 (AP) \u2014 Ann Roth said the dam held.\n\nPolice denied that it "
            "held.",
            {"the dam held | Ann Roth/named_person [Ann Roth|said] < AP/outlet [AP|-]",
             "it held | Police/organization (denied) [Police|denied] < AP/outlet [AP|-]"}},
        Row{"(Reuters) - The dam held, Ann Roth said.",
            {"The dam held | Ann Roth/named_person [Ann Roth|said] < Reuters/outlet [Reuters|-]"}},
        Row{"Ann Roth said the dam held. (Reuters)",
            {"the dam held | Ann Roth/named_person [Ann Roth|said] < Reuters/outlet "
             "[Reuters|-]"}}));

INSTANTIATE_TEST_SUITE_P(
    OwnVoice, ChainsOf,
    testing::Values(Row{"The flood killed 12 people.", {"The flood killed 12 people | own voice"}},
                    Row{"Moscow has launched attacks in the Sumy region.",
                        {"Moscow has launched attacks in the Sumy region | own voice"}},
                    Row{"It was the largest flood since 1927.",
                        {"It was the largest flood since 1927 | own voice"}},
                    Row{"The ministry declined to comment.", {}}));

}  // namespace
}  // namespace claimtrail
