#include <set>
#include <sstream>

#include "cli/commands/rule_tools.h"
#include "cli/commands/session.h"
#include "cli/render/json.h"
#include "rules/language/fields.h"
#include "rules/reader/pack_keys.h"

namespace claimtrail {
namespace {

constexpr std::size_t kLongestExpression = std::size_t{8} << 10U;

/// The table of keys as JSON Schema (draft 2020-12), one definition an object.
class SchemaWriter {
 public:
  std::string write() {
    json_.begin_object();
    json_.string("$schema", "https://json-schema.org/draft/2020-12/schema");
    json_.string("title", "claimtrail rule pack");
    object_body("pack");
    json_.begin_object("$defs");
    json_.begin_object("field");
    json_.begin_array("enum");
    for (const FieldRow& row : field_table()) {
      if (row.of == FieldOf::reading) json_.text_item(row.name);
    }
    json_.end_array();
    json_.end_object();
    std::set<std::string_view> done{"pack"};
    for (const PackKey& row : pack_keys()) {
      if (!done.insert(row.object).second) continue;
      json_.begin_object(row.object);
      object_body(row.object);
      json_.end_object();
    }
    json_.end_object();
    json_.end_object();
    return json_.take_line();
  }

 private:
  void object_body(std::string_view object) {
    json_.string("type", "object");
    json_.boolean("additionalProperties", false);
    json_.begin_object("properties");
    for (const PackKey& row : pack_keys()) {
      if (row.object == object) property(row);
    }
    json_.end_object();
    json_.begin_array("required");
    for (const PackKey& row : pack_keys()) {
      if (row.object == object && row.required) json_.text_item(row.key);
    }
    json_.end_array();
  }

  void property(const PackKey& row) {
    using Kind = PackKey::Kind;
    json_.begin_object(row.key);
    json_.string("description", row.meaning);
    switch (row.kind) {
      case Kind::text:
        scalar_types();
        break;
      case Kind::expression:
        json_.begin_array("type");
        json_.text_item("string");
        json_.text_item("boolean");
        json_.end_array();
        json_.integer("maxLength", kLongestExpression);
        break;
      case Kind::number:
        json_.string("type", "integer");
        json_.integer("minimum", 0);
        break;
      case Kind::truth:
        json_.string("type", "boolean");
        break;
      case Kind::word:
        words(row.words);
        break;
      case Kind::field:
        json_.string("$ref", "#/$defs/field");
        break;
      case Kind::texts:
        one_or_list([this] { scalar_types(); });
        break;
      case Kind::fields:
        one_or_list([this] { json_.string("$ref", "#/$defs/field"); });
        break;
      case Kind::object:
        json_.string("$ref", reference(row.of));
        break;
      case Kind::objects:
        json_.string("type", "array");
        json_.begin_object("items");
        json_.string("$ref", reference(row.of));
        json_.end_object();
        break;
      case Kind::named_text:
        json_.string("type", "object");
        json_.begin_object("additionalProperties");
        json_.begin_array("type");
        json_.text_item("string");
        json_.text_item("boolean");
        json_.end_array();
        json_.end_object();
        break;
      case Kind::named_list:
        json_.string("type", "object");
        json_.begin_object("additionalProperties");
        one_or_list([this] { scalar_types(); });
        json_.end_object();
        break;
      case Kind::sides:
        json_.begin_array("type");
        json_.text_item("integer");
        json_.text_item("array");
        json_.end_array();
        break;
    }
    json_.end_object();
  }

  static std::string reference(std::string_view object) { return "#/$defs/" + std::string(object); }

  void scalar_types() {
    json_.begin_array("type");
    for (const char* type : {"string", "number", "boolean"}) json_.text_item(type);
    json_.end_array();
  }

  void words(std::string_view list) {
    json_.begin_array("enum");
    std::istringstream stream{std::string(list)};
    for (std::string word; stream >> word;) json_.text_item(word);
    json_.end_array();
  }

  template <class One>
  void one_or_list(One one) {
    json_.begin_array("anyOf");
    json_.begin_object();
    one();
    json_.end_object();
    json_.begin_object();
    json_.string("type", "array");
    json_.begin_object("items");
    one();
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }

  JsonWriter json_;
};

}  // namespace

void define_rules_schema(Command& rules) {
  Command& schema =
      rules.nested("schema", "print the JSON Schema of rule packs, for editors that read YAML");
  schema.examples({"claimtrail rules schema > claimtrail-rules.schema.json"});
  schema.on_run([](Session& session) {
    session.output().write(SchemaWriter().write());
    return ExitCode::fine;
  });
}

}  // namespace claimtrail
