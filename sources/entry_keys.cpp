#include "sources/entry_keys.h"

#include <unordered_map>

#include "core/model/digest.h"

namespace claimtrail {
namespace {

std::vector<std::string> all_keys(const FeedEntry& entry, const std::string& address) {
  std::vector<std::string> keys;
  const std::string title = plain_text(entry.title);
  const std::size_t scheme = address.find("://");
  if (scheme != std::string::npos) {
    keys.push_back(content_id({"address", std::string_view(address).substr(scheme)}));
  }
  const bool has_id = !entry.id.empty();
  const bool has_title = !title.empty();
  const bool has_date = !entry.published.empty();
  if (has_id && has_title) keys.push_back(content_id({"id and title", entry.id, title}));
  if (has_id && has_date) keys.push_back(content_id({"id and date", entry.id, entry.published}));
  if (has_title && has_date) {
    keys.push_back(content_id({"title and date", title, entry.published}));
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
