#include "sources/archive/warc_captures.h"

#include <fmt/format.h>

namespace claimtrail {
namespace {

constexpr std::size_t kLargestDeskBlock = std::size_t{256} << 10U;

bool media_type_is(std::string_view content_type, std::string_view wanted) {
  return same_name(
      trim_blanks(content_type.substr(0, std::min(content_type.find(';'), content_type.size()))),
      wanted);
}

bool is_html(std::string_view content_type) {
  return media_type_is(content_type, "text/html") ||
         media_type_is(content_type, "application/xhtml+xml");
}

/// Resources that only a desk's own notes make a document.
bool may_be_document(std::string_view content_type) {
  return media_type_is(content_type, "text/plain") ||
         media_type_is(content_type, "application/x-ndjson");
}

class Lister {
 public:
  void take(const WarcRecord& record, std::size_t ordinal) {
    switch (record.type) {
      case WarcType::response:
        return take_response(record, ordinal);
      case WarcType::resource:
        return take_resource(record, ordinal);
      case WarcType::revisit:
        return take_revisit(record, ordinal);
      case WarcType::metadata:
        return take_metadata(record);
      default:
        return;
    }
  }

  WarcListing finish() {
    auto& captures = listing_.captures;
    const auto undocumented = [&](const WarcCapture& capture) {
      return capture.desk.empty() && needs_notes_.contains(capture.ordinal);
    };
    listing_.other_types += static_cast<int>(std::erase_if(captures, undocumented));
    std::stable_sort(captures.begin(), captures.end(),
                     [](const WarcCapture& a, const WarcCapture& b) { return a.at < b.at; });
    return std::move(listing_);
  }

 private:
  WarcCapture* add(const WarcRecord& record, std::size_t ordinal, WarcCapture::Kind kind) {
    WarcCapture capture;
    const auto at = parse_timestamp(record.field("WARC-Date"));
    capture.url = target_uri(record);
    if (!at || capture.url.empty()) {
      ++listing_.unreadable;
      return nullptr;
    }
    capture.kind = kind;
    capture.at = *at;
    capture.offset = record.offset;
    capture.addressable = record.addressable;
    capture.ordinal = ordinal;
    last_id_ = record.field("WARC-Record-ID");
    listing_.captures.push_back(std::move(capture));
    return &listing_.captures.back();
  }

  void take_response(const WarcRecord& record, std::size_t ordinal) {
    if (!media_type_is(record.field("Content-Type"), "application/http")) {
      ++listing_.other_types;  // dns: and the like
      return;
    }
    const std::string_view block = record.block;
    const std::size_t end = std::min(block.find("\r\n\r\n"), block.size());
    const std::string head = std::string(block.substr(0, end)) + "\r\n\r\n";
    if (!head.starts_with("HTTP/")) {
      ++listing_.unreadable;
      return;
    }
    const std::vector<WarcField> fields = parse_fields(head);
    const auto type = std::find_if(fields.begin(), fields.end(), [](const WarcField& field) {
      return same_name(field.name, "Content-Type");
    });
    const std::size_t blank = std::min(head.find(' '), head.size() - 1);
    if (trim_blanks(std::string_view(head).substr(blank + 1, 4)) != "200") {
      ++listing_.other_statuses;
      return;
    }
    if (type != fields.end() && may_be_document(type->value)) {
      needs_notes_.insert(ordinal);
    } else if (type != fields.end() && !is_html(type->value)) {
      ++listing_.other_types;
      return;
    }
    (void)add(record, ordinal, WarcCapture::Kind::page);
  }

  void take_resource(const WarcRecord& record, std::size_t ordinal) {
    const std::string_view type = record.field("Content-Type");
    if (!is_html(type) && !may_be_document(type)) {
      ++listing_.other_types;
      return;
    }
    if (add(record, ordinal, WarcCapture::Kind::page) != nullptr && !is_html(type)) {
      needs_notes_.insert(ordinal);
    }
  }

