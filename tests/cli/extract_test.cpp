#include <algorithm>
#include <set>

#include "tests/cli/program_test.h"

namespace claimtrail {
namespace {

using ExtractTest = ProgramTest;

std::string document_line(const std::string& id, const std::string& text) {
  return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
}

std::string place_of(const rapidjson::Value& span, unsigned later = 0) {
  return span.IsNull() ? std::string("none")
                       : std::to_string(span["start"].GetUint() + later) + "-" +
                             std::to_string(span["end"].GetUint());
}

/// The places of all three; `introduction` bytes of a content that begins with "that " are left
/// out.
std::string places_of(const rapidjson::Value& source, const rapidjson::Value& cue,
                      const rapidjson::Value& content, unsigned introduction = 0) {
  std::string places = place_of(source) + " " + place_of(cue);
  for (const auto& span : content.GetArray()) {
    const bool introduced = text_of(span, "exact").starts_with("that ");
    places += " " + place_of(span, introduced ? introduction : 0);
  }
  return places;
}

/// What `--what attributions` has to print, worked out from what `--what claims` printed.
std::vector<std::string> attributions_of_claims(const ProgramRun& run) {
  std::vector<std::string> attributions;
  for (const auto& claim : json_lines(run)) {
    const auto& hops = claim["attribution"];
    if (hops.Empty()) continue;
    auto at = hops.Size() - 1;
    while (at > 0 && hops[at]["cue_span"].IsNull()) --at;
    const auto& outermost = hops[hops[at]["cue_span"].IsNull() ? hops.Size() - 1 : at];
    attributions.push_back(
        places_of(outermost["source_span"], outermost["cue_span"], claim["content"]) + " " +
        text_of(outermost, "hedge") + " " + text_of(claim, "manner"));
  }
  return attributions;
}

TEST_F(ExtractTest, PrintsOneClaimALineWithItsReport) {
  program.write("dam.txt", dam_report());
  const auto run =
      program.run({"extract", "--input", "text", "--published", "2025-03-12", "dam.txt"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto claims = json_lines(run);
  ASSERT_GE(claims.size(), 4u);
  for (const auto& claim : claims) {
    EXPECT_EQ(text_of(claim["report"], "id"), "dam");
    EXPECT_EQ(text_of(claim["report"], "published"), "2025-03-12");
    EXPECT_EQ(text_of(claim, "id"), "");
    EXPECT_FALSE(text_of(claim, "extractor").empty());
  }
  EXPECT_EQ(text_of(claims[0], "block"), "headline");
}

TEST_F(ExtractTest, FiguresAreExactNumbersWithBounds) {
  const auto run = program.run({"extract", "--what", "figures", "--input", "ndjson"},
                               document_line("a", "More than 1,250.5 tonnes were lost."));
  ASSERT_EQ(run.status, 0) << run.err;
  const auto lines = json_lines(run);
  ASSERT_EQ(lines.size(), 1u);
  ASSERT_EQ(lines[0]["figures"].Size(), 1u);
  const auto& figure = lines[0]["figures"][0];
  EXPECT_NE(run.out.find("\"low\":1250.5,"), std::string::npos) << run.out;
  EXPECT_TRUE(figure["low_open"].GetBool());
  EXPECT_TRUE(figure["high"].IsNull());
  EXPECT_EQ(text_of(figure, "modifier"), "more_than");
  EXPECT_EQ(text_of(figure, "predicate"), "lose");
  EXPECT_EQ(text_of(figure, "role"), "patient");
}

TEST_F(ExtractTest, OffsetsAreBytesOfTheGivenTextWhateverItsForm) {
  // Leading blanks, a decomposed letter and a paragraph break: nothing may be trimmed or composed.
  const std::string text = "  Cafe\\u0301 owners agree.\\n\\nPolice said 12 people were hurt.\\n";
  const std::string bytes = "  Cafe\xCC\x81 owners agree.\n\nPolice said 12 people were hurt.\n";
  const auto run = program.run({"extract", "--what", "attributions", "--input", "ndjson"},
                               document_line("a", text));
  ASSERT_EQ(run.status, 0) << run.err;
  const auto lines = json_lines(run);
  ASSERT_EQ(lines[0]["attributions"].Size(), 1u) << run.out;
  const auto& cue = lines[0]["attributions"][0]["cue"];
  EXPECT_EQ(bytes.substr(cue["start"].GetUint(), cue["end"].GetUint() - cue["start"].GetUint()),
            "said");
}

TEST_F(ExtractTest, AttributionsAreTheVerySpansOfTheClaims) {
  program.write("dam.txt", dam_report());
  for (const std::string& file :
       {std::string("dam.txt"),
        std::string(CLAIMTRAIL_SOURCE_DIR "/tests/corpus/kursk-twin.txt")}) {
    const auto run = program.run({"extract", "--what", "attributions", file});
    const auto lines = json_lines(run);
    ASSERT_EQ(lines.size(), 1u) << run.err;
    std::vector<std::string> found;
    for (const auto& attribution : lines[0]["attributions"].GetArray()) {
      found.push_back(
          places_of(attribution["source"], attribution["cue"], attribution["content"], 5) + " " +
          text_of(attribution, "hedge") + " " + text_of(attribution, "manner"));
    }
    EXPECT_GE(found.size(), 3u) << file;
    EXPECT_EQ(found, attributions_of_claims(program.run({"extract", file}))) << file;
  }
}

TEST_F(ExtractTest, AnAttributionIsThatOfItsCueNotOfAnAgencyOrAMedium) {
  const auto run = program.run(
      {"extract", "--what", "attributions", "--input", "ndjson"},
      document_line("a", "DERNA (Reuters) - The dam held, Roth said. Poe told CNN that it broke."));
  ASSERT_EQ(run.status, 0) << run.err;
  const auto lines = json_lines(run);
  ASSERT_EQ(lines[0]["attributions"].Size(), 2u) << run.out;
  EXPECT_EQ(text_of(lines[0]["attributions"][0]["source"], "exact"), "Roth");
  EXPECT_EQ(text_of(lines[0]["attributions"][0]["cue"], "exact"), "said");
  EXPECT_EQ(text_of(lines[0]["attributions"][1]["source"], "exact"), "Poe");
}

TEST_F(ExtractTest, AQuotationOfNobodyIsAClaimAndNoAttribution) {
  const std::string line =
      document_line("a", "\\\"The river took 12 bridges in one night.\\\"");
  const auto claims = json_lines(program.run({"extract", "--input", "ndjson"}, line));
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0]["attribution"].Size(), 1u);
  EXPECT_EQ(claims[0]["figures"].Size(), 1u);
  const auto run = program.run({"extract", "--what", "attributions", "--input", "ndjson"}, line);
  EXPECT_EQ(json_lines(run)[0]["attributions"].Size(), 0u) << run.out;
}

TEST_F(ExtractTest, WithoutWeightsClaimsAreReadAndItIsSaid) {
  const std::string line = document_line("a", "The dam held, Roth said.");
  const auto with = program.run({"extract", "--input", "ndjson"}, line);
  EXPECT_EQ(with.err, "");
  program.set("CLAIMTRAIL_WEIGHTS", "");
  const auto without = program.run({"extract", "--input", "ndjson"}, line);
  const auto version = program.run({"--version"});
  EXPECT_EQ(without.status, 0);
  EXPECT_EQ(json_lines(without).size(), 1u) << without.out;
  EXPECT_NE(without.err.find("without a parser"), std::string::npos) << without.err;
  EXPECT_NE(version.out.find("no parser"), std::string::npos) << version.out;
}

TEST_F(ExtractTest, AnswersInInputOrderWhateverTheNumberOfThreads) {
  std::string input;
  for (int i = 0; i < 300; ++i) {
    const std::string filler(static_cast<std::size_t>(i % 7) * 400, 'x');
    input += document_line("d" + std::to_string(i), filler + " Police said 12 people were hurt.");
  }
  const auto one = program.run({"extract", "--jobs", "1", "--input", "ndjson"}, input);
  const auto many = program.run({"extract", "--jobs", "7", "--input", "ndjson"}, input);
  ASSERT_EQ(one.status, 0) << one.err;
  EXPECT_GE(one.lines().size(), 300u);
  EXPECT_EQ(one.out, many.out);
}

TEST_F(ExtractTest, ABadDocumentIsToldWithItsLineAndTheOthersAreDone) {
  const auto run = program.run({"extract", "--what", "dates", "--input", "ndjson", "-"},
                               document_line("a", "On 3 May 2024 it rained.") +
                                   "\nnot json\n{\"id\":\"b\"}\n" + document_line("c", "Nothing."));
  EXPECT_EQ(run.status, 3);
  const auto lines = json_lines(run);
  ASSERT_EQ(lines.size(), 4u) << run.out;
  EXPECT_EQ(lines[0]["dates"].Size(), 1u);
  EXPECT_TRUE(lines[1]["dates"].IsNull());
  EXPECT_EQ(text_of(lines[3], "id"), "c");
  EXPECT_NE(run.err.find("standard input:3: error: not a JSON object"), std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("standard input:4: error: the document has no \"text\""),
            std::string::npos);
}

TEST_F(ExtractTest, IllFormedUtf8InNdjsonFailsThatDocumentOnly) {
  const auto run = program.run(
      {"extract", "--what", "figures", "--input", "ndjson"},
      "{\"id\":\"a\",\"text\":\"caf\xE9 12 people\"}\n" + document_line("b", "12 people"));
  EXPECT_EQ(run.status, 3);
  const auto lines = json_lines(run);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[0]["figures"].IsNull());
  EXPECT_EQ(lines[1]["figures"].Size(), 1u);
}

TEST_F(ExtractTest, AMissingFileIsOneFailureAmongOthers) {
  program.write("dam.txt", dam_report());
  const auto run = program.run({"extract", "--what", "article", "missing.html", ".", "dam.txt"});
  EXPECT_EQ(run.status, 3);
  const auto lines = json_lines(run);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_TRUE(lines[0]["article"].IsNull());
  EXPECT_TRUE(lines[1]["article"].IsNull());
  EXPECT_EQ(text_of(lines[2], "id"), "dam");
  EXPECT_NE(run.err.find("missing.html: error: No such file or directory"), std::string::npos);
  EXPECT_NE(run.err.find("Is a directory"), std::string::npos);
}

TEST_F(ExtractTest, AnArticleIsStandfirstAndBodyWithTheirPlaces) {
  program.write("dam.txt", dam_report());
  const auto run = program.run({"extract", "--what", "article", "dam.txt"});
  const auto lines = json_lines(run);
  ASSERT_EQ(lines.size(), 1u);
  const auto& article = lines[0]["article"];
  const std::string text = text_of(article, "text");
  EXPECT_EQ(text.rfind("The regional council", 0), 0u) << text;
  EXPECT_EQ(text_of(article, "title"), "Engineers say the Varna dam holds");
  const auto& first = article["blocks"][0];
  EXPECT_EQ(text_of(first, "kind"), "standfirst");
  EXPECT_EQ(text.substr(first["start"].GetUint(), first["end"].GetUint()),
            "The regional council has ordered new checks after weeks of rain.");
}

TEST_F(ExtractTest, AFeedIsPrintedWhole) {
  program.write("feed.xml",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Herald</title>"
                "<link>https://herald.example/</link><item><title>Dam &amp; river</title>"
                "<link>/dam</link><guid>7</guid><pubDate>Wed, 12 Mar 2025 08:00:00 GMT</pubDate>"
                "</item></channel></rss>");
  const auto run = program.run(
      {"extract", "--input", "feed", "--url", "https://herald.example/rss", "feed.xml"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto lines = json_lines(run);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(text_of(lines[0]["feed"], "title"), "Herald");
  ASSERT_EQ(lines[0]["entries"].Size(), 1u);
  EXPECT_EQ(text_of(lines[0]["entries"][0], "title"), "Dam & river");
  EXPECT_EQ(text_of(lines[0]["entries"][0], "published"), "2025-03-12T08:00:00Z");
}

TEST_F(ExtractTest, TheKindOfInputIsGuessedBySuffixThenByLook) {
  program.write("page", "<!doctype html><html><head><title>T</title></head><body><p>x</p></html>");
  program.write("lines", document_line("a", "Police said 12 people were hurt."));
  program.write("plain", dam_report());
  const auto run = program.run({"extract", "--what", "article", "lines", "plain", "page"});
  const auto lines = json_lines(run);
  ASSERT_EQ(lines.size(), 3u) << run.out << run.err;
  EXPECT_EQ(text_of(lines[0], "id"), "a");
  EXPECT_EQ(text_of(lines[1], "id"), "plain");
  EXPECT_EQ(text_of(lines[2], "id"), "page");
}

TEST_F(ExtractTest, ReadsNoConfigAndLeavesNothingBehind) {
  program.write("claimtrail.yaml", "this is: [broken");
  const auto run = program.run({"extract", "--input", "ndjson"}, document_line("a", "Rain fell."));
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_FALSE(std::filesystem::exists(program.directory() / "xdg"));
}

TEST_F(ExtractTest, AnUnreadablePublicationDayIsAWarningInDataAndAnErrorInAFlag) {
  const auto data = program.run({"extract", "--what", "dates", "--input", "ndjson"},
                                "{\"id\":\"a\",\"published\":\"soon\",\"text\":\"It rained.\"}\n");
  EXPECT_EQ(data.status, 0);
  EXPECT_NE(data.err.find("warning"), std::string::npos) << data.err;
  const auto flag = program.run({"extract", "--published", "soon"}, "x");
  EXPECT_EQ(flag.status, 2);
  EXPECT_NE(flag.err.find("2025-04-26"), std::string::npos) << flag.err;
}

TEST_F(ExtractTest, ZerosAndAPdfAreRefused) {
  program.write("zeros.txt", std::string(200'000, '\0'));
  program.write("paper.pdf", "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj");
  const auto run = program.run({"extract", "--what", "article", "zeros.txt", "paper.pdf"});
  EXPECT_EQ(run.status, 3);
  const auto lines = json_lines(run);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[0]["article"].IsNull());
  EXPECT_TRUE(lines[1]["article"].IsNull());
}

}  // namespace
}  // namespace claimtrail
