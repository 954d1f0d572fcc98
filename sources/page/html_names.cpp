#include "sources/page/html_names.h"

#include <algorithm>
#include <array>

namespace claimtrail {
namespace {

struct NamedTag {
  std::string_view name;
  Tag tag;
};

constexpr std::array names{NamedTag{"a", Tag::a},
                           NamedTag{"abbr", Tag::abbr},
                           NamedTag{"address", Tag::address},
                           NamedTag{"article", Tag::article},
                           NamedTag{"aside", Tag::aside},
                           NamedTag{"audio", Tag::audio},
                           NamedTag{"b", Tag::b},
                           NamedTag{"base", Tag::base},
                           NamedTag{"big", Tag::big},
                           NamedTag{"blockquote", Tag::blockquote},
                           NamedTag{"body", Tag::body},
                           NamedTag{"br", Tag::br},
                           NamedTag{"button", Tag::button},
                           NamedTag{"canvas", Tag::canvas},
                           NamedTag{"caption", Tag::caption},
                           NamedTag{"center", Tag::center},
                           NamedTag{"cite", Tag::cite},
                           NamedTag{"code", Tag::code},
                           NamedTag{"col", Tag::col},
                           NamedTag{"colgroup", Tag::colgroup},
                           NamedTag{"dd", Tag::dd},
                           NamedTag{"del", Tag::del},
                           NamedTag{"details", Tag::details},
                           NamedTag{"dialog", Tag::dialog},
                           NamedTag{"dir", Tag::dir},
                           NamedTag{"div", Tag::div},
                           NamedTag{"dl", Tag::dl},
                           NamedTag{"dt", Tag::dt},
                           NamedTag{"em", Tag::em},
                           NamedTag{"embed", Tag::embed},
                           NamedTag{"fieldset", Tag::fieldset},
                           NamedTag{"figcaption", Tag::figcaption},
                           NamedTag{"figure", Tag::figure},
                           NamedTag{"font", Tag::font},
                           NamedTag{"footer", Tag::footer},
                           NamedTag{"form", Tag::form},
                           NamedTag{"frame", Tag::frame},
                           NamedTag{"frameset", Tag::frameset},
                           NamedTag{"h1", Tag::h1},
                           NamedTag{"h2", Tag::h2},
                           NamedTag{"h3", Tag::h3},
                           NamedTag{"h4", Tag::h4},
                           NamedTag{"h5", Tag::h5},
                           NamedTag{"h6", Tag::h6},
                           NamedTag{"head", Tag::head},
                           NamedTag{"header", Tag::header},
                           NamedTag{"hgroup", Tag::hgroup},
                           NamedTag{"hr", Tag::hr},
                           NamedTag{"html", Tag::html},
                           NamedTag{"i", Tag::i},
                           NamedTag{"iframe", Tag::iframe},
                           NamedTag{"img", Tag::img},
                           NamedTag{"input", Tag::input},
                           NamedTag{"ins", Tag::ins},
                           NamedTag{"label", Tag::label},
                           NamedTag{"legend", Tag::legend},
                           NamedTag{"li", Tag::li},
                           NamedTag{"link", Tag::link},
                           NamedTag{"main", Tag::main},
                           NamedTag{"map", Tag::map},
                           NamedTag{"mark", Tag::mark},
                           NamedTag{"menu", Tag::menu},
                           NamedTag{"meta", Tag::meta},
                           NamedTag{"nav", Tag::nav},
                           NamedTag{"noframes", Tag::noframes},
                           NamedTag{"noscript", Tag::noscript},
                           NamedTag{"object", Tag::object},
                           NamedTag{"ol", Tag::ol},
                           NamedTag{"optgroup", Tag::optgroup},
                           NamedTag{"option", Tag::option},
                           NamedTag{"p", Tag::p},
                           NamedTag{"param", Tag::param},
                           NamedTag{"picture", Tag::picture},
                           NamedTag{"pre", Tag::pre},
                           NamedTag{"q", Tag::q},
                           NamedTag{"s", Tag::s},
                           NamedTag{"script", Tag::script},
                           NamedTag{"section", Tag::section},
                           NamedTag{"select", Tag::select},
                           NamedTag{"small", Tag::small},
                           NamedTag{"source", Tag::source},
                           NamedTag{"span", Tag::span},
                           NamedTag{"strike", Tag::strike},
                           NamedTag{"strong", Tag::strong},
                           NamedTag{"style", Tag::style},
                           NamedTag{"sub", Tag::sub},
                           NamedTag{"summary", Tag::summary},
                           NamedTag{"sup", Tag::sup},
                           NamedTag{"svg", Tag::svg},
                           NamedTag{"table", Tag::table},
                           NamedTag{"tbody", Tag::tbody},
                           NamedTag{"td", Tag::td},
                           NamedTag{"template", Tag::template_},
                           NamedTag{"textarea", Tag::textarea},
                           NamedTag{"tfoot", Tag::tfoot},
                           NamedTag{"th", Tag::th},
                           NamedTag{"thead", Tag::thead},
                           NamedTag{"time", Tag::time},
                           NamedTag{"title", Tag::title},
                           NamedTag{"tr", Tag::tr},
                           NamedTag{"track", Tag::track},
                           NamedTag{"u", Tag::u},
                           NamedTag{"ul", Tag::ul},
                           NamedTag{"video", Tag::video},
                           NamedTag{"wbr", Tag::wbr}};

constexpr std::size_t longest_name = 10;
constexpr std::size_t slots = 512;

constexpr std::size_t slot_of(std::string_view name) {
  std::size_t hash = name.size();
  for (const char c : name) hash = hash * 37 + static_cast<unsigned char>(c);
  return hash % slots;
}

// Open addressing; a slot holds an index into `names` plus one.
constexpr std::array<std::uint8_t, slots> make_slots() {
  std::array<std::uint8_t, slots> result{};
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::size_t slot = slot_of(names[i].name);
    while (result[slot] != 0) slot = (slot + 1) % slots;
    result[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return result;
}

constexpr std::array<std::uint8_t, slots> slot_table = make_slots();

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.empty() || name.size() > longest_name) return Tag::unknown;
  std::array<char, longest_name> letters;
  std::transform(name.begin(), name.end(), letters.begin(), lower);
  const std::string_view wanted(letters.data(), name.size());
  for (std::size_t slot = slot_of(wanted); slot_table[slot] != 0; slot = (slot + 1) % slots) {
    const NamedTag& entry = names[slot_table[slot] - 1U];
    if (entry.name == wanted) return entry.tag;
  }
  return Tag::unknown;
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::body:
    case Tag::button:
    case Tag::caption:
    case Tag::center:
    case Tag::dd:
    case Tag::details:
    case Tag::dialog:
    case Tag::dir:
    case Tag::div:
    case Tag::dl:
    case Tag::dt:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::head:
    case Tag::header:
    case Tag::hgroup:
    case Tag::hr:
    case Tag::html:
    case Tag::legend:
    case Tag::li:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::optgroup:
    case Tag::option:
    case Tag::p:
    case Tag::pre:
    case Tag::section:
    case Tag::select:
    case Tag::summary:
    case Tag::table:
    case Tag::tbody:
    case Tag::td:
    case Tag::template_:
    case Tag::textarea:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::title:
    case Tag::tr:
    case Tag::ul:
    case Tag::video:
    case Tag::audio:
    case Tag::iframe:
    case Tag::object:
      return true;
    default:
      return false;
  }
}

bool is_void(Tag tag) {
  switch (tag) {
    case Tag::base:
    case Tag::br:
    case Tag::col:
    case Tag::embed:
    case Tag::frame:
    case Tag::hr:
    case Tag::img:
    case Tag::input:
    case Tag::link:
    case Tag::meta:
    case Tag::param:
    case Tag::source:
    case Tag::track:
    case Tag::wbr:
      return true;
    default:
      return false;
  }
}

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  return text.size() == lower_case.size() &&
         std::equal(text.begin(), text.end(), lower_case.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

}  // namespace claimtrail
