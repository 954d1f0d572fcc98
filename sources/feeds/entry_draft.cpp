#include "sources/feeds/entry_draft.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/text/utf8.h"

namespace claimtrail {

void FeedTarget::store(std::string value) const {
  if (value.empty()) return;
  if (held != nullptr) {
    if (rank >= *held) return;
    *held = rank;
  }
  *field = std::move(value);
}

EntryDraft::EntryDraft(std::string_view about) {
  constexpr int kAbout = 5;
  FeedTarget{&entry.id, &ranks.id, kAbout}.store(std::string(about));
}

void EntryDraft::add_author(std::string_view name) {
  std::string author = squeeze_blanks(name);
  if (author.empty() || std::find(authors_.begin(), authors_.end(), author) != authors_.end()) {
    return;
  }
  authors_.push_back(std::move(author));
}

void EntryDraft::add_tag(std::string_view tag) {
  std::string word = squeeze_blanks(tag);
  if (!word.empty()) entry.tags.push_back(std::move(word));
}

void EntryDraft::add_tag_list(std::string_view tags) {
  for (std::size_t at = 0; at <= tags.size();) {
    const std::size_t comma = std::min(tags.find(',', at), tags.size());
    add_tag(tags.substr(at, comma - at));
    at = comma + 1;
  }
}

FeedEntry EntryDraft::finish() {
  entry.author = fmt::format("{}", fmt::join(authors_, ", "));
  if (entry.summary.empty()) entry.summary = entry.content;
  if (entry.link.empty() && guid_is_link && entry.id.starts_with("http")) entry.link = entry.id;
  return std::move(entry);
}

}  // namespace claimtrail
