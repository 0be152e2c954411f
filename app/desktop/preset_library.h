#pragma once

#include "exchange/preset_file.h"

#include <QObject>
#include <QString>

#include <optional>

namespace loadframe {

/// The presets that come with the program, and those that a person has saved: one file in the program's data folder.
class PresetLibrary : public QObject {
  Q_OBJECT

public:
  /// @param file where the person's own are kept; need not exist yet
  explicit PresetLibrary(const QString& file = usual_file(), QObject* parent = nullptr);

  static QString usual_file();

  const std::vector<Preset>& own() const { return own_; }
  /// The program's, then the person's own.
  std::vector<Preset> all() const;

  /// Keeps it, in place of an own one of that name and kind. Returns why it could not be written.
  std::optional<Diagnostic> save(Preset preset);
  std::optional<Diagnostic> remove(const std::string& name, const std::string& kind);

signals:
  void changed();

private:
  std::optional<Diagnostic> write(std::vector<Preset> presets);

  QString file_;
  std::vector<Preset> own_;
  std::optional<Diagnostic> unreadable_;  ///< the file holds what this program must not overwrite
};

}  // namespace loadframe
