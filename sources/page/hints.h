#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sources/page/html_tree.h"

namespace claimtrail {

/// What an element's tag, role, class and id say about its place on the page, as bits. A hint is
/// what the page's authors happened to name a thing: a signal, never a proof.
namespace hint {
inline constexpr std::uint16_t dead = 1;    ///< never shown: scripts, templates, form controls
inline constexpr std::uint16_t hidden = 2;  ///< styled away
inline constexpr std::uint16_t furniture =
    4;  ///< menus, share bars, related stories, advertisements
inline constexpr std::uint16_t comments = 8;     ///< readers' comments
inline constexpr std::uint16_t caption = 16;     ///< words of a picture
inline constexpr std::uint16_t byline = 32;      ///< author, date line, tags of the article
inline constexpr std::uint16_t standfirst = 64;  ///< the sentence under the headline
inline constexpr std::uint16_t content = 128;    ///< what holds the article's body
inline constexpr std::uint16_t weak_furniture =
    256;  ///< often furniture, often not: asides, footers, banners
inline constexpr std::uint16_t author = 512;  ///< names the author
inline constexpr std::uint16_t date = 1024;   ///< holds a date
}  // namespace hint

/// The hints of each node itself, without those of its ancestors.
[[nodiscard]] std::vector<std::uint16_t> hints_of(const HtmlTree& tree);

/// The hints of the words of a class or id: "article__share-bar", "shareBar".
[[nodiscard]] std::uint16_t hints_of_name(std::string_view name);

}  // namespace claimtrail
