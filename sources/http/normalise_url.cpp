#include "sources/http/normalise_url.h"

#include <memory>

#include <libpsl.h>

#include "sources/http/web_address.h"

namespace claimtrail {
namespace {

// Parameters that say where a reader came from and never what the page holds. A name is listed only
// when it is the documented property of a tracking product or of one publisher's campaigns; words
// that sites also use for content ("ref", "source", "id", "feed") stay.
constexpr std::array<std::string_view, 5> kTrackingPrefixes{"utm_", "at_", "hsa_", "mtm_", "pk_"};
constexpr std::array<std::string_view, 44> kTrackingNames{"__source",
                                                          "__twitter_impression",
                                                          "_ga",
                                                          "_gl",
                                                          "_hsenc",
                                                          "_hsmi",
                                                          "cmp",
                                                          "cmpid",
                                                          "dclid",
                                                          "epik",
                                                          "fbclid",
                                                          "gbraid",
                                                          "gclid",
                                                          "gclsrc",
                                                          "guccounter",
                                                          "guce_referrer",
                                                          "guce_referrer_sig",
                                                          "icid",
                                                          "igsh",
                                                          "igshid",
                                                          "mc_cid",
                                                          "mc_eid",
                                                          "mkt_tok",
                                                          "msclkid",
                                                          "ncid",
                                                          "ocid",
                                                          "oly_anon_id",
                                                          "oly_enc_id",
                                                          "rb_clickid",
                                                          "s_cid",
                                                          "smid",
                                                          "spm",
                                                          "sr_share",
                                                          "taid",
                                                          "ttclid",
                                                          "twclid",
                                                          "vero_conv",
                                                          "vero_id",
                                                          "wbraid",
                                                          "wt_mc",
                                                          "wt_zmc",
                                                          "xtor",
                                                          "yclid",
                                                          "ysclid"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

bool is_tracking(std::string_view parameter) {
  const std::string name = lower(parameter.substr(0, parameter.find('=')));
  for (const std::string_view prefix : kTrackingPrefixes) {
    if (name.starts_with(prefix)) return true;
  }
  return std::find(kTrackingNames.begin(), kTrackingNames.end(), name) != kTrackingNames.end();
}

/// `query` with its "?"; what is left comes back with one, or empty.
std::string without_tracking(std::string_view query) {
  std::string kept;
  std::size_t start = 1;
  while (start < query.size()) {
    const std::size_t end = std::min(query.find('&', start), query.size());
    const std::string_view parameter = query.substr(start, end - start);
    if (!parameter.empty() && !is_tracking(parameter)) {
      kept += kept.empty() ? '?' : '&';
      kept += parameter;
    }
    start = end + 1;
  }
  return kept;
}

}  // namespace

std::string normalise_url(std::string_view url) {
  auto address = WebAddress::parse(url);
  if (!address) return {};
  address->query = without_tracking(address->query);
  return address->text();
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  const auto address = WebAddress::resolve(base, reference);
  return address ? address->text() + address->fragment : std::string{};
}

std::string without_credentials(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t start = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t end = std::min(url.find_first_of("/?#", start), url.size());
  const std::size_t at = url.substr(start, end - start).rfind('@');
  if (at == std::string_view::npos) return std::string(url);
  return std::string(url.substr(0, start)) + std::string(url.substr(start + at + 1));
}

std::string authority_of(std::string_view url) {
  const auto address = WebAddress::parse(url);
  return address ? address->authority() : std::string{};
}

std::string registrable_domain(std::string_view host) {
  std::string name = lower(host);
  if (name.ends_with('.')) name.pop_back();
  const bool address = name.starts_with('[') || name.find(':') != std::string::npos ||
                       name.find_first_not_of("0123456789.") == std::string::npos;
  if (address) return name;
  const char* domain = psl_registrable_domain(psl_builtin(), name.c_str());
  return domain == nullptr ? name : domain;
}

bool same_registrable_domain(std::string_view url, std::string_view other) {
  const auto one = WebAddress::parse(url);
  const auto two = WebAddress::parse(other);
  return one && two && registrable_domain(one->host) == registrable_domain(two->host);
}

}  // namespace claimtrail
