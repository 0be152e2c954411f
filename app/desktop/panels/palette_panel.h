#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace loadframe {

class Appearance;
class PaletteList;

/// Everything that can be put on the canvas, by tier: to drag, or to choose with Enter or a double click.
/// What is called for is "component:server", "area:host" or "note", also as the drag's data.
class PalettePanel : public QFrame {
  Q_OBJECT

public:
  static constexpr const char* mime_type = "application/x-loadframe-kind";

  explicit PalettePanel(const Appearance& appearance, QWidget* parent = nullptr);

  /// Puts the cursor into the search field.
  void start_search();

signals:
  void chosen(const QString& what);

private:
  void filter(const QString& text);
  bool eventFilter(QObject* watched, QEvent* event) override;

  QLineEdit* search_ = nullptr;
  PaletteList* list_ = nullptr;
  QLabel* nothing_ = nullptr;
};

}  // namespace loadframe
