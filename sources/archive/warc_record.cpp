#include "sources/archive/warc_record.h"

namespace claimtrail {
namespace {

constexpr std::array<const char*, 9> kTypes{"warcinfo",   "response",     "resource",
                                            "request",    "metadata",     "revisit",
                                            "conversion", "continuation", "other"};

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

const char* to_string(WarcType type) { return kTypes[static_cast<std::size_t>(type)]; }

WarcType parse_warc_type(std::string_view name) {
  for (std::size_t i = 0; i < kTypes.size(); ++i) {
    if (same_name(kTypes[i], name)) return static_cast<WarcType>(i);
  }
  return WarcType::other;
}

bool same_name(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trim_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view WarcRecord::field(std::string_view name) const {
  for (const WarcField& field : fields) {
    if (same_name(field.name, name)) return field.value;
  }
  return {};
}

std::vector<WarcField> parse_fields(std::string_view lines) {
  std::vector<WarcField> fields;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (!fields.empty() && !line.empty() && (line.front() == ' ' || line.front() == '\t')) {
      fields.back().value += ' ';
      fields.back().value += trim_blanks(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields.push_back({std::string(trim_blanks(line.substr(0, colon))),
                      std::string(trim_blanks(line.substr(colon + 1)))});
  }
  return fields;
}

std::string_view target_uri(const WarcRecord& record) {
  std::string_view uri = record.field("WARC-Target-URI");
  if (uri.size() > 1 && uri.front() == '<' && uri.back() == '>')
    uri = uri.substr(1, uri.size() - 2);
  return uri;
}

}  // namespace claimtrail
