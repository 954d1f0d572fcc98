#include "core/model/digest.h"

#include "cli/provenance/data.h"
#include "cli/provenance/html_view.h"
#include "cli/provenance/render.h"
#include "cli/provenance/template.h"
#include "cli/provenance/templates.h"

namespace claimtrail {

std::string render_html(const ProvenanceReport& report) {
  const JsonValue data = report_data(report);
  JsonValue view = page_view(report);
  view.set("style", JsonValue::string(page_template("style")));
  view.set("data_sha256", JsonValue::string(data["data_sha256"].text()));
  view.set("data", JsonValue::string(std::string(data_element_open) +
                                     guarded_json(data, JsonLayout::compact) +
                                     std::string(data_element_close)));
  std::string page = fill_page(view);
  const std::string digest = sha256(page);
  page += page_digest_open;
  page += digest;
  page += page_digest_close;
  return page + "\n";
}

}  // namespace claimtrail
