#include "cli/desk/documents.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "core/model/names.h"

#include "sources/feeds/feed.h"
#include "sources/page/read_page.h"

namespace claimtrail {
namespace {

constexpr std::array<Name<InputKind>, 4> input_names = {{{InputKind::html, "html"},
                                                         {InputKind::text, "text"},
                                                         {InputKind::ndjson, "ndjson"},
                                                         {InputKind::feed, "feed"}}};

constexpr std::array<Name<InputKind>, 13> suffixes = {{{InputKind::html, ".html"},
                                                       {InputKind::html, ".htm"},
                                                       {InputKind::html, ".xhtml"},
                                                       {InputKind::text, ".txt"},
                                                       {InputKind::text, ".text"},
                                                       {InputKind::text, ".md"},
                                                       {InputKind::ndjson, ".ndjson"},
                                                       {InputKind::ndjson, ".jsonl"},
                                                       {InputKind::ndjson, ".json"},
                                                       {InputKind::feed, ".xml"},
                                                       {InputKind::feed, ".rss"},
                                                       {InputKind::feed, ".atom"},
                                                       {InputKind::feed, ".rdf"}}};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// A line break ends a paragraph unless the sentence visibly goes on in the next line.
bool goes_on(std::string_view before, std::string_view after) {
  return (!after.empty() && after.front() >= 'a' && after.front() <= 'z') ||
         (!before.empty() && before.back() == ',');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// A picture, an archive, a PDF: whoever reads pages says what it is instead.
bool is_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return head.find('\0') != std::string_view::npos || head.starts_with("%PDF-");
}

// The paragraphs of text[from, end) as body blocks, without touching a byte of the text.
void add_paragraphs(Document& document, std::size_t from) {
  const std::string_view text = document.text;
  const std::size_t headlines = document.blocks.size();
  bool after_blank_line = true;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string_view line = trimmed(text.substr(from, end - from));
    from = end + 1;
    if (line.empty()) {
      after_blank_line = true;
      continue;
    }
    const auto start = static_cast<std::uint32_t>(line.data() - text.data());
    const auto stop = static_cast<std::uint32_t>(start + line.size());
    if (!after_blank_line && document.blocks.size() > headlines &&
        goes_on(document.blocks.back().span.of(text), line)) {
      document.blocks.back().span.end = stop;
    } else {
      document.blocks.push_back({BlockKind::body, {start, stop}});
    }
    after_blank_line = false;
  }
}

std::string string_field(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd()) return {};
  if (found->value.IsString()) {
    return {found->value.GetString(), found->value.GetStringLength()};
  }
  if (found->value.IsInt64()) return std::to_string(found->value.GetInt64());
  return {};
}

void warn(std::vector<Diagnostic>* warnings, const DocumentInput& input, std::string message) {
  if (warnings == nullptr) return;
  Diagnostic diagnostic;
  diagnostic.code = "unreadable-date";
  diagnostic.severity = DiagnosticSeverity::warning;
  diagnostic.message = std::move(message);
  diagnostic.file = input.place;
  diagnostic.hint = "give a day (2025-04-26) or an RFC 3339 time (2025-04-26T08:30:00Z)";
  warnings->push_back(std::move(diagnostic));
}

Result<Document> read_json_line(const DocumentInput& input, std::vector<Diagnostic>* warnings) {
  constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  rapidjson::Document object;
  object.Parse<flags>(input.bytes.data(), input.bytes.size());
  if (object.HasParseError()) {
    return failure("bad-json",
                   fmt::format("not a JSON object: {} (byte {})",
                               rapidjson::GetParseError_En(object.GetParseError()),
                               object.GetErrorOffset() + 1),
                   input.place, "NDJSON is one JSON object a line");
  }
  if (!object.IsObject()) {
    return failure("bad-json", "not a JSON object", input.place,
                   "NDJSON is one JSON object a line");
  }
  const auto text = object.FindMember("text");
  if (text == object.MemberEnd() || !text->value.IsString()) {
    return failure("no-text", "the document has no \"text\"", input.place);
  }
  Document document;
  document.id = string_field(object, "id");
  document.url = string_field(object, "url");
  document.title = string_field(object, "title");
  document.outlet = string_field(object, "outlet");
  document.language = string_field(object, "language");
  const std::string published = string_field(object, "published");
  if (!published.empty()) {
    document.published = parse_published(published);
    if (!document.published) document.published = parse_feed_date(published);
    if (document.published) document.published_origin.signal = "document";
    if (!document.published) {
      warn(warnings, input, fmt::format("cannot read the publication time '{}'", published));
    }
  }
  if (!trimmed(document.title).empty()) {
    const std::string_view words = trimmed(document.title);
    const auto start = static_cast<std::uint32_t>(words.data() - document.title.data());
    document.text = document.title + "\n\n";
    document.blocks.push_back(
        {BlockKind::headline, {start, static_cast<std::uint32_t>(start + words.size())}});
  }
  const std::size_t body = document.text.size();
  document.text.append(text->value.GetString(), text->value.GetStringLength());
  add_paragraphs(document, body);
  return document;
}