  void take_revisit(const WarcRecord& record, std::size_t ordinal) {
    WarcCapture* capture = add(record, ordinal, WarcCapture::Kind::revisit);
    if (capture == nullptr) return;
    capture->not_modified =
        record.field("WARC-Profile").find("server-not-modified") != std::string_view::npos;
  }

  void take_metadata(const WarcRecord& record) {
    if (listing_.captures.empty() || record.field("WARC-Concurrent-To") != last_id_) return;
    if (record.block.size() > kLargestDeskBlock) return;
    std::vector<WarcField> fields = parse_fields(record.block);
    if (fields.empty() || !fields.front().name.starts_with("claimtrail-")) return;
    listing_.captures.back().desk = std::move(fields);
  }

  WarcListing listing_;
  std::string last_id_;
  std::set<std::size_t> needs_notes_;
};

/// What the desk that wrote the file knew outranks the record.
void take_notes(ArchivedPage& page, const std::vector<WarcField>& notes) {
  page.content_type.clear();
  for (const WarcField& note : notes) {
    if (note.value.empty()) continue;
    if (note.name == "claimtrail-given") page.given = note.value;
    if (note.name == "claimtrail-input") page.input = note.value;
    if (note.name == "claimtrail-source") page.source = note.value;
    if (note.name == "claimtrail-answered-by") page.answered_by = note.value;
    if (note.name == "claimtrail-content-type") page.content_type = note.value;
  }
}

}  // namespace

Result<WarcListing> list_captures(const std::string& path) {
  Result<WarcReader> reader =
      WarcReader::open(path, {.digests = WarcReaderOptions::Digests::ignore});
  if (!reader) return tl::unexpected(reader.error());
  Lister lister;
  WarcRecord record;
  std::size_t ordinal = 0;
  for (; reader->next(record); ++ordinal) lister.take(record, ordinal);
  WarcListing listing = lister.finish();
  listing.problems = reader->problems();
  if (ordinal == 0 && !listing.problems.empty()) {
    return failure("no-warc", "no WARC record can be read from this file", path,
                   listing.problems.front().message);
  }
  return listing;
}

WarcPages::WarcPages(std::string path, WarcReader reader, const UnpackLimits& limits)
    : path_(std::move(path)), reader_(std::move(reader)), limits_(limits) {}

Result<WarcPages> WarcPages::open(const std::string& path, const UnpackLimits& limits) {
  Result<WarcReader> reader = WarcReader::open(path);
  if (!reader) return tl::unexpected(reader.error());
  return WarcPages(path, std::move(*reader), limits);
}

Result<ArchivedPage> WarcPages::read(const WarcCapture& capture) {
  if (capture.ordinal != next_ordinal_ && capture.addressable && reader_.seek(capture.offset)) {
    next_ordinal_ = capture.ordinal;
  }
  if (capture.ordinal < next_ordinal_) {
    return failure("warc-order", "its records are packed together and not in the order of time",
                   path_, "unpack it with 'gzip -dc' and read the unpacked file");
  }
  bool there = true;
  while (there && next_ordinal_ <= capture.ordinal) {
    there = reader_.next(record_);
    ++next_ordinal_;
  }
  if (!there || target_uri(record_) != capture.url) {
    return failure("warc-changed", "the file was changed while it was read", path_);
  }
  Result<ArchivedPage> page = read_record();
  if (!page) {
    page.error().file = fmt::format("{}: {}", path_, capture.url);
    return page;
  }
  page->answered_by = capture.url;
  if (!capture.desk.empty()) take_notes(*page, capture.desk);
  return page;
}

Result<ArchivedPage> WarcPages::read_record() const {
  ArchivedPage page;
  if (record_.type == WarcType::resource) {
    page.content_type = record_.field("Content-Type");
    page.body = record_.block;
    return page;
  }
  Result<ArchivedResponse> response = read_response(record_.block, limits_);
  if (!response) return tl::unexpected(response.error());
  page.status = response->status;
  page.headers = std::move(response->headers);
  page.content_type = std::move(response->content_type);
  page.body = std::move(response->body);
  return page;
}

}  // namespace claimtrail
