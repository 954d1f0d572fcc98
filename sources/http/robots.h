#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

enum class RobotsAccess { allowed, disallowed };

/// What a robots.txt says of one address, and where it says so.
struct RobotsDecision {
  RobotsAccess access = RobotsAccess::allowed;
  int line = 0;      ///< of the rule that decided, 1-based; 0: no rule matched, which allows
  std::string rule;  ///< that line as written, without blanks around it and without its comment
  std::string
      group;  ///< the agent the rules stand under, as written; "*"; empty: no group is meant

  /// "robots.txt line 3: Disallow: /private", or that nothing in it forbids the address.
  [[nodiscard]] std::string reason() const;
};

/// A robots.txt by RFC 9309, read once and asked many times.
///
/// Of all groups whose product token is the agent's (case aside) the rules count together; only
/// where there is none, those of "*". The longest rule that matches decides, an Allow wins a tie;
/// "*" stands for any bytes, a "$" at the end for the end of the address. Percent-encoding is
/// compared as RFC 9309 2.2.2 says: unreserved letters decoded, hexadecimal digits in upper case,
/// bytes outside ASCII in a rule encoded. The address is taken as it is asked for: a byte outside
/// ASCII that it has not encoded is another byte. Lines that are no rule (Sitemap, Crawl-delay,
/// mistakes) neither begin nor end a group. Beyond the RFC, as the largest crawlers do and site
/// owners test against: usual misspellings ("dissallow"), a blank for the colon, and an Allow of
/// ".../index.html" allows ".../" too. That /robots.txt itself is never forbidden is for the
/// fetcher to know.
///
/// Cost: parsing is linear; a decision takes at most the length of the rules plus the number of
/// rules times the length of the address. Everything is safe on any bytes; const calls on many
/// threads.
class RobotsRules {
 public:
  /// What lies behind it is not read (RFC 9309 2.5 asks for at least as much).
  static constexpr std::size_t kMostBytes = 500 * 1024;

  [[nodiscard]] static RobotsRules parse(std::string_view bytes);

  /// `agent` is a product token, or a user agent that begins with one ("claimtrail/1.0"); `url` an
  /// address, or a path.
  [[nodiscard]] RobotsDecision decide(std::string_view agent, std::string_view url) const;

  /// Crawl-delay, which is not in the RFC, of the groups that count for the agent: the longest of
  /// them. Nothing where there is none or it is no number.
  [[nodiscard]] std::optional<std::chrono::milliseconds> crawl_delay(std::string_view agent) const;

  /// What Sitemap lines name, in order, as written.
  [[nodiscard]] const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  friend class RobotsReader;
  struct Rule {
    RobotsAccess access;
    std::string pattern;  ///< normalised, without its closing "$"
    bool to_the_end = false;
    int line = 0;
    std::string text;
    [[nodiscard]] std::size_t length() const { return pattern.size() + (to_the_end ? 1 : 0); }
  };
  struct Agent {
    std::string token;  ///< lower case; "*"
    std::string written;
    std::optional<std::chrono::milliseconds> delay;
  };
  struct Group {
    std::vector<Agent> agents;
    std::vector<Rule> rules;
  };
  /// The groups that count for the agent, each with the agent line that made it count.
  [[nodiscard]] std::vector<std::pair<const Group*, const Agent*>> groups_for(
      std::string_view agent) const;
  [[nodiscard]] static bool matches(const Rule& rule, std::string_view path);

  std::vector<Group> groups_;
  std::vector<std::string> sitemaps_;
};

}  // namespace claimtrail
