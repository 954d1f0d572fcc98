#pragma once

#include <string>
#include <string_view>

#include "sources/http/robots.h"

namespace claimtrail {

/// The spelling in which rules and addresses are compared: percent-encoded unreserved letters
/// decoded, hexadecimal digits in upper case. In a pattern bytes outside ASCII are encoded and "*"
/// stays what it is; in an address "*" and "$" are encoded, since there they mean themselves.
enum class RobotsText { pattern, address };
[[nodiscard]] std::string normalise_for_robots(std::string_view text, RobotsText kind);

/// The product token that a user agent or the value of a User-agent line begins with, in lower
/// case.
[[nodiscard]] std::string product_token(std::string_view text);

/// Takes a robots.txt apart, line by line.
class RobotsReader {
 public:
  void read(std::string_view bytes);
  [[nodiscard]] RobotsRules take() { return std::move(rules_); }

 private:
  enum class Key { agent, allow, disallow, delay, sitemap, other };
  void read_line(std::string_view line);
  [[nodiscard]] static Key key_of(std::string_view name);
  void add_agent(std::string_view value);
  void add_rule(RobotsAccess access, std::string_view value, std::string_view line);
  void note_delay(std::string_view value);

  RobotsRules rules_;
  int line_ = 0;
  bool open_for_agents_ = false;  ///< a User-agent line joins the last group
};

}  // namespace claimtrail
