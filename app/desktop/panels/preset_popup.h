#pragma once

#include "architecture/presets.h"

#include <QFrame>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace loadframe {

/// Presets of one kind to choose from, with what the one under the pointer or the keyboard's mark would change.
class PresetPopup : public QFrame {
  Q_OBJECT

public:
  /// @param program, own those of the kind
  /// @param settings of the elements that it would be applied to, which must outlive the popup
  PresetPopup(std::vector<Preset> program, std::vector<Preset> own, std::vector<const void*> settings,
              QWidget* parent = nullptr);

  /// Shows itself below the widget. It deletes itself when it is closed.
  void open_below(const QWidget& anchor);

signals:
  void chosen(const loadframe::Preset& preset);
  void save_wanted();
  void remove_wanted(const loadframe::Preset& preset);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void add_section(const QString& heading, std::size_t from, std::size_t to);
  void search(const QString& text);
  const Preset* marked() const;
  void preview();
  void choose();

  std::vector<Preset> presets_;
  std::size_t own_from_ = 0;
  std::vector<const void*> settings_;
  QLineEdit* search_ = nullptr;
  QListWidget* list_ = nullptr;
  QLabel* preview_ = nullptr;
  QWidget* remove_ = nullptr;
};

}  // namespace loadframe
