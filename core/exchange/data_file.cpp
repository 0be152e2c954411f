#include "exchange/data_file.h"

#include "architecture/suggestion.h"
#include "architecture/text.h"
#include "exchange/file_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace loadframe {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{64} << 20;

/// Units as they stand in headers. Not "m" and "d", which as often mean something else.
constexpr std::array<std::string_view, 14> header_units{
    "ns", "us", "\u00B5s", "\u03BCs", "ms", "s", "sec", "seconds", "min", "minutes", "h", "hours", "millis", "nanos"};

struct Row {
  std::size_t line = 0;
  std::vector<std::string> fields;
};

bool is_number(std::string_view text) { return number_from_text(text) || duration_from_text(text); }

std::vector<std::string> fields_of(std::string_view line) {
  const bool has_semicolons = line.find(';') != std::string_view::npos;
  const char separator = line.find('\t') != std::string_view::npos ? '\t' : has_semicolons ? ';' : ',';
  std::vector<std::string> fields;
  while (true) {
    const auto end = line.find(separator);
    std::string_view field = trimmed(line.substr(0, end));
    if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
      field = trimmed(field.substr(1, field.size() - 2));
    fields.emplace_back(field);
    // Where the fields do not end with commas, a comma in a number is that of German and French.
    if (separator != ',') std::replace(fields.back().begin(), fields.back().end(), ',', '.');
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

std::string at_line(const fs::path& file, std::size_t line) { return file.string() + ":" + std::to_string(line); }

/// The lines with something in them; a header is the first of them.
Result<std::vector<Row>> rows_of(const fs::path& file) {
  const auto content = read_file(file, largest_file);
  if (!content) return content.diagnostic();
  std::string_view text = *content;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<Row> rows;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view content_of_line = trimmed(text.substr(0, end));
    if (!content_of_line.empty() && content_of_line.front() != '#') rows.push_back({line, fields_of(content_of_line)});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rows;
}

/// "ms" of "latency_ms", "latency (ms)" or "ms"; empty if the header tells of no unit.
std::string_view unit_in(std::string_view header) {
  constexpr std::string_view ends = " \t()[]_-./";
  while (!header.empty() && ends.find(header.back()) != std::string_view::npos) header.remove_suffix(1);
  const auto before = header.find_last_of(ends);
  const std::string_view word = before == std::string_view::npos ? header : header.substr(before + 1);
  if (std::find(header_units.begin(), header_units.end(), word) == header_units.end()) return {};
  return word == "millis" ? "ms" : word == "nanos" ? "ns" : word;
}

/// The unit for a column of times: the one given, or else the header's.
/// @param rows loses its header
std::string unit_of_column(std::vector<Row>& rows, std::string_view given) {
  std::string unit(given);
  if (rows.empty() || is_number(rows.front().fields.front())) return unit;
  if (unit.empty()) unit = unit_in(rows.front().fields.front());
  rows.erase(rows.begin());
  return unit;
}

/// The time in a row's first column, whatever it is.
Result<Duration> time_of(const fs::path& file, const Row& row, const std::string& unit) {
  const std::string& field = row.fields.front();
  auto time = duration_from_text(field);
  if (!time && !unit.empty()) time = duration_from_text(field + " " + unit);
  if (time) return *time;
  if (unit.empty() && number_from_text(field))
    return error(at_line(file, row.line), in_quotes(field) + " has no unit",
                 "name it in the header, such as \"latency_ms\", or write \"@" + file.filename().string() + " in ms\"");
  return error(at_line(file, row.line), in_quotes(field) + " is not a time",
               "write a number there, or remove the line");
}

/// A time that something can take.
Result<Duration> length_of(const fs::path& file, const Row& row, const std::string& unit) {
  const auto time = time_of(file, row, unit);
  if (time && (*time < Duration{} || *time > longest_time))
    return error(at_line(file, row.line), in_quotes(row.fields.front()) + " is not a time from 0 s to 365 days",
                 "remove the line, or check the unit");
  return time;
}

struct FileName {
  fs::path file;
  std::string_view unit;
};

/// What "@times.csv in ms" names, if the text is of that form.
/// @param word may stand before it
std::optional<FileName> file_named(std::string_view text, std::string_view word, const fs::path& folder) {
  text = trimmed(text);
  if (text.starts_with(word)) text = trimmed(text.substr(word.size()));
  if (!text.starts_with('@')) return std::nullopt;
  text = trimmed(text.substr(1));
  FileName name;
  constexpr std::string_view before_unit = " in ";
  const auto at = text.rfind(before_unit);
  if (at != std::string_view::npos) {
    const std::string_view unit = trimmed(text.substr(at + before_unit.size()));
    if (duration_from_text("1 " + std::string(unit))) {
      name.unit = unit;
      text = trimmed(text.substr(0, at));
    }
  }
  name.file = folder / fs::path(std::string(text));
  return name;
}

template <class Value>
Result<SettingValue> within_range(const Setting& setting, Result<Value> read) {
  if (!read) return read.diagnostic();
  SettingValue value{*std::move(read)};
  if (auto problem = out_of_range(setting, value)) return *problem;
  return value;
}

}  // namespace

Result<Law> law_from_file(const fs::path& file, std::string_view unit, std::vector<Diagnostic>& warnings) {
  auto content = rows_of(file);
  if (!content) return content.diagnostic();
  std::vector<Row> rows = std::move(content).value();
  const std::string unit_of_numbers = unit_of_column(rows, unit);
  if (rows.empty())
    return error(file.string(), "there are no times in it", "write a time into the first column of each line");
  std::vector<Duration> times;
  for (const Row& row : rows) {
    const auto time = length_of(file, row, unit_of_numbers);
    if (!time) return time.diagnostic();
    times.push_back(*time);
  }
  if (times.size() > most_times)
    warnings.push_back(warning(file.string(), "its " + std::to_string(times.size()) +
                                                  " times are reduced to 1,000 equally likely ones, each the mean of "
                                                  "a thousandth of them"));
  return empirical(std::move(times));
}

Result<Profile> profile_from_file(const fs::path& file, std::string_view unit) {
  auto content = rows_of(file);
  if (!content) return content.diagnostic();
  std::vector<Row> rows = std::move(content).value();
  const std::string unit_of_times = unit_of_column(rows, unit);
  if (rows.size() > most_profile_points)
    return error(file.string(), "it has " + std::to_string(rows.size()) + " rows, and a profile at most 10,000",
                 "keep fewer, for example one a minute");
  std::vector<ProfilePoint> points;
  Duration start;
  for (const Row& row : rows) {
    const auto time = time_of(file, row, unit_of_times);
    if (!time) return time.diagnostic();
    if (*time < Duration{})
      return error(at_line(file, row.line), "its time is before the start", "count times from the start");
    const auto factor = number_from_text(row.fields.size() > 1 ? row.fields[1] : std::string());
    if (!factor || !(*factor >= 0 && *factor <= largest_factor))
      return error(at_line(file, row.line), "its second column is not a number from 0 to 10,000,000",
                   "write a time and the factor on the traffic from then on, such as \"30,2.5\"");
    if (points.empty()) start = *time;
    points.push_back({*time - start, *factor});
    if (points.size() > 1 && points.back().at <= points[points.size() - 2].at)
      return error(at_line(file, row.line), "its time is not after that of the row before",
                   "put the rows in order of time");
  }
  if (points.empty())
    return error(file.string(), "there is no traffic in it",
                 "write a time and the factor on the traffic from then on into each line, such as \"30,2.5\"");
  return steps(std::move(points));
}

Result<SettingValue> setting_value_from_text(const Setting& setting, std::string_view text, const fs::path& folder,
                                             std::vector<Diagnostic>& warnings) {
  if (setting.type == SettingType::law)
    if (const auto name = file_named(text, law_shape_key(LawShape::empirical), folder))
      return within_range(setting, law_from_file(name->file, name->unit, warnings));
  if (setting.type == SettingType::profile)
    if (const auto name = file_named(text, profile_shape_key(ProfileShape::steps), folder))
      return within_range(setting, profile_from_file(name->file, name->unit));
  return setting_value_from_text(setting, text);
}

}  // namespace loadframe
