#include "cli/review/state.h"

#include <array>
#include <cstdlib>

#include <unistd.h>

#include "core/model/names.h"
#include "core/model/time.h"

#include "cli/review/decide.h"

namespace claimtrail {
namespace {

constexpr std::array<Name<Decision>, 8> decisions{{{Decision::confirm, "confirm"},
                                                   {Decision::dismiss, "dismiss"},
                                                   {Decision::explain, "explain"},
                                                   {Decision::suppress, "suppress"},
                                                   {Decision::reopen, "reopen"},
                                                   {Decision::accept, "accept"},
                                                   {Decision::reject, "reject"},
                                                   {Decision::correct, "correct"}}};

std::string_view next_word(std::string_view& text) {
  const std::size_t blank = text.find(' ');
  const std::string_view word = text.substr(0, blank);
  text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  return word;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "localhost";
  return name.data();
}

}  // namespace

std::string to_string(const FlagState& state) {
  std::string text = to_string(state.status);
  if (!state.code.empty()) text += " " + state.code;
  if (!state.until.empty()) text += " until " + state.until;
  return text;
}

std::optional<FlagState> parse_flag_state(std::string_view text) {
  const auto status = parse_flag_status(next_word(text));
  if (!status) return std::nullopt;
  FlagState state;
  state.status = *status;
  std::string_view word = next_word(text);
  if (!word.empty() && word != "until") {
    state.code = word;
    word = next_word(text);
  }
  if (word == "until") {
    state.until = next_word(text);
    if (!parse_day(state.until)) return std::nullopt;
    word = next_word(text);
  }
  return word.empty() && text.empty() ? std::optional(state) : std::nullopt;
}

void apply(Flag& flag, const FlagState& state) {
  flag.status = state.status;
  flag.status_code = state.code;
  flag.suppressed_until = state.until;
}

std::string stored_claim_state(std::string_view review_state) {
  return std::string(review_state.substr(0, review_state.find(':')));
}

std::string state_of(const Flag& flag) {
  return to_string(FlagState{flag.status, flag.status_code, flag.suppressed_until});
}

const std::vector<std::string>& reason_codes() {
  static const std::vector<std::string> codes{"as_of_differs",      "scope_differs",
                                              "definition_differs", "superseded",
                                              "translation",        "extraction_error"};
  return codes;
}

std::string reviewer_name(const std::string& given) {
  if (!given.empty()) return given;
  if (const std::string named = environment("CLAIMTRAIL_REVIEWER"); !named.empty()) return named;
  std::string user = environment("USER");
  if (user.empty()) user = environment("LOGNAME");
  if (user.empty()) user = "uid" + std::to_string(getuid());
  return user + "@" + host_name();
}

const char* to_string(Decision decision) { return name_of(decisions, decision); }

std::optional<Decision> parse_decision(std::string_view name) { return value_of(decisions, name); }

bool is_about_claims(Decision decision) {
  return decision == Decision::accept || decision == Decision::reject ||
         decision == Decision::correct;
}

}  // namespace claimtrail
