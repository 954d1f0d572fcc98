#include "core/attribution/name_table.h"

#include <algorithm>
#include <stdexcept>

#include "core/model/digest.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_entry = 4;  // words

std::vector<std::string> split(std::string_view line, std::string_view separators) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (at < line.size()) {
    const auto end = std::min(line.find_first_of(separators, at), line.size());
    if (end > at) parts.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string joined(const std::vector<std::string>& words, std::string_view by) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : std::string(by)) + word;
  return line;
}

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

}  // namespace

NameTable::NameTable(std::string_view table) {
  for (int number = 1; !table.empty(); ++number) {
    const auto end = std::min(table.find('\n'), table.size());
    const std::vector<std::string> parts = split(table.substr(0, end), " \t\r");
    table.remove_prefix(std::min(end + 1, table.size()));
    if (parts.empty() || parts.front().front() == '#') continue;
    const std::string& kind = parts.front();
    Words* list = kind == "organ:"      ? &organs_
                  : kind == "rank:"     ? &ranks_
                  : kind == "vehicle:"  ? &vehicles_
                  : kind == "generic:"  ? &generic_
                  : kind == "business:" ? &businesses_
                                        : nullptr;
    if (list != nullptr) {
      list->insert(parts.begin() + 1, parts.end());
    } else if ((kind == "nation:" || kind == "same:") && parts.size() > 2) {
      if (kind == "nation:") nations_.insert(parts[1]);
      for (std::size_t i = 2; i < parts.size(); ++i) same_.emplace(parts[i], parts[1]);
      same_.emplace(parts[1], parts[1]);
    } else {
      throw std::logic_error("lexicon names, line " + std::to_string(number) + ": no entry '" +
                             kind + "' of this form");
    }
  }
}

const NameTable& NameTable::english() {
  static const NameTable table(english_names);
  return table;
}

std::vector<std::string> NameTable::words(std::string_view name) const {
  std::vector<std::string> plain = split(name_key(name), " -");
  for (std::string& word : plain) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (word.ends_with("s'")) word.resize(word.size() - 1);
  }
  return written_out(std::move(plain), true);
}

std::vector<std::string> NameTable::written_out(std::vector<std::string> plain,
                                                bool nations) const {
  std::erase_if(plain, [](const std::string& word) {
    return word.empty() || word == "of" || is_article(word);
  });
  std::vector<std::string> result;
  for (std::size_t i = 0; i < plain.size();) {
    std::size_t taken = 0;
    for (std::size_t length = std::min(longest_entry, plain.size() - i); length > 0; --length) {
      std::vector<std::string> run(plain.begin() + static_cast<std::ptrdiff_t>(i),
                                   plain.begin() + static_cast<std::ptrdiff_t>(i + length));
      const auto found = same_.find(joined(run, "_"));
      if (found == same_.end()) continue;
      if (nations_.contains(found->second)) {
        if (!nations) break;
        result.push_back(found->second);
      } else {
        for (std::string& word : split(found->second, "_")) {
          if (word != "of") result.push_back(std::move(word));
        }
      }
      taken = length;
      break;
    }
    if (taken == 0) result.push_back(plain[i]);
    i += std::max<std::size_t>(1, taken);
  }
  return result;
}

std::string NameTable::key(std::string_view name) const {
  std::vector<std::string> compared = words(name);
  const auto holds = [&](const Words& list) {
    return std::any_of(compared.begin(), compared.end(),
                       [&](const std::string& word) { return list.contains(word); });
  };
  if (compared.size() > 1 && holds(nations_) && holds(organs_)) {
    std::sort(compared.begin(), compared.end());
    return joined(compared, " ");
  }
  const std::vector<std::string> plain = written_out(split(name_key(name), " "), false);
  return plain.empty() ? name_key(name) : joined(plain, " ");
}

std::string NameTable::title(std::string_view folded) const {
  const auto found = same_.find(folded);
  return found == same_.end() ? std::string(folded) : found->second;
}

std::string name_key(std::string_view name) {
  static constexpr std::string_view apostrophe = "\xE2\x80\x99";
  std::string key = fold_case(squeeze_blanks(name));
  for (std::size_t at = key.find(apostrophe); at != std::string::npos;
       at = key.find(apostrophe, at)) {
    key.replace(at, apostrophe.size(), "'");
  }
  return key;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  bool starts = true;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at] == ' ' || name[at] == '-') {
      starts = true;
    } else if (starts) {
      starts = false;
      if (name[at] >= 'A' && name[at] <= 'Z') initials.push_back(static_cast<char>(name[at] + 32));
    }
  }
  return initials;
}

std::string head_of(std::string_view name) {
  const std::string key = name_key(name);
  std::size_t end = key.size();
  for (const std::string_view joint : {" of ", " for ", " on "})
    end = std::min(end, key.find(joint));
  const auto before = key.rfind(' ', end == 0 ? 0 : end - 1);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  return key.substr(start, end - start);
}

std::string claimant_id(std::string_view name) {
  return content_id({NameTable::english().key(name)});
}

}  // namespace claimtrail
