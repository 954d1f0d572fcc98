#include "cli/help/version.h"

#include <CLI/Version.hpp>
#include <Poco/Version.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <curl/curl.h>
#include <fmt/format.h>
#include <openssl/crypto.h>
#include <sqlite3.h>
#include <unicode/uversion.h>
#include <zstd.h>

#include "core/analysis.h"

namespace claimtrail {
namespace {

std::string poco_version() {
  return fmt::format("{}.{}.{}", POCO_VERSION >> 24, (POCO_VERSION >> 16) & 0xFF,
                     (POCO_VERSION >> 8) & 0xFF);
}

}  // namespace

std::string version_text() {
  return fmt::format(
      "claimtrail {}\nextractor: {}\ncompiler: {}\n"
      "libraries: SQLite {}, SQLiteCpp {}, libcurl {}, ICU {}, OpenSSL {}, zstd {}, "
      "Poco {}, fmt {}.{}.{}, CLI11 {}\n",
      CLAIMTRAIL_VERSION, extractor_version(), __VERSION__, sqlite3_libversion(), SQLITECPP_VERSION,
      curl_version_info(CURLVERSION_NOW)->version, U_ICU_VERSION,
      OpenSSL_version(OPENSSL_VERSION_STRING), ZSTD_versionString(), poco_version(),
      FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100, CLI11_VERSION);
}

}  // namespace claimtrail
