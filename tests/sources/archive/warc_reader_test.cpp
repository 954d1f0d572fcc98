#include "sources/archive/warc_captures.h"
#include "tests/sources/archive/warc_files.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using WarcReaderTest = WarcTest;

std::string large_body() {
  std::string body;
  for (unsigned i = 0; body.size() < 5'000'000; ++i) body += std::to_string(i * 2'654'435'761U);
  return body;
}

std::string hexadecimal(std::size_t size) {
  std::ostringstream text;
  text << std::hex << size;
  return text.str();
}

TEST_F(WarcReaderTest, ReadsBackWhatWasWrittenPackedOrNotAndMixed) {
  const std::string large = large_body();
  const std::string bytes = written(draft("one")) + written(draft("two"), unpacked) +
                            written(draft(large)) + written(draft(""));
  const ReadBack back = read(bytes);
  EXPECT_THAT(back.problems, IsEmpty());
  ASSERT_THAT(back.records, SizeIs(4));
  EXPECT_EQ(back.records[0].block, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\none");
  EXPECT_EQ(back.records[2].block.size(), large.size() + 44);
  EXPECT_EQ(back.records[2].digests, WarcRecord::Digests::hold);
  EXPECT_EQ(back.records[1].offset, written(draft("one")).size());
  EXPECT_EQ(back.records[1].version, "1.1");
}

TEST_F(WarcReaderTest, TheSameDraftGivesTheSameBytes) {
  EXPECT_EQ(written(draft("one")), written(draft("one")));
  EXPECT_NE(written(draft("one")), written(draft("two")));
}

TEST_F(WarcReaderTest, OneMemberForAllAndMembersCutAnywhere) {
  const std::string plain = written(draft("one"), unpacked) + written(draft("two"), unpacked);
  EXPECT_THAT(read(gzip(plain)).records, SizeIs(2));
  EXPECT_FALSE(read(gzip(plain)).records[1].addressable);
  const std::string cut = gzip(plain.substr(0, 200)) + gzip(plain.substr(200));
  EXPECT_THAT(read(cut).records, SizeIs(2));
}

TEST_F(WarcReaderTest, EveryPrefixGivesTheWholeRecordsBeforeTheCut) {
  for (const WarcWriterOptions& options : {WarcWriterOptions{}, unpacked}) {
    const std::string one = written(draft("first page"), options);
    const std::string two = written(draft("second page"), options);
    const std::string all = one + two;
    for (std::size_t length = 0; length <= all.size(); ++length) {
      const ReadBack back = read(all.substr(0, length));
      // The blank lines after a record may be missing, and unpacked they are told from it.
      const std::size_t tail = options.gzip_level ? 0 : 4;
      const std::size_t whole =
          (length + tail >= one.size() ? 1U : 0U) + (length + tail >= all.size() ? 1U : 0U);
      if (options.gzip_level) {
        EXPECT_GE(back.records.size(), whole) << length;
        EXPECT_LE(back.records.size(), 1 + (length > one.size() ? 1U : 0U)) << length;
      } else {
        EXPECT_EQ(back.records.size(), whole) << length;
      }
    }
  }
}

TEST_F(WarcReaderTest, AMemberCutShortDoesNotHideTheNext) {
  const std::string one = written(draft("first page"));
  const ReadBack back = read(one.substr(0, one.size() / 2) + written(draft("second page")));
  ASSERT_THAT(back.records, SizeIs(1));
  EXPECT_THAT(back.records[0].block, HasSubstr("second page"));
  EXPECT_THAT(back.codes(), Contains("warc-gzip"));
  EXPECT_THAT(back.problems[0].file, HasSubstr("in.warc: byte 0"));
}

TEST_F(WarcReaderTest, GarbageBetweenRecordsIsPassedOver) {
  for (const WarcWriterOptions& options : {WarcWriterOptions{}, unpacked}) {
    const ReadBack back = read(written(draft("one"), options) + "garbage \x1f\x8b here\n" +
                               written(draft("two"), options));
    EXPECT_THAT(back.records, SizeIs(2));
    EXPECT_THAT(back.codes(), Contains("warc-garbage"));
  }
}

TEST_F(WarcReaderTest, AWrongLengthLosesNoOtherRecord) {
  for (const char* length : {"Content-Length: 40", "Content-Length: 9", "Content-Length: 99999"}) {
    std::string wrong = written(draft("one"), unpacked);
    wrong.replace(wrong.find("Content-Length: 47"), 18, length);
    const std::string packed = gzip(wrong) + written(draft("two"));
    const ReadBack back = read(packed);
    ASSERT_FALSE(back.records.empty()) << length;
    EXPECT_THAT(back.records.back().block, HasSubstr("two")) << length;
    EXPECT_FALSE(back.problems.empty());
  }
  std::string wrong = written(draft("one"), unpacked);
  wrong.replace(wrong.find("Content-Length: 47"), 18, "Content-Length: 147");
  const ReadBack back = read(wrong + written(draft("two"), unpacked));
  ASSERT_THAT(back.records, SizeIs(2));
  EXPECT_THAT(back.records[1].block, HasSubstr("two"));
}

TEST_F(WarcReaderTest, EndlessHeadersAndHugeBlocksStayWithinTheirLimits) {
  const std::string header = "WARC/1.0\r\nX: " + std::string(1'000'000, 'x');
  EXPECT_THAT(read(header + "\r\n" + written(draft("two"), unpacked)).records, SizeIs(1));
  const ReadBack back =
      read(written(draft(std::string(5000, 'x'))) + written(draft("two")), {.largest_block = 1000});
  EXPECT_THAT(back.records, SizeIs(1));
  EXPECT_THAT(back.codes(), ElementsAre("warc-too-large"));
}

TEST_F(WarcReaderTest, DigestsAreVerifiedInEveryShape) {
  std::string bytes = written(draft("one"), unpacked);
  bytes.replace(bytes.rfind("one"), 3, "eno");
  const ReadBack back = read(bytes);
  ASSERT_THAT(back.records, SizeIs(1));
  EXPECT_EQ(back.records[0].digests, WarcRecord::Digests::differ);
  EXPECT_THAT(back.codes(), ElementsAre("warc-digest"));
  const auto record = [](const std::string& digest) {
    return "WARC/0.17\nWARC-Type: resource\nWARC-Block-Digest: " + digest +
           "\nContent-Length: 3\n\nabc\n\n";
  };
  for (const char* digest :
       {"sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "sha1:a9993e364706816aba3e25717850c26c9cd0d89d",
        "md5:900150983cd24fb0d6963f7d28e17f72"}) {
    EXPECT_EQ(read(record(digest)).records.at(0).digests, WarcRecord::Digests::hold) << digest;
  }
  EXPECT_EQ(read(record("crc:12")).records.at(0).digests, WarcRecord::Digests::unverified);
}

// warcio#74, warcio#75, pywb#584, webarchive-discovery#218
TEST(HttpBlock, CodingsThatWereTakenOffAreNotClaimed) {
  const std::string headers =
      "HTTP/2 200\r\nContent-Type: text/html\r\ncontent-encoding: gzip\r\nTransfer-Encoding: "
      "chunked\r\nContent-Length: 17";
  const std::string head = archived_head(headers, 4);
  EXPECT_EQ(
      head,
      "HTTP/1.1 200 \r\nContent-Type: text/html\r\nX-Archive-Orig-content-encoding: gzip\r\n"
      "X-Archive-Orig-Transfer-Encoding: chunked\r\nX-Archive-Orig-Content-Length: 17\r\n\r\n");
  const auto back = read_response(head + "body");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->body, "body");
  EXPECT_THAT(back->headers, HasSubstr("\r\ncontent-encoding: gzip\r\nTransfer-Encoding: chunked"));
}

// warcio#74: the header is kept, the chunks are gone
TEST(HttpBlock, CodingsAreTakenOffOnce) {
  const std::string packed = gzip("<p>hello</p>");
  const std::string chunks = hexadecimal(packed.size()) + "\r\n" + packed + "\r\n0\r\n\r\n";
  const std::string head =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n";
  for (const std::string& body : {chunks, packed, std::string("<p>hello</p>")}) {
    const auto response = read_response(head + body);
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body, "<p>hello</p>");
  }
}

TEST(HttpBlock, ABombIsRefused) {
  const std::string bomb = gzip(std::string(80U << 20U, 'x'));
  const auto response = read_response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + bomb);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().code, "too-large");
}

// ArchiveBox#179: several visits to one address
TEST_F(WarcReaderTest, CapturesComeInTheOrderOfTime) {
  WarcDraft late = draft("<p>late</p>");
  late.date += std::chrono::hours{2};
  WarcDraft picture = draft("x");
  picture.head = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n";
  WarcDraft missing = draft("x");
  missing.head = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n";
  const std::string path = write("a.warc.gz", written(late) + written(picture) + written(missing) +
                                                  written(draft("<p>early</p>")));
  const auto listing = list_captures(path);
  ASSERT_TRUE(listing);
  ASSERT_THAT(listing->captures, SizeIs(2));
  EXPECT_EQ(listing->other_types, 1);
  EXPECT_EQ(listing->other_statuses, 1);
  auto pages = WarcPages::open(path).value();
  EXPECT_EQ(pages.read(listing->captures[0])->body, "<p>early</p>");
  EXPECT_EQ(pages.read(listing->captures[1])->body, "<p>late</p>");
}

}  // namespace
}  // namespace claimtrail
