#include "core/store/sqlite/json.h"

#include <stdexcept>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "core/store/store.h"

namespace claimtrail::sqlite {
namespace {

using Json = rapidjson::Value;

class Writer {
 public:
  void key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void string(const std::string& value) {
    if (!writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()))) {
      throw std::invalid_argument("a text to be stored is not valid UTF-8");
    }
  }
  void member(std::string_view name, const std::string& value) {
    key(name);
    string(value);
  }
  void boolean(bool value) { writer_.Bool(value); }
  template <class Work>
  void object(Work&& work) {
    writer_.StartObject();
    work();
    writer_.EndObject();
  }
  template <class Items, class Work>
  void array(const Items& items, Work&& work) {
    writer_.StartArray();
    for (const auto& item : items) work(item);
    writer_.EndArray();
  }
  void strings(const std::vector<std::string>& values) {
    array(values, [this](const std::string& value) { string(value); });
  }
  void span(Span value) {
    writer_.StartArray();
    writer_.Uint(value.start);
    writer_.Uint(value.end);
    writer_.EndArray();
  }
  void spans(const std::vector<Span>& values) {
    array(values, [this](Span value) { span(value); });
  }
  [[nodiscard]] std::string result() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                    rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>
      writer_{buffer_};
};

void expect(bool holds) {
  if (!holds) {
    throw StoreError(
        StoreError::Kind::damaged,
        "the database is damaged: a column that holds JSON holds something else; restore a backup");
  }
}

rapidjson::Document parse(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(
      json.data(), json.size());
  expect(!document.HasParseError() && document.IsArray());
  return document;
}

std::string string_of(const Json& json) {
  expect(json.IsString());
  return {json.GetString(), json.GetStringLength()};
}

const Json& member(const Json& json, const char* name) {
  expect(json.IsObject());
  const auto found = json.FindMember(name);
  expect(found != json.MemberEnd());
  return found->value;
}

std::string text(const Json& json, const char* name) { return string_of(member(json, name)); }

bool boolean(const Json& json, const char* name) {
  const Json& value = member(json, name);
  expect(value.IsBool());
  return value.GetBool();
}

template <class Item, class Read>
std::vector<Item> list(const Json& json, Read&& read) {
  expect(json.IsArray());
  std::vector<Item> items;
  items.reserve(json.Size());
  for (const Json& item : json.GetArray()) items.push_back(read(item));
  return items;
}

std::vector<std::string> strings(const Json& json) { return list<std::string>(json, string_of); }

Span span_of(const Json& json) {
  expect(json.IsArray() && json.Size() == 2 && json[0].IsUint() && json[1].IsUint());
  return {json[0].GetUint(), json[1].GetUint()};
}

WhyPair why_pair_of(const Json& json) {
  return {.a = text(json, "a"),
          .b = text(json, "b"),
          .atoms = list<AtomValue>(
              member(json, "atoms"),
              [](const Json& atom) {
                return AtomValue{text(atom, "atom"), text(atom, "values"), boolean(atom, "holds")};
              }),
          .exceptions_tried = strings(member(json, "exceptions_tried")),
          .change = text(json, "change")};
}

FrozenEvidence evidence_of(const Json& json) {
  return {.claim = text(json, "claim"),
          .report = text(json, "report"),
          .revision = text(json, "revision"),
          .outlet = text(json, "outlet"),
          .url = text(json, "url"),
          .exact = text(json, "exact"),
          .content = list<Span>(member(json, "content"), span_of),
          .claimant = text(json, "claimant"),
          .value = text(json, "value"),
          .raw_sha256 = text(json, "raw_sha256"),
          .text_sha256 = text(json, "text_sha256"),
          .fetched_at = text(json, "fetched_at")};
}

}  // namespace

std::string strings_to_json(const std::vector<std::string>& values) {
  Writer out;
  out.strings(values);
  return out.result();
}

std::vector<std::string> strings_from_json(std::string_view json) { return strings(parse(json)); }

std::string spans_to_json(const std::vector<Span>& spans) {
  Writer out;
  out.spans(spans);
  return out.result();
}

std::vector<Span> spans_from_json(std::string_view json) {
  return list<Span>(parse(json), span_of);
}

std::string sides_to_json(const std::vector<Side>& sides) {
  Writer out;
  out.array(sides, [&](const Side& side) {
    out.object([&] {
      out.member("position", side.position);
      out.key("claims");
      out.strings(side.claims);
    });
  });
  return out.result();
}

std::vector<Side> sides_from_json(std::string_view json) {
  return list<Side>(parse(json), [](const Json& side) {
    return Side{text(side, "position"), strings(member(side, "claims"))};
  });
}

std::string why_to_json(const std::vector<WhyPair>& why) {
  Writer out;
  out.array(why, [&](const WhyPair& pair) {
    out.object([&] {
      out.member("a", pair.a);
      out.member("b", pair.b);
      out.key("atoms");
      out.array(pair.atoms, [&](const AtomValue& atom) {
        out.object([&] {
          out.member("atom", atom.atom);
          out.member("values", atom.values);
          out.key("holds");
          out.boolean(atom.holds);
        });
      });
      out.key("exceptions_tried");
      out.strings(pair.exceptions_tried);
      out.member("change", pair.change);
    });
  });
  return out.result();
}

std::vector<WhyPair> why_from_json(std::string_view json) {
  return list<WhyPair>(parse(json), why_pair_of);
}

std::string evidence_to_json(const std::vector<FrozenEvidence>& evidence) {
  Writer out;
  out.array(evidence, [&](const FrozenEvidence& item) {
    out.object([&] {
      out.member("claim", item.claim);
      out.member("report", item.report);
      out.member("revision", item.revision);
      out.member("outlet", item.outlet);
      out.member("url", item.url);
      out.member("exact", item.exact);
      out.key("content");
      out.spans(item.content);
      out.member("claimant", item.claimant);
      out.member("value", item.value);
      out.member("raw_sha256", item.raw_sha256);
      out.member("text_sha256", item.text_sha256);
      out.member("fetched_at", item.fetched_at);
    });
  });
  return out.result();
}

std::vector<FrozenEvidence> evidence_from_json(std::string_view json) {
  return list<FrozenEvidence>(parse(json), evidence_of);
}

}  // namespace claimtrail::sqlite
