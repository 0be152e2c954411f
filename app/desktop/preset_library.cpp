#include "preset_library.h"

#include "exchange/file_text.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace loadframe {

namespace {

constexpr std::size_t largest_file = std::size_t{4} << 20;

auto same(const std::string& name, const std::string& kind) {
  return [&name, &kind](const Preset& preset) { return preset.name == name && preset.kind == kind; };
}

}  // namespace

QString PresetLibrary::usual_file() {
  return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
      .filePath(QStringLiteral("presets.json"));
}

PresetLibrary::PresetLibrary(const QString& file, QObject* parent) : QObject(parent), file_(file) {
  if (!QFileInfo::exists(file_)) return;
  const std::string path = file_.toStdString();
  const auto text = read_file(path, largest_file);
  auto presets = text ? presets_from_text(*text, path) : Result<std::vector<Preset>>(text.diagnostic());
  if (presets) own_ = *std::move(presets);
  else unreadable_ = presets.diagnostic();
}

std::vector<Preset> PresetLibrary::all() const {
  std::vector<Preset> presets = program_presets();
  presets.insert(presets.end(), own_.begin(), own_.end());
  return presets;
}

std::optional<Diagnostic> PresetLibrary::save(Preset preset) {
  std::vector<Preset> presets = own_;
  const auto found = std::find_if(presets.begin(), presets.end(), same(preset.name, preset.kind));
  if (found == presets.end()) presets.push_back(std::move(preset));
  else *found = std::move(preset);
  return write(std::move(presets));
}

std::optional<Diagnostic> PresetLibrary::remove(const std::string& name, const std::string& kind) {
  std::vector<Preset> presets = own_;
  if (std::erase_if(presets, same(name, kind)) == 0) return std::nullopt;
  return write(std::move(presets));
}

std::optional<Diagnostic> PresetLibrary::write(std::vector<Preset> presets) {
  if (unreadable_) return unreadable_;
  QDir().mkpath(QFileInfo(file_).absolutePath());
  if (auto problem = replace_file(file_.toStdString(), presets_to_text(presets))) return problem;
  own_ = std::move(presets);
  emit changed();
  return std::nullopt;
}

}  // namespace loadframe
