#include "sources/feeds/entry_keys.h"

#include <unordered_map>

#include "core/model/digest.h"

namespace claimtrail {
namespace {

// The id without scheme and host, where it is an address: it outlives a move of the site.
std::string_view lasting_part(std::string_view id) {
  const std::size_t scheme = id.find("://");
  const std::size_t path =
      scheme == std::string_view::npos ? scheme : id.find_first_of("/?", scheme + 3);
  return path == std::string_view::npos || path + 1 == id.size() ? id : id.substr(path);
}

// The first words, enough that no two entries of one time share them by chance; empty: too few.
std::string words_of(const FeedEntry& entry) {
  constexpr std::size_t kFew = 80;
  constexpr std::size_t kReach =
      1'000;  // of the markup: what is added further down changes nothing
  const std::string_view markup = entry.content.empty() ? entry.summary : entry.content;
  std::string words = plain_text(markup.substr(0, kReach));
  return words.size() < kFew ? std::string{} : words;
}

std::vector<std::string> all_keys(const FeedEntry& entry, const std::string& address) {
  std::vector<std::string> keys;
  const std::string title = plain_text(entry.title);
  const std::size_t scheme = address.find("://");
  if (scheme != std::string::npos) {
    keys.push_back(content_id({"address", std::string_view(address).substr(scheme)}));
  }
  const std::string_view id = lasting_part(entry.id);
  const std::string words = words_of(entry);
  const bool has_id = !id.empty();
  const bool has_title = !title.empty();
  const bool has_date = !entry.published.empty();
  if (has_id && has_title) keys.push_back(content_id({"id and title", id, title}));
  if (has_id && has_date) keys.push_back(content_id({"id and date", id, entry.published}));
  if (has_title && has_date) {
    keys.push_back(content_id({"title and date", title, entry.published}));
  }
  if (has_date && !words.empty()) {
    keys.push_back(content_id({"words and date", words, entry.published}));
  }
  return keys;
}

}  // namespace

std::vector<std::vector<std::string>> entry_keys(const std::vector<FeedEntry>& entries,
                                                 const std::vector<std::string>& addresses) {
  std::vector<std::vector<std::string>> keys(entries.size());
  // The address that has the key so far; an empty one: several have it.
  std::unordered_map<std::string, std::string> owner;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    keys[i] = all_keys(entries[i], addresses[i]);
    for (const std::string& key : keys[i]) {
      const auto [found, is_new] = owner.emplace(key, addresses[i]);
      if (!is_new && found->second != addresses[i]) found->second.clear();
    }
  }
  for (auto& list : keys) {
    std::erase_if(list, [&](const std::string& key) { return owner.at(key).empty(); });
  }
  return keys;
}

}  // namespace claimtrail
