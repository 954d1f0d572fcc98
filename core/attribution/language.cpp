#include "core/attribution/language.h"

#include "core/syntax/find_model.h"

namespace claimtrail {

Language::Language(std::string code, int edition, const Lexicon& lexicon)
    : code_(std::move(code)), edition_(edition), lexicon_(lexicon) {
  const auto path = find_model(code_);
  if (!path) {
    problem_ = failure("weights-missing", "there are no weights of the parser for '" + code_ + "'",
                       {}, "install " + code_ + ".syntax, or name it in CLAIMTRAIL_WEIGHTS")
                   .value();
    return;
  }
  auto model = SyntaxModel::open(*path);
  if (model) {
    syntax_.emplace(std::move(*model));
  } else {
    problem_ = std::move(model.error());
  }
}

std::string Language::version() const {
  return code_ + " " + std::to_string(edition_) +
         (syntax_ ? ", weights " + syntax_->checksum() : ", no parser");
}

const Language& Language::english() {
  // The edition goes up with every change of what is read in the same text.
  static const Language language("en", 2, Lexicon::english());
  return language;
}

const Language* Language::find(std::string_view code) {
  const std::string_view primary = code.substr(0, code.find_first_of("-_"));
  return primary.empty() || primary == "en" || primary == "EN" ? &english() : nullptr;
}

}  // namespace claimtrail
