#include "core/linking/look_up.h"

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <unistd.h>

#include "core/linking/look_up_terms.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> ids(const std::vector<LookUpMatch>& matches) {
  std::vector<std::string> list;
  for (const LookUpMatch& match : matches) list.push_back(match.id);
  return list;
}

std::vector<LookUpEntry> few() {
  return {{"dam", "The dam above the valley cracked in three places"},
          {"bridge", "The northern bridge over the Odra is closed for repairs"},
          {"school", "Schools in the valley will open again on Monday"},
          {"mine", "Twelve miners were rescued from a flooded mine"}};
}

/// Texts of made-up words, of which a few are in most texts and most are rare.
std::vector<LookUpEntry> many(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<LookUpEntry> entries;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (int k = 0; k < 12; ++k) {
      const double draw = std::uniform_real_distribution<>(0, 1)(random);
      const int word = static_cast<int>(4000 * draw * draw * draw);
      text += "w" + std::to_string(word) + "x ";
    }
    entries.push_back({"e" + std::to_string(i), text});
  }
  return entries;
}

class LookUpFile : public ::testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() /
            ("look-up-test-" + std::to_string(::getpid()) + ".lookup");
    std::filesystem::remove(path_);
  }
  void TearDown() override { std::filesystem::remove(path_); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(LookUpTerms, AreStemsWithoutAddressesAndWithHashtagsTakenApart) {
  EXPECT_EQ(look_up_terms("#CloseTheBridges https://news.example/a1 now"),
            look_up_terms("closing bridge"));
  EXPECT_THAT(look_up_terms("the of and"), IsEmpty());
}

TEST(LookUp, FindsTheMostAlikeFirst) {
  LookUpIndex index;
  index.update(few(), "");
  EXPECT_EQ(index.size(), 4U);
  EXPECT_EQ(ids(index.find("Is it true that the valley's dam has cracked?", 5)),
            (std::vector<std::string>{"dam", "school"}));
  index.update({{"b", "the same words"}, {"a", "the same words"}}, "");
  EXPECT_THAT(ids(index.find("the same words", 5)), ElementsAre("a", "b")) << "ties by id";
  EXPECT_THAT(index.find("zeppelin", 5), IsEmpty());
  EXPECT_THAT(index.find("", 5), IsEmpty());
}

TEST(LookUp, ScoresAreBm25AsComputedInPlain) {
  const std::vector<LookUpEntry> entries = many(300, 4);
  LookUpIndex index;
  index.update(entries, "");
  std::map<std::uint32_t, double> holding;
  double total = 0;
  for (const LookUpEntry& entry : entries) {
    const auto terms = look_up_terms(entry.text);
    total += static_cast<double>(terms.size());
    for (const std::uint32_t term : std::set<std::uint32_t>(terms.begin(), terms.end()))
      ++holding[term];
  }
  const auto plain = [&](const std::string& query, const std::string& text) {
    const auto terms = look_up_terms(text);
    const auto asked = look_up_terms(query);
    double score = 0;
    for (const std::uint32_t term : std::set<std::uint32_t>(asked.begin(), asked.end())) {
      const double count = static_cast<double>(std::count(terms.begin(), terms.end(), term));
      const double rarity = std::log(1 + (300 - holding[term] + 0.5) / (holding[term] + 0.5));
      score += rarity * count * 2.2 /
               (count + 1.2 * (0.25 + 0.75 * static_cast<double>(terms.size()) / (total / 300)));
    }
    return score;
  };
  for (std::size_t i = 0; i < entries.size(); i += 29) {
    std::vector<std::pair<double, std::string>> expected;
    for (const LookUpEntry& entry : entries) {
      const double score = plain(entries[i].text, entry.text);
      if (score > 0) expected.emplace_back(-score, entry.id);
    }
    std::sort(expected.begin(), expected.end());
    const auto matches = index.find(entries[i].text, 3);
    ASSERT_EQ(matches.size(), 3U);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(matches[k].score, -expected[k].first, 1e-6);
    EXPECT_EQ(matches[0].id, entries[i].id);
  }
}

TEST(LookUp, AnUpdateAddsTakesOutAndReplaces) {
  LookUpIndex index;
  index.update(few(), "");
  std::vector<LookUpEntry> entries = few();
  entries.erase(entries.begin());
  entries[0].text = "The old mill burned down";
  entries.push_back({"ferry", "A ferry sank on the Odra"});
  index.update(entries, "");
  EXPECT_EQ(index.size(), 4U);
  EXPECT_THAT(index.find("dam cracked", 5), IsEmpty());
  EXPECT_THAT(ids(index.find("Odra", 5)), ElementsAre("ferry"));
  EXPECT_THAT(ids(index.find("mill", 5)), ElementsAre("bridge"));
}

TEST_F(LookUpFile, UpdatedInPlaceAndBuiltAnewFindTheSame) {
  std::mt19937 random(9);
  std::vector<LookUpEntry> entries = many(4000, 1);
  for (int round = 0; round < 6; ++round) {
    LookUpIndex index(path(), ArenaLock::exclusive);
    std::shuffle(entries.begin(), entries.end(), random);
    std::vector<LookUpEntry> some(entries.begin(), entries.begin() + 1500 + round * 300);
    index.update(some, std::to_string(round));
    LookUpIndex fresh;
    fresh.update(some, "");
    ASSERT_EQ(index.size(), some.size());
    for (int i = 0; i < 40; ++i) {
      const std::string& text = some[random() % some.size()].text;
      const auto found = index.find(text, 1);
      const auto expected = fresh.find(text, 1);
      EXPECT_EQ(ids(found), ids(expected));
      EXPECT_NEAR(found.at(0).score, expected.at(0).score, 1e-9);
    }
  }
}

TEST_F(LookUpFile, IsFoundAgainWithItsToken) {
  {
    LookUpIndex index(path(), ArenaLock::exclusive);
    EXPECT_EQ(index.token(), "");
    index.update(few(), "t1");
  }
  const LookUpIndex again(path(), ArenaLock::shared);
  EXPECT_EQ(again.token(), "t1");
  EXPECT_THAT(ids(again.find("miners", 5)), ElementsAre("mine"));
}

TEST_F(LookUpFile, WhatIsInDoubtIsEmptied) {
  const auto spoiled = [&](const auto& spoil) {
    {
      LookUpIndex index(path(), ArenaLock::exclusive);
      index.update(few(), "t1");
    }
    spoil();
    const LookUpIndex again(path(), ArenaLock::exclusive);
    return again.token().empty() && again.size() == 0;
  };
  EXPECT_TRUE(spoiled([&] { std::filesystem::resize_file(path(), 100); })) << "cut short";
  EXPECT_TRUE(spoiled([&] { std::filesystem::resize_file(path(), 4096); })) << "cut short";
  EXPECT_TRUE(spoiled([&] { std::ofstream(path()) << "something else entirely"; })) << "foreign";
  EXPECT_TRUE(spoiled([&] {
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.put('x');
  })) << "another version";
  EXPECT_FALSE(spoiled([] {})) << "and nothing else";
}

TEST_F(LookUpFile, DoesNotGrowForEver) {
  LookUpIndex index(path(), ArenaLock::exclusive);
  std::uintmax_t first = 0;
  for (unsigned round = 0; round < 30; ++round) {
    index.update(many(3000, round), std::to_string(round));
    if (round == 3) first = std::filesystem::file_size(path());
  }
  EXPECT_LE(std::filesystem::file_size(path()), 2 * first);
  EXPECT_EQ(index.size(), 3000U);
}

TEST_F(LookUpFile, AFolderIsRefused) {
  EXPECT_THROW(LookUpIndex(std::filesystem::temp_directory_path().string(), ArenaLock::shared),
               std::system_error);
}

}  // namespace
}  // namespace claimtrail
