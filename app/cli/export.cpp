#include "architecture/suggestion.h"
#include "cli/commands.h"
#include "cli/streams.h"
#include "diagram/picture_export.h"
#include "diagram/theme.h"

#include <unistd.h>

#include <QGuiApplication>
#include <filesystem>
#include <string>

namespace loadframe::cli {

namespace {

constexpr Option options[] = {
    {"to", "FORMAT", "png, svg or pdf (default: by the suffix of --output)."},
    {"output", "FILE", "Where to write it (default: the layout's name with the format's suffix).", 'o'},
    {"scale", "NUMBER", "PNG: pixels per canvas unit, 0.1 to 8 (default: 2)."},
    {"theme", "NAME", "Colours: light, dark or another theme (default: light)."},
    {"links", "STYLE", "How links are led: curved or square (default: curved)."},
    {"transparent", "", "Leave out the background."},
};

/// The words of a list in Qt's text, as candidates for what was meant.
class Words {
public:
  void add(const QString& word) { words_.push_back(word.toStdString()); }
  Diagnostic unknown(std::string_view what, const std::string& word) const {
    std::string all;
    for (const std::string& each : words_) all += (all.empty() ? "choose one of " : ", ") + each;
    const std::vector<std::string_view> candidates(words_.begin(), words_.end());
    return error({}, "there is no " + std::string(what) + " " + in_quotes(word), did_you_mean(word, candidates, all));
  }

private:
  std::vector<std::string> words_;
};

Result<PictureFormat> read_format(const Arguments& arguments) {
  std::string key = arguments.value("to").value_or("");
  if (key.empty()) {
    const std::string suffix = std::filesystem::path(arguments.value("output").value_or("")).extension().string();
    if (suffix.empty()) return error({}, "the format is missing", "write --to png, --to svg or --to pdf");
    key = suffix.substr(1);
  }
  if (const auto format = picture_format_from_key(QString::fromStdString(key))) return *format;
  Words words;
  for (const PictureFormatDescription& row : picture_formats()) words.add(row.key);
  return words.unknown("picture format", key);
}

Result<PictureOptions> read_options(const Arguments& arguments) {
  const auto scale = arguments.number("scale", 2, 0.1, 8);
  if (!scale) return scale.diagnostic();
  PictureOptions picture;
  picture.scale = *scale;
  picture.transparent = arguments.has("transparent");
  const std::string style = arguments.value("links").value_or("curved");
  if (style == "square") {
    picture.links = LinkStyle::orthogonal;
  } else if (style != "curved") {
    Words styles;
    for (const char* const one : {"curved", "square"}) styles.add(QString::fromLatin1(one));
    return styles.unknown("style of links", style);
  }
  const std::string key = arguments.value("theme").value_or("light");
  Words words;
  for (const Theme& each : themes()) {
    words.add(each.key);
    if (each.key == QString::fromStdString(key)) {
      picture.theme = each.key;
      return picture;
    }
  }
  return words.unknown("theme", key);
}

std::string output_of(const Arguments& arguments, PictureFormat format) {
  if (const auto given = arguments.value("output")) return *given;
  if (arguments.operand() == "-") return "-";
  const QString suffix = picture_formats()[static_cast<std::size_t>(format)].key;
  return std::filesystem::path(arguments.operand()).stem().string() + "." + suffix.toStdString();
}

/// Qt warns of what only matters to windows, such as a missing runtime folder; that is no news to scripts.
void print_serious(QtMsgType type, const QMessageLogContext&, const QString& message) {
  if (type == QtCriticalMsg || type == QtFatalMsg) report(error("Qt", message.toStdString()));
}

/// Pictures need fonts, and so an application; the offscreen platform needs no display.
class OffscreenApplication {
public:
  OffscreenApplication() : application_(count_, words_) {}

private:
  char name_[14] = "loadframe-cli";
  char platform_[10] = "-platform";
  char offscreen_[10] = "offscreen";
  char* words_[4] = {name_, platform_, offscreen_, nullptr};
  int count_ = 3;
  QGuiApplication application_;
};

int export_file(const Arguments& arguments) {
  qInstallMessageHandler(print_serious);
  const OffscreenApplication application;
  const auto format = read_format(arguments);
  if (!format) return usage_error(arguments, format.diagnostic());
  const auto picture = read_options(arguments);
  if (!picture) return usage_error(arguments, picture.diagnostic());
  const std::string output = output_of(arguments, *format);
  if (output == "-" && ::isatty(STDOUT_FILENO))
    return usage_error(arguments,
                       error({}, "a picture cannot be shown in a terminal", "write -o FILE, or redirect it"));

  const auto layout = open_layout(arguments.operand());
  if (!layout) {
    report(layout.diagnostic());
    return status_no;
  }
  const auto content = export_picture(layout->architecture, *format, *picture);
  if (!content) {
    report(content.diagnostic());
    return status_no;
  }
  const auto problem = write_output(output, {content->constData(), static_cast<std::size_t>(content->size())});
  if (problem) report(*problem);
  return problem ? status_no : status_done;
}

}  // namespace

const Command& export_command() {
  static const Command command{.name = "export",
                               .operand = "FILE",
                               .summary = "Draw a layout as a PNG, SVG or PDF picture.",
                               .details = {},
                               .options = options,
                               .run = export_file};
  return command;
}

}  // namespace loadframe::cli
