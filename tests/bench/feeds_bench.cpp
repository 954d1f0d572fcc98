#include <random>

#include <benchmark/benchmark.h>
#include <libxml/parser.h>
#include <sys/resource.h>

#include "sources/charset/entities.h"
#include "sources/feeds/entry_keys.h"
#include "sources/feeds/feed.h"

namespace claimtrail {
namespace {

enum Shape { rss, atom, rdf, json };

/// Words by a falling frequency, as a text has them.
class Words {
 public:
  Words() {
    for (int i = 0; i < 5000; ++i) {
      std::string word;
      for (unsigned n = 2 + random_() % 8; n > 0; --n)
        word += static_cast<char>('a' + random_() % 26);
      words_.push_back(word);
    }
  }
  std::string some(int count) {
    std::string text;
    for (; count > 0; --count) text += words_[rank_(random_) % words_.size()] + ' ';
    return text;
  }
  unsigned long number() { return random_() % 1'000'000; }

 private:
  std::mt19937 random_{11};
  std::geometric_distribution<unsigned> rank_{0.004};
  std::vector<std::string> words_;
};

/// Some 3.8 KB of markup: paragraphs, links, a picture.
std::string article(Words& words) {
  std::string html;
  while (html.size() < 3'600) {
    html += "<p>" + words.some(40) + "&amp; <a href=\"/2025/" + std::to_string(words.number()) +
            "\">" + words.some(4) + "</a> " + words.some(20) + "<em>" + words.some(3) +
            "</em>.</p>\n<img src=\"img/" + std::to_string(words.number()) + ".jpg\" alt=\"\"/>";
  }
  return html;
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string entry_of(Shape shape, Words& words, int number) {
  const std::string link = "https://n.example/story/" + std::to_string(number);
  const std::string title = words.some(8);
  const std::string html = article(words);
  switch (shape) {
    case rss:
      return "<item>\n  <title>" + title + "</title><link>" + link + "</link><guid>" + link +
             "</guid><pubDate>Sat, 26 Apr 2025 10:30:00 +0200</pubDate><dc:creator>Jane "
             "Doe</dc:creator><category>World</category><description>" +
             words.some(20) + "</description>\n  <content:encoded><![CDATA[" + html +
             "]]></content:encoded></item>\n";
    case atom:
      return "<entry>\n  <id>" + link + "</id><title>" + title + "</title><link href=\"" + link +
             "\"/><published>2025-04-26T10:30:00+02:00</published><author><name>Jane "
             "Doe</name></author><category term=\"World\"/><content type=\"html\">" +
             escape_markup(html) + "</content></entry>\n";
    case rdf:
      return "<item rdf:about=\"" + link + "\">\n  <title>" + title + "</title><link>" + link +
             "</link><dc:date>2025-04-26T10:30:00+02:00</dc:date><description>" +
             escape_markup(html) + "</description></item>\n";
    case json:
      break;
  }
  return std::string(number == 0 ? "" : ",") + "{\"id\":" + json_text(link) +
         ",\"url\":" + json_text(link) + ",\"title\":" + json_text(title) +
         ",\"date_published\":\"2025-04-26T10:30:00+02:00\",\"authors\":[{\"name\":\"Jane "
         "Doe\"}],\"content_html\":" +
         json_text(html) + "}\n";
}

std::string feed_of(Shape shape, Words& words, int entries) {
  constexpr std::string_view heads[] = {
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>News</title>",
      "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title>",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"
      "<title>News</title></channel>",
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"News\",\"items\":["};
  constexpr std::string_view tails[] = {"</channel></rss>", "</feed>", "</rdf:RDF>", "]}"};
  std::string text(heads[shape]);
  for (int i = 0; i < entries; ++i) text += entry_of(shape, words, i);
  text += tails[shape];
  return text;
}

/// Feeds of some 100 KB with 25 entries.
const std::vector<std::string>& feeds(Shape shape) {
  static const auto made = [] {
    Words words;
    std::vector<std::vector<std::string>> all(4);
    for (const Shape each : {rss, atom, rdf, json}) {
      for (int i = 0; i < 100; ++i) all[each].push_back(feed_of(each, words, 25));
    }
    return all;
  }();
  return made[shape];
}

std::int64_t bytes_of(const std::vector<std::string>& texts) {
  std::int64_t sum = 0;
  for (const std::string& text : texts) sum += static_cast<std::int64_t>(text.size());
  return sum;
}

void count_feeds(benchmark::State& state, const std::vector<std::string>& texts) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
  state.SetBytesProcessed(state.iterations() * bytes_of(texts));
}

void read_feeds(benchmark::State& state) {
  const auto& texts = feeds(static_cast<Shape>(state.range(0)));
  for (auto _ : state) {
    for (const std::string& text : texts) {
      const auto feed = read_feed(text, "application/xml", "https://n.example/feed");
      if (!feed || feed->entries.size() != 25) state.SkipWithError("a feed was not read");
      benchmark::DoNotOptimize(feed);
    }
  }
  count_feeds(state, texts);
}

/// What a refresh does besides: the keys of every entry.
void feed_keys(benchmark::State& state) {
  const auto& texts = feeds(rss);
  std::vector<Feed> read;
  for (const std::string& text : texts) read.push_back(read_feed(text, "", "").value());
  for (auto _ : state) {
    for (const Feed& feed : read) {
      std::vector<std::string> addresses;
      for (const FeedEntry& entry : feed.entries) addresses.push_back(entry.link);
      benchmark::DoNotOptimize(entry_keys(feed.entries, addresses));
    }
  }
  count_feeds(state, texts);
}

/// The peer: a tree by libxml2 with recovery, nothing read from it.
void libxml2_tree(benchmark::State& state) {
  const auto& texts = feeds(static_cast<Shape>(state.range(0)));
  for (auto _ : state) {
    for (const std::string& text : texts) {
      xmlDocPtr tree = xmlReadMemory(
          text.data(), static_cast<int>(text.size()), "f", nullptr,
          XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
      benchmark::DoNotOptimize(tree);
      xmlFreeDoc(tree);
    }
  }
  count_feeds(state, texts);
}

/// 100,000 entries in one feed, some 60 MB: seconds, and the most memory this process ever had.
void hundred_thousand_entries(benchmark::State& state) {
  std::string text = "<rss><channel><title>News</title>";
  for (int i = 0; i < 100'000; ++i) {
    const std::string link = "https://n.example/" + std::to_string(i);
    text += "<item><title>Story " + std::to_string(i) + "</title><link>" + link + "</link><guid>" +
            link + "</guid><pubDate>Sat, 26 Apr 2025 10:30:00 GMT</pubDate><description>" +
            std::string(400, 'x') + "</description></item>";
  }
  text += "</channel></rss>";
  for (auto _ : state) {
    const auto feed = read_feed(text, "", "https://n.example/feed");
    if (!feed || feed->entries.size() != 100'000) state.SkipWithError("the feed was not read");
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["MB"] = static_cast<double>(text.size()) / 1e6;
  state.counters["peak MB"] = static_cast<double>(usage.ru_maxrss) / 1e3;
}

BENCHMARK(read_feeds)->Arg(rss)->Arg(atom)->Arg(rdf)->Arg(json)->Unit(benchmark::kMillisecond);
BENCHMARK(libxml2_tree)->Arg(rss)->Arg(atom)->Arg(rdf)->Unit(benchmark::kMillisecond);
BENCHMARK(feed_keys)->Unit(benchmark::kMillisecond);
BENCHMARK(hundred_thousand_entries)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace claimtrail

BENCHMARK_MAIN();
