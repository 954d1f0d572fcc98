#include "sources/archive/http_block.h"

#include <charconv>

#include <fmt/format.h>

#include "sources/archive/warc_digest.h"

namespace claimtrail {
namespace {

constexpr std::string_view kOriginal = "X-Archive-Orig-";
constexpr std::array<std::string_view, 3> kCodings{"Transfer-Encoding", "Content-Encoding",
                                                   "Content-Length"};

struct Parts {
  std::string_view head;  ///< without the empty line
  std::string_view body;
};

Parts split(std::string_view block) {
  std::size_t at = 0;
  while ((at = block.find('\n', at)) != std::string_view::npos) {
    const std::string_view rest = block.substr(at + 1);
    if (rest.starts_with("\r\n")) return {block.substr(0, at), rest.substr(2)};
    if (rest.starts_with("\n")) return {block.substr(0, at), rest.substr(1)};
    ++at;
  }
  return {block, {}};
}

std::string value_of(const std::vector<WarcField>& fields, std::string_view name) {
  for (const WarcField& field : fields) {
    if (same_name(field.name, name)) return field.value;
  }
  return {};
}

/// The body of chunks (RFC 9112, 7.1); nothing where it is none. Chunks cut short give what is
/// there.
std::optional<std::string> without_chunks(std::string_view body) {
  std::string out;
  while (true) {
    const std::size_t end = body.find('\n');
    const std::string_view line = trim_blanks(body.substr(0, std::min(end, body.size())));
    std::size_t size = 0;
    const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool fits =
        error == std::errc() && (stop == line.data() + line.size() || *stop == ';' || *stop == ' ');
    if (!fits || end == std::string_view::npos) {
      return out.empty() ? std::nullopt : std::make_optional(std::move(out));
    }
    if (size == 0) return out;
    body.remove_prefix(end + 1);
    out += body.substr(0, size);
    if (size >= body.size()) return out;
    body.remove_prefix(size);
    if (body.starts_with("\r")) body.remove_prefix(1);
    if (!body.starts_with("\n")) return std::nullopt;
    body.remove_prefix(1);
  }
}

bool chunked(const std::vector<WarcField>& fields) {
  const std::string coding = value_of(fields, "Transfer-Encoding");
  return coding.size() >= 7 && same_name(coding.substr(coding.size() - 7), "chunked");
}

/// Whether a body shows by its first bytes that a coding is still on it.
bool still_coded(std::string_view body, std::string_view coding) {
  if (same_name(coding, "gzip") || same_name(coding, "x-gzip")) return body.starts_with("\x1f\x8b");
  return true;
}

bool looks_like_markup(std::string_view body) {
  const std::string_view text = trim_blanks(body.substr(0, 64));
  return text.starts_with("<") || text.starts_with("\xef\xbb\xbf<");
}

Result<std::string> without_codings(std::string body, std::string_view codings,
                                    const UnpackLimits& limits) {
  // The coding named last was put on last. No honest server puts on more than a few.
  for (int taken = 0; !codings.empty() && taken < 4; ++taken) {
    const std::size_t comma = codings.rfind(',');
    const std::string_view coding =
        trim_blanks(comma == std::string_view::npos ? codings : codings.substr(comma + 1));
    codings = comma == std::string_view::npos ? std::string_view() : codings.substr(0, comma);
    if (!still_coded(body, coding) || looks_like_markup(body)) continue;
    Result<std::string> plain = unpack(body, coding, limits);
    if (!plain) return plain;
    body = std::move(*plain);
  }
  return body;
}

/// The lines of a head as they were received, joined by "\r\n".
std::string received(std::string_view status_line, const std::vector<WarcField>& fields) {
  std::string lines(trim_blanks(status_line));
  for (const WarcField& field : fields) {
    std::string_view name = field.name;
    if (name.size() > kOriginal.size() && same_name(name.substr(0, kOriginal.size()), kOriginal)) {
      name.remove_prefix(kOriginal.size());
    }
    lines += fmt::format("\r\n{}: {}", name, field.value);
  }
  return lines;
}

}  // namespace

Result<ArchivedResponse> read_response(std::string_view block, const UnpackLimits& limits) {
  const Parts parts = split(block);
  const std::size_t line = std::min(parts.head.find('\n'), parts.head.size());
  const std::string_view status_line = parts.head.substr(0, line);
  const std::size_t blank = status_line.find(' ');
  ArchivedResponse response;
  if (!status_line.starts_with("HTTP/") || blank == std::string_view::npos) {
    return failure("no-http", "the record holds no HTTP response");
  }
  const std::string_view code = trim_blanks(status_line.substr(blank));
  (void)std::from_chars(code.data(), code.data() + code.size(), response.status);
  const std::vector<WarcField> fields =
      parse_fields(parts.head.substr(std::min(line + 1, parts.head.size())));
  response.headers = received(status_line, fields);
  response.content_type = value_of(fields, "Content-Type");
  std::optional<std::string> whole;
  if (chunked(fields)) whole = without_chunks(parts.body);
  Result<std::string> body = without_codings(whole ? std::move(*whole) : std::string(parts.body),
                                             value_of(fields, "Content-Encoding"), limits);
  if (!body) return tl::unexpected(body.error());
  if (body->size() > limits.most_bytes) {
    return failure("too-large", fmt::format("larger than {} bytes", limits.most_bytes));
  }
  response.body = std::move(*body);
  return response;
}

std::string_view protocol_of(std::string_view headers) {
  if (headers.starts_with("HTTP/2")) return "h2";
  if (headers.starts_with("HTTP/3")) return "h3";
  return {};
}

std::string archived_head(std::string_view headers, std::size_t body_size) {
  const std::size_t line = std::min(headers.find('\n'), headers.size());
  std::string status(trim_blanks(headers.substr(0, line)));
  if (!protocol_of(status).empty()) {
    status = fmt::format("HTTP/1.1{}", status.substr(std::min(status.find(' '), status.size())));
  }
  if (status.size() < 13) status += " ";
  std::string head = status;
  for (const WarcField& field : parse_fields(headers.substr(std::min(line + 1, headers.size())))) {
    const bool coding = std::any_of(kCodings.begin(), kCodings.end(), [&](std::string_view name) {
      return same_name(name, field.name);
    });
    const bool fits =
        same_name(field.name, "Content-Length") && field.value == std::to_string(body_size);
    head += fmt::format("\r\n{}{}: {}", coding && !fits ? kOriginal : "", field.name, field.value);
  }
  head += "\r\n\r\n";
  return head;
}

std::optional<bool> has_payload_digest(const WarcRecord& record, std::string_view labelled) {
  if (record.type == WarcType::resource) return has_digest(record.block, labelled);
  const Parts parts = split(record.block);
  const std::optional<bool> raw = has_digest(parts.body, labelled);
  if (raw.value_or(true)) return raw;
  const std::vector<WarcField> fields = parse_fields(parts.head);
  if (!chunked(fields)) return raw;
  const std::optional<std::string> whole = without_chunks(parts.body);
  return whole ? has_digest(*whole, labelled) : raw;
}

}  // namespace claimtrail