Result<Document> read_text(std::string_view bytes) {
  if (is_binary(bytes)) return failure("not-text", "the file is no text", {}, "try --input html");
  Document document = read_plain_text(bytes);
  if (document.blocks.empty()) return failure("no-text", "there is no text in it");
  return document;
}

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

void outrank(std::string& field, const std::string& value) {
  if (!value.empty()) field = value;
}

}  // namespace

Result<Document> read_document(const DocumentInput& input, std::vector<Diagnostic>* warnings) {
  if (input.kind == InputKind::ndjson) {
    Result<Document> document = read_json_line(input, warnings);
    if (!document) return document;
    fill(document->id, input.id);
    fill(document->url, input.url);
    fill(document->outlet, input.outlet);
    if (!document->published && input.published) {
      document->published = input.published;
      document->published_origin.signal = "given";
    }
    return document;
  }
  Result<Document> document =
      input.kind == InputKind::text
          ? read_text(input.bytes)
          : read_page({input.bytes, input.content_type, input.url, input.fetched_at, input.need});
  if (!document) {
    if (document.error().file.empty()) document.error().file = input.place;
    return document;
  }
  outrank(document->id, input.id);
  outrank(document->url, input.url);
  outrank(document->outlet, input.outlet);
  if (input.published) {
    document->published = input.published;
    document->published_origin.signal = "given";
  }
  return document;
}

std::string id_of_file(std::string_view path) {
  return std::filesystem::path(path).stem().string();
}

InputKind guess_input(std::string_view name, std::string_view content_type,
                      std::string_view first_bytes) {
  const std::string suffix = lower(std::filesystem::path(name).extension().string());
  const auto by_suffix = value_of(suffixes, suffix);
  if (is_json_feed(first_bytes)) return InputKind::feed;
  if (by_suffix && *by_suffix != InputKind::feed) return *by_suffix;
  const std::string type = lower(content_type.substr(0, content_type.find(';')));
  if (type.find("ndjson") != std::string::npos || type.find("jsonl") != std::string::npos ||
      type.find("json-seq") != std::string::npos) {
    return InputKind::ndjson;
  }
  if (type.find("text/plain") != std::string::npos) return InputKind::text;
  std::string_view look = first_bytes;
  if (look.starts_with("\xEF\xBB\xBF")) look.remove_prefix(3);
  look = trimmed(look);
  if (look.starts_with('{')) return InputKind::ndjson;
  const std::string head = lower(look.substr(0, 1024));
  const bool page = head.find("<html") != std::string::npos;
  for (const char* mark : {"<rss", "<feed", "<rdf:rdf"}) {
    if (head.find(mark) != std::string::npos && !page) return InputKind::feed;
  }
  if (by_suffix && !page) return *by_suffix;
  if (is_binary(look)) return InputKind::html;
  if (type.find("html") != std::string::npos || head.starts_with('<')) return InputKind::html;
  return InputKind::text;
}

bool next_line(std::istream& stream, std::string& line, long long& number, std::size_t limit) {
  std::streambuf* buffer = stream.rdbuf();
  constexpr int end_of_stream = std::char_traits<char>::eof();
  for (;;) {
    line.clear();
    bool blank = true;
    int c = buffer->sbumpc();
    if (c == end_of_stream) return false;
    ++number;
    for (; c != end_of_stream && c != '\n'; c = buffer->sbumpc()) {
      blank = blank && is_blank(static_cast<char>(c));
      if (line.size() <= limit) line += static_cast<char>(c);
    }
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (!blank) return true;
  }
}

const char* to_string(InputKind kind) { return name_of(input_names, kind); }

std::optional<InputKind> parse_input_kind(std::string_view text) {
  return value_of(input_names, text);
}

}  // namespace claimtrail
