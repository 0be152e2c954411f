#pragma once

#include "canvas/quick_add_entries.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace loadframe {

class Canvas;

/// A small box over the canvas in which people type what to add, and see it there before they choose it. Enter adds,
/// wired as the entry tells; Shift+Enter adds without a wire; Escape gives up.
class QuickAddBox : public QFrame {
  Q_OBJECT

public:
  QuickAddBox(Canvas& canvas, QuickAddPurpose purpose, const QString& typed);

  /// Beside a part of the canvas widget, which stays in sight if there is room.
  void show_beside(const QRect& on_widget);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  enum class Wiring { wired, loose };
  struct Result {
    Change change;
    std::vector<ElementId> elements;
    QString name;
  };

  enum class Side { below, left, above };
  void place();
  void fill();
  void show_preview();
  void accept(Wiring wiring);
  void close_box();
  Result result_of(const QuickAddEntry& entry, Wiring wiring) const;
  QString relation_of(const QuickAddEntry& entry) const;

  Canvas& canvas_;
  QuickAddPurpose purpose_;
  std::vector<QuickAddEntry> entries_;
  QLineEdit* field_;
  QListWidget* list_;
  QLabel* nothing_;
  QRect about_;
  Side side_ = Side::below;
  bool closed_ = false;
};

/// Opens the box in place of one that is open.
void open_quick_add(Canvas& canvas, QuickAddPurpose purpose, const QRect& on_widget, const QString& typed = {});
void open_quick_add(Canvas& canvas, QuickAddPurpose purpose, QPoint on_widget);

/// By a key: what is selected is wired with what is added, or the selected link is split.
void quick_add_by_key(Canvas& canvas, const QString& typed = {});

/// Lets what the selected component calls be chosen by keys: what is there, or something new.
void connect_by_key(Canvas& canvas);

}  // namespace loadframe
