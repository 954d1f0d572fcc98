#include "cli/provenance/plot.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/utf8.h"

#include "cli/provenance/axis.h"
#include "cli/provenance/escape.h"
#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

constexpr double day_column = 0;
constexpr double name_column = 128;
constexpr double axis_left = 476;
constexpr double axis_width = 388;
constexpr double total_width = 880;
constexpr double top = 34;
constexpr double row_height = 40;
constexpr double gap_height = 20;
constexpr std::size_t name_characters = 44;
constexpr std::size_t value_characters = 50;
constexpr int long_gap_days = 30;

/// At most `most` characters; a longer text is cut and says so.
std::string shortened(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  std::size_t cut = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == most - 1) cut = at;
    if (count == most) return std::string(text.substr(0, cut)) + "…";
    at += code_point_at(text, at).length;
  }
  return std::string(text);
}

std::string day_label(const FigurePoint& point) {
  if (point.as_of) return days_words(*point.as_of);
  if (point.published) return "published " + day_words(*point.published);
  return "no day";
}

std::optional<Day> last_day(const FigurePoint& point) {
  return point.as_of ? std::optional(point.as_of->to - std::chrono::days{1}) : point.published;
}

std::string gap_words(long long days) {
  if (days >= 700) return fmt::format("{} years later", (days + 182) / 365);
  if (days >= 60) return fmt::format("{} months later", (days + 15) / 30);
  return fmt::format("{} days later", days);
}

class Drawing {
 public:
  Drawing(const FigureSeries& series, const PlotNames& names)
      : series_(series), names_(names), axis_(series.points, axis_width) {}

  std::string draw() {
    place_rows();
    const double bottom = y_ + 4;
    const double height = bottom + 40;
    out_ = fmt::format(
        "<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" "
        "width=\"{0}\" height=\"{1}\" role=\"img\" aria-labelledby=\"{2}-title {2}-desc\">",
        total_width, height, names_.id);
    out_ += fmt::format("<title id=\"{0}-title\">{1}</title><desc id=\"{0}-desc\">{2}</desc>",
                        names_.id, escape_html(names_.title), escape_html(description()));
    draw_axis(bottom);
    for (std::size_t i = 0; i < series_.points.size(); ++i) draw_row(i);
    return std::move(out_) + "</svg>";
  }

 private:
  struct Row {
    double middle = 0;
    std::string day;  ///< empty where it repeats the row before
    std::string gap;
  };

  void place_rows() {
    std::optional<Day> so_far;
    std::string label_before;
    y_ = top;
    for (const FigurePoint& point : series_.points) {
      Row row;
      const auto day = point.day();
      if (day && so_far && (*day - *so_far).count() > long_gap_days) {
        row.gap = gap_words((*day - *so_far).count());
        y_ += gap_height;
      }
      if (day) so_far = std::max(so_far.value_or(*day), last_day(point).value_or(*day));
      const std::string label = day_label(point);
      if (label != label_before || !row.gap.empty()) row.day = label;
      label_before = label;
      row.middle = y_ + row_height / 2;
      y_ += row_height;
      rows_.push_back(std::move(row));
    }
  }

  [[nodiscard]] std::string description() const {
    std::string words = fmt::format(
        "{} by date, each on a {} axis of {}. ", plural(series_.points.size(), "figure", "figures"),
        axis_.logarithmic() ? "logarithmic" : "linear", axis_words(series_));
    for (const FigurePoint& point : series_.points) {
      words += fmt::format("{}: {}{}, {}. ", day_label(point), point.claimant,
                           point.attributed ? "" : " in its own voice", point.value);
    }
    return words + "The table that follows holds the same figures.";
  }

