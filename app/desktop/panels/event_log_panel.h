#pragma once

#include <QFrame>

#include "architecture/identity.h"

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace loadframe {

class Appearance;
class Document;
class EventModel;
class LiveRun;
struct LiveFrame;

/// Everything that happened in the run, in words, the newest at the bottom.
class EventLogPanel : public QFrame {
  Q_OBJECT

public:
  EventLogPanel(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent = nullptr);

  /// The events that are shown, one a line: the time, a tab, the sentence.
  QString text() const;

signals:
  void element_chosen(const loadframe::ElementId& element);

private:
  void take(const LiveFrame& frame);
  void start_over();
  void copy() const;
  void show_whether_empty();

  Document& document_;
  LiveRun& run_;
  EventModel* events_ = nullptr;
  QSortFilterProxyModel* filtered_ = nullptr;
  QLineEdit* filter_ = nullptr;
  QListView* view_ = nullptr;
  QLabel* nothing_ = nullptr;
};

}  // namespace loadframe
