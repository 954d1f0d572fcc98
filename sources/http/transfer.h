#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sources/http/http_client.h"
#include "sources/http/network_address.h"
#include "sources/http/web_address.h"

namespace claimtrail {

/// Which addresses may be connected to.
struct AddressPolicy {
  bool allow_private = false;
  std::vector<Network> allowed;

  /// Why not ("loopback", "private", …); empty when it may.
  [[nodiscard]] std::string refusal(const NetworkAddress& address) const;
};

/// What one hop brought: a response, or where it redirects to.
struct HopAnswer {
  HttpResponse response;
  std::string location;  ///< as sent; empty unless the status is a redirect that names one
};

/// What is asked in one hop.
struct Hop {
  WebAddress address;
  bool send_credentials = false;
  long long time_left_ms = 0;
};

/// One libcurl easy handle with its callbacks, used for one hop after another. Policy and
/// options must outlive it. Callbacks never throw through libcurl.
class Transfer {
 public:
  Transfer(const AddressPolicy& policy, const HttpOptions& options);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  void prepare(const HttpRequest& request, const Hop& hop);
  /// The CURL easy handle, to be driven by a multi handle.
  [[nodiscard]] void* handle() const;
  /// After libcurl ended the hop with the CURLcode `code`.
  [[nodiscard]] Result<HopAnswer> finish(int code);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace claimtrail
