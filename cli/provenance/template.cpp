#include "cli/provenance/template.h"

#include <stdexcept>

#include <kainjow/mustache.hpp>

#include "cli/provenance/escape.h"
#include "cli/provenance/templates.h"

namespace claimtrail {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

data to_data(const JsonValue& value) {
  switch (value.kind()) {
    case JsonValue::Kind::object: {
      data object(data::type::object);
      for (const auto& [key, member] : value.members()) object.set(key, to_data(member));
      return object;
    }
    case JsonValue::Kind::array: {
      data list(data::type::list);
      for (const JsonValue& item : value.items()) list.push_back(to_data(item));
      return list;
    }
    case JsonValue::Kind::boolean:
      return data(value.text() == "true");
    case JsonValue::Kind::null:
      return data(false);
    case JsonValue::Kind::string:
    case JsonValue::Kind::number:
      break;
  }
  return data(value.text());
}

/// Partials are put in place once: the library would parse them anew at every use.
std::string with_partials(std::string_view name) {
  std::string_view page = page_template(name);
  std::string whole;
  for (;;) {
    const std::size_t open = page.find("{{>");
    whole += page.substr(0, open);
    if (open == std::string_view::npos) return whole;
    const std::size_t close = page.find("}}", open);
    whole += with_partials(page.substr(open + 3, close - open - 3));
    page.remove_prefix(close + 2);
  }
}

}  // namespace

std::string fill_page(const JsonValue& view) {
  mustache page(with_partials("report"));
  if (!page.is_valid()) throw std::logic_error("page template: " + page.error_message());
  page.set_custom_escape([](const std::string& text) { return escape_html(text); });
  return page.render(to_data(view));
}

}  // namespace claimtrail
