#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimtrail {

struct XmlAttribute {
  std::string_view prefix;
  std::string_view name;  ///< without the prefix
  std::string_view qualified;
  std::string_view value;
};

enum class XmlEventKind : std::uint8_t { start, end, text, finished };

struct XmlEvent {
  XmlEventKind kind = XmlEventKind::finished;
  std::string_view qualified;  ///< "dc:date"
  std::string_view prefix;
  std::string_view name;                 ///< local name
  std::string_view space;                ///< namespace; for an undeclared prefix the prefix itself
  std::vector<XmlAttribute> attributes;  ///< without declarations of namespaces
  std::string_view text;                 ///< characters, references resolved
};

/// The text without the white space of XML at its ends.
[[nodiscard]] std::string_view trim_white_space(std::string_view text);

/// Reads XML as feeds really are, an event at a time. What is well-formed is read by XML 1.0 and
/// Namespaces in XML 1.0. What is not is repaired as readers expect: a stray "&" or "<" is itself,
/// HTML's named characters are known, control characters are dropped, attributes may lack quotes,
/// an end tag closes what is open inside its element or is ignored, and at the end of a truncated
/// document everything is closed. Document types are skipped: of their entities only short literal
/// ones are known, none is ever fetched or expanded again, so no input grows. Time is linear;
/// nothing recurses. Views stay valid as long as the reader and the text it was given.
class XmlReader {
 public:
  explicit XmlReader(std::string_view utf8) : source_(utf8) {}

  /// The next event; `finished` at the end, then always. The event is overwritten by the next call.
  const XmlEvent& next();

  /// How many elements are open.
  [[nodiscard]] std::size_t depth() const { return open_.size(); }

 private:
  struct Open {
    std::string_view qualified;
    std::size_t declarations;  ///< how many there were before it
  };
  struct Declaration {
    std::string_view prefix;
    std::string_view space;
  };

  bool read_tag();
  void read_start_tag();
  bool read_end_tag();
  void read_attributes();
  std::string_view read_value();
  void skip_declaration();
  void read_doctype();
  void read_entity(std::string_view declaration);
  void read_text();
  void emit_end();
  void set_name(std::string_view qualified);
  void resolve_names();
  [[nodiscard]] std::string_view space_of(std::string_view prefix) const;
  std::string_view clean(std::string_view raw, bool references);
  std::size_t append_reference(std::string_view after_ampersand, std::string& out) const;

  std::string_view source_;
  std::size_t at_ = 0;
  XmlEvent event_;
  std::vector<Open> open_;
  std::vector<Declaration> declarations_;
  std::unordered_map<std::string_view, std::string_view> entities_;
  std::deque<std::string> kept_;  ///< names of namespaces, values with references
  std::string text_;
  std::size_t ends_ = 0;  ///< end events still to be given
  bool self_closed_ = false;
  bool comment_end_missing_ = false;
  bool cdata_end_missing_ = false;
};

}  // namespace claimtrail
