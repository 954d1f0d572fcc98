#include "sources/page/boilerplate.h"

#include <algorithm>
#include <array>
#include <string>

namespace claimtrail {
namespace {

constexpr std::size_t longest_boilerplate = 240;

// Beginnings that may be followed by anything, as long as the whole stays short.
constexpr std::array beginnings{
    "read more:",
    "read also",
    "also read",
    "read next",
    "read the full",
    "related:",
    "see also:",
    "related stories",
    "related articles",
    "related topics",
    "related content",
    "more from ",
    "more on this",
    "more on:",
    "more stories",
    "share this",
    "share on",
    "follow us",
    "follow @",
    "sign up for",
    "sign up to",
    "subscribe to our",
    "subscribe now",
    "subscribe for",
    "click here to",
    "click here for",
    "copyright ",
    "©",
    "(c) 20",
    "all rights reserved",
    "story continues below",
    "article continues below",
    "article continues after",
    "continue reading",
    "scroll down",
    "leave a comment",
    "leave a reply",
    "join the conversation",
    "comments are closed",
    "posted in",
    "filed under",
    "tagged with",
    "tags:",
    "topics:",
    "categories:",
    "download our app",
    "download the app",
    "watch:",
    "watch more:",
    "listen:",
    "don't miss",
    "what do you think?",
    "get our",
    "get the latest",
    "most read",
    "most popular",
    "you may also like",
    "you might also like",
    "recommended for you",
    "support our journalism",
    "this site uses cookies",
    "we use cookies",
    "by signing up",
    "thank you for subscribing",
    "please enable javascript",
    "please log in",
    "log in to",
    "already a subscriber",
    "mehr zum thema",
    "lesen sie auch",
    "lesen sie mehr",
    "lees ook",
    "lire aussi",
    "à lire aussi",
    "leia mais",
    "leia também",
    "lea también",
    "lee también",
    "te puede interesar",
    "читайте также",
    "читайте также:",
    "zobacz też",
    "czytaj też",
    "czytaj także",
    "leggi anche",
    "hits:",
};

// Lines that are boilerplate only when nothing else stands in them.
constexpr std::array wholes{
    "advertisement",
    "advertisements",
    "advertising",
    "ad",
    "sponsored",
    "promoted",
    "comments",
    "comment",
    "share",
    "tweet",
    "print",
    "email",
    "save",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "pinterest",
    "reddit",
    "copy link",
    "link copied",
    "read more",
    "read more...",
    "read more »",
    "more",
    "see more",
    "show more",
    "loading",
    "loading...",
    "loading…",
    "close",
    "menu",
    "search",
    "home",
    "next",
    "previous",
    "back to top",
    "top",
    "skip to content",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "reklama",
    "реклама",
    "pubblicità",
    "follow",
    "watch",
    "video",
    "gallery",
    "photos",
    "related",
    "newsletter",
    "subscribe",
    "sign up",
    "log in",
    "login",
    "register",
    "play",
    "image",
    "getty images",
    "getty",
    "reuters",
    "ap",
    "afp",
    "x",
    "via",
    "trending",
    "recommended",
    "listen",
    "view comments",
    "post a comment",
    "editor's picks",
    "share this:",
    "like this:",
    "share this article",
    "share this story",
    "skip",
    "tap here",
    "***",
    "---",
};

constexpr std::array closing_headings{
    "related stories",
    "related articles",
    "related news",
    "related posts",
    "related content",
    "related topics",
    "related coverage",
    "more from ",
    "more in ",
    "more on ",
    "more stories",
    "more news",
    "more articles",
    "most read",
    "most popular",
    "top rated comments",
    "comments (",
    "you may also like",
    "you might also like",
    "you may like",
    "recommended",
    "also read",
    "read next",
    "what to read next",
    "up next",
    "trending",
    "latest news",
    "latest stories",
    "popular stories",
    "popular posts",
    "recent posts",
    "leave a reply",
    "leave a comment",
    "post a comment",
    "view comments",
    "about the author",
    "join the conversation",
    "sign up for",
    "share this",
    "mehr zum thema",
    "das könnte sie auch interessieren",
    "das könnte dich auch interessieren",
    "auch interessant",
    "weitere artikel",
    "meistgelesen",
    "ähnliche artikel",
    "ähnliche beiträge",
    "kommentare",
    "lire aussi",
    "à lire aussi",
    "sur le même sujet",
    "commentaires",
    "leia também",
    "veja também",
    "comentários",
    "te puede interesar",
    "comentarios",
    "noticias relacionadas",
    "leggi anche",
    "commenti",
    "czytaj też",
    "czytaj także",
    "zobacz też",
    "najczęściej czytane",
    "komentarze",
    "читайте также",
    "комментарии",
    "lees ook",
    "meer over",
    "reacties",
};

constexpr std::array whole_closing_headings{"comments",   "comment",
                                            "related",    "more",
                                            "discussion", "responses",
                                            "reactions",  "kommentar",
                                            "tags",       "topics",
                                            "see also",   "more on this story",
                                            "newsletter", "advertisement feature"};

constexpr std::array note_beginnings{
    "correction:",
    "correction :",
    "corrections:",
    "correction (",
    "correction,",
    "correction —",
    "correction –",
    "correction -",
    "clarification:",
    "clarification (",
    "clarification,",
    "editor's note",
    "editors' note",
    "editor’s note",
    "editors’ note",
    "this article was amended",
    "this article has been amended",
    "this article was corrected",
    "this article has been corrected",
    "this article was updated",
    "this article has been updated",
    "this story was updated",
    "this story has been updated",
    "this story was corrected",
    "this story has been corrected",
    "this report has been corrected",
    "this report was corrected",
    "this report has been updated",
    "this report was amended",
    "an earlier version of",
    "a previous version of",
    "update:",
    "this version corrects",
    "this version of the story corrects",
    "amended on ",
    "corrected on ",
    "note to readers",
    "reporting by ",
    "additional reporting by",
    "with reporting by",
    "with files from",
    "material from news services",
    "material from the associated press",
};

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

template <class Table>
bool starts_with_any(std::string_view text, const Table& table) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
  });
}

}  // namespace

bool is_boilerplate(std::string_view text) {
  if (text.size() > longest_boilerplate) return false;
  const std::string plain = lowered(text);
  return std::find(wholes.begin(), wholes.end(), plain) != wholes.end() ||
         starts_with_any(plain, beginnings);
}

bool is_closing_heading(std::string_view text) {
  constexpr std::size_t longest_heading = 60;
  if (text.size() > longest_heading) return false;
  std::string plain = lowered(text);
  while (!plain.empty() && (plain.back() == ':' || plain.back() == ' ')) plain.pop_back();
  return std::find(whole_closing_headings.begin(), whole_closing_headings.end(), plain) !=
             whole_closing_headings.end() ||
         starts_with_any(plain, closing_headings);
}

bool is_consent(std::string_view text) {
  const std::string plain = lowered(text.substr(0, 1500));
  const auto says = [&plain](std::string_view part) {
    return plain.find(part) != std::string::npos;
  };
  const bool cookies =
      says("cookie") || says("your privacy") || says("personal data") || says("gdpr");
  return cookies &&
         (says("website") || says("this site") || says("our site") || says("consent") ||
          says("partners") || says("accept") || says("browser") || says("settings") ||
          says("webseite") || says("nutzung") || says("store and access")) &&
         (says(" we ") || says("you ") || says("your ") || says("wir ") || says("uses cookies"));
}

bool is_note(std::string_view text) {
  return starts_with_any(lowered(text.substr(0, 64)), note_beginnings);
}

}  // namespace claimtrail
