#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

#include <rapidjson/document.h>

#include "core/text/utf8.h"

#include "sources/charset/entities.h"
#include "sources/page/signals.h"

namespace claimtrail {
namespace {

using Value = rapidjson::Value;

constexpr std::size_t longest_script = std::size_t{2} << 20;

std::string_view view(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

const Value* member(const Value& object, const char* name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

// Markup and character references get into JSON-LD by way of templates.
std::string plain(std::string_view text) { return squeeze_blanks(decode_entities(text)); }

bool is_article_type(std::string_view type) {
  constexpr std::array types{"NewsArticle",
                             "Article",
                             "BlogPosting",
                             "ReportageNewsArticle",
                             "AnalysisNewsArticle",
                             "OpinionNewsArticle",
                             "LiveBlogPosting",
                             "Report",
                             "ScholarlyArticle",
                             "TechArticle",
                             "SocialMediaPosting",
                             "BackgroundNewsArticle",
                             "ReviewNewsArticle",
                             "AdvertiserContentArticle",
                             "SatiricalArticle",
                             "Review",
                             "Recipe",
                             "CreativeWork"};
  if (const auto slash = type.rfind('/'); slash != std::string_view::npos) {
    type.remove_prefix(slash + 1);
  }
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool has_article_type(const Value& object) {
  const Value* type = member(object, "@type");
  if (type == nullptr) return false;
  if (type->IsString()) return is_article_type(view(*type));
  if (!type->IsArray()) return false;
  return std::any_of(type->Begin(), type->End(),
                     [](const Value& one) { return one.IsString() && is_article_type(view(one)); });
}

class Reader {
 public:
  StructuredArticle read(const std::vector<std::string_view>& scripts) {
    for (const std::string_view script : scripts) parse(script);
    std::vector<const Value*> articles;
    for (const Value* object : objects_) {
      if (has_article_type(*object)) articles.push_back(object);
    }
    StructuredArticle result;
    for (const Value* article : articles) fill(*article, result);
    return result;
  }

 private:
  void parse(std::string_view script) {
    constexpr std::string_view cdata = "<![CDATA[";
    if (const auto open = script.substr(0, 64).find(cdata); open != std::string_view::npos) {
      script.remove_prefix(open + cdata.size());
    }
    const auto first = script.find_first_of("{[");
    if (first == std::string_view::npos || script.size() - first > longest_script) return;
    std::string text(script.substr(first));
    for (char& c : text) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    rapidjson::Document& document = documents_.emplace_back();
    constexpr unsigned flags = rapidjson::kParseIterativeFlag |
                               rapidjson::kParseTrailingCommasFlag | rapidjson::kParseCommentsFlag |
                               rapidjson::kParseStopWhenDoneFlag;
    document.Parse<flags>(text.c_str(), text.size());
    if (!document.HasParseError()) collect(document);
  }

  // The objects that stand for the page: top level, in arrays, in "@graph", as its main entity.
  // What is nested deeper are other articles that the page links to.
  void collect(const Value& root) {
    std::vector<const Value*> pending{&root};
    while (!pending.empty()) {
      const Value* value = pending.back();
      pending.pop_back();
      if (value->IsArray()) {
        for (auto i = value->Size(); i-- > 0;) pending.push_back(&(*value)[i]);
        continue;
      }
      if (!value->IsObject()) continue;
      objects_.push_back(value);
      if (const Value* id = member(*value, "@id"); id != nullptr && id->IsString()) {
        by_id_.emplace(view(*id), value);
      }
      for (const char* inner : {"mainEntity", "@graph"}) {
        if (const Value* found = member(*value, inner)) pending.push_back(found);
      }
    }
  }

  [[nodiscard]] const Value& resolved(const Value& value) const {
    const Value* id = member(value, "@id");
    if (id == nullptr || !id->IsString() || member(value, "name") != nullptr) return value;
    const auto found = by_id_.find(view(*id));
    return found == by_id_.end() ? value : *found->second;
  }

  [[nodiscard]] static std::string text_member(const Value& object, const char* name) {
    const Value* value = member(object, name);
    if (value != nullptr && value->IsArray() && !value->Empty()) value = &(*value)[0];
    return value != nullptr && value->IsString() ? plain(view(*value)) : std::string{};
  }

  [[nodiscard]] std::string name_of(const Value& value) const {
    if (value.IsString()) return plain(view(value));
    const Value& object = resolved(value);
    return object.IsObject() ? text_member(object, "name") : std::string{};
  }

  void add_authors(const Value& value, std::vector<std::string>& authors) const {
    if (value.IsArray()) {
      for (const Value& one : value.GetArray()) {
        if (!one.IsArray()) add_authors(one, authors);
      }
      return;
    }
    if (value.IsObject()) {
      // {"name": ["A", "B"]} is one object for two people.
      const Value* names = member(resolved(value), "name");
      if (names != nullptr && names->IsArray()) {
        for (const Value& one : names->GetArray()) {
          if (one.IsString()) authors.push_back(plain(view(one)));
        }
        return;
      }
    }
    std::string name = name_of(value);
    if (!name.empty()) authors.push_back(std::move(name));
  }

  void fill(const Value& article, StructuredArticle& result) const {
    const auto take = [](std::string& field, std::string value) {
      if (field.empty()) field = std::move(value);
    };
    result.found = true;
    take(result.headline, text_member(article, "headline"));
    if (result.headline.empty()) take(result.headline, text_member(article, "name"));
    take(result.description, text_member(article, "description"));
    take(result.date_published, text_member(article, "datePublished"));
    if (result.date_published.empty()) {
      take(result.date_published, text_member(article, "dateCreated"));
    }
    take(result.date_modified, text_member(article, "dateModified"));
    take(result.url, text_member(article, "url"));
    if (const Value* publisher = member(article, "publisher")) {
      take(result.publisher,
           name_of(publisher->IsArray() && !publisher->Empty() ? (*publisher)[0] : *publisher));
    }
    if (const Value* author = member(article, "author");
        author != nullptr && result.authors.empty()) {
      add_authors(*author, result.authors);
    }
  }

  std::deque<rapidjson::Document> documents_;
  std::vector<const Value*> objects_;
  std::unordered_map<std::string_view, const Value*> by_id_;
};

}  // namespace

StructuredArticle read_structured_data(const std::vector<std::string_view>& scripts) {
  return Reader().read(scripts);
}

}  // namespace claimtrail