  void text(double x, double y, const char* style, std::string_view words,
            const char* anchor = "start") {
    out_ += fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>",
                        style, x, y, anchor, escape_html(words));
  }

  void line(const char* style, double x1, double y1, double x2, double y2) {
    out_ +=
        fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>",
                    style, x1, y1, x2, y2);
  }

  void draw_axis(double bottom) {
    for (const double tick : axis_.ticks()) {
      const double x = axis_left + axis_.place(tick);
      line("plot-grid", x, top - 8, x, bottom);
      text(x, top - 14, "plot-tick", tick_label(tick), "middle");
      text(x, bottom + 15, "plot-tick", tick_label(tick), "middle");
    }
    line("plot-rule", axis_left, bottom, axis_left + axis_width, bottom);
    text(axis_left + axis_width, bottom + 33, "plot-unit",
         axis_words(series_) + (axis_.logarithmic() ? ", logarithmic axis" : ""), "end");
  }

  void draw_row(std::size_t index) {
    const FigurePoint& point = series_.points[index];
    const Row& row = rows_[index];
    const double y = row.middle;
    const double upper = y - row_height / 2;
    if (!row.gap.empty()) text(day_column, upper - 5, "plot-gap", row.gap);
    if (!row.day.empty()) line("plot-row", day_column, upper, total_width, upper);
    out_ += fmt::format("<g><title>{}: {}{}, {} ({})</title>", escape_html(day_label(point)),
                        escape_html(point.claimant), point.attributed ? "" : " in its own voice",
                        escape_html(point.value), escape_html(fmt::format("{}", outlets(point))));
    draw_day(row, y);
    const std::string name = point.attributed ? point.claimant : point.claimant + " (own voice)";
    text(name_column, y - 3, "plot-name", shortened(name, name_characters));
    text(name_column, y + 13, "plot-value", shortened(point.value, value_characters));
    draw_figure(point, y);
    out_ += "</g>";
  }

  void draw_day(const Row& row, double y) {
    const std::size_t to = row.day.find(" to ");
    if (row.day.starts_with("published ")) {
      text(day_column, y - 3, "plot-gap", "published");
      text(day_column, y + 13, "plot-day", row.day.substr(10));
    } else if (to != std::string::npos) {
      text(day_column, y - 3, "plot-day", row.day.substr(0, to) + " to");
      text(day_column, y + 13, "plot-day", row.day.substr(to + 4));
    } else if (!row.day.empty()) {
      text(day_column, y - 3, "plot-day", row.day);
    }
  }

  [[nodiscard]] static std::string outlets(const FigurePoint& point) {
    std::string names;
    for (const std::string& outlet : point.outlets) {
      names += (names.empty() ? "" : ", ") + outlet;
    }
    return names;
  }

  void draw_figure(const FigurePoint& point, double y) {
    const double left = point.low ? axis_left + axis_.place(*point.low) : axis_left;
    const double right = point.high ? axis_left + axis_.place(*point.high) : axis_left + axis_width;
    if (right - left > 0.05) line("plot-bar", left, y, right, y);
    if (!point.low) arrow(left, y, -1);
    if (!point.high) arrow(right, y, 1);
    if (point.low) mark(left, y, point, point.low_open);
    if (point.high && right - left > 0.05) mark(right, y, point, point.high_open);
  }

  void arrow(double x, double y, int way) {
    out_ += fmt::format("<path class=\"plot-arrow\" d=\"M{:.1f} {:.1f}l{} -5v10z\"/>", x + way * 4,
                        y, way * -9);
  }

  void mark(double x, double y, const FigurePoint& point, bool open) {
    const char* style = open ? "plot-open" : "plot-mark";
    if (point.attributed) {
      out_ +=
          fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"/>", style, x, y);
    } else {
      out_ += fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"9\" height=\"9\"/>",
                          style, x - 4.5, y - 4.5);
    }
  }

  const FigureSeries& series_;
  const PlotNames& names_;
  ValueAxis axis_;
  std::vector<Row> rows_;
  double y_ = 0;
  std::string out_;
};

}  // namespace

std::string draw_plot(const FigureSeries& series, const PlotNames& names) {
  return Drawing(series, names).draw();
}

std::string axis_words(const FigureSeries& series) {
  if (series.unit.empty()) return "number";
  if (series.unit == "person") return "people";
  if (series.unit == "percent") return "percent";
  const std::string& unit = series.unit;
  return unit.ends_with("foot") ? unit.substr(0, unit.size() - 4) + "feet" : unit + "s";
}

}  // namespace claimtrail
