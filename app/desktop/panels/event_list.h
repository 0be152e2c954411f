#pragma once

#include "architecture/architecture.h"
#include "simulation/recording.h"

#include <QAbstractListModel>
#include <QString>
#include <QStyledItemDelegate>
#include <vector>

namespace loadframe {

class Appearance;

/// The element that an event is about, for showing it on the canvas.
ElementId element_of(const Event& event);
/// Whether the event happened at the element, to it, or between it and another.
bool concerns(const Event& event, const ElementId& element);

/// Events in words, oldest first. They are told when they come in, since what they name may be gone later.
class EventModel : public QAbstractListModel {
  Q_OBJECT

public:
  /// The oldest go when there are more.
  static constexpr int most_rows = 5000;

  enum Role { time_role = Qt::UserRole, tone_role, line_role };

  using QAbstractListModel::QAbstractListModel;

  void append(const Architecture& architecture, const std::vector<Event>& events);
  void clear();

  const Event& event(int row) const { return rows_[static_cast<std::size_t>(row)].event; }
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

private:
  struct Row {
    Event event;
    QString time;
    QString text;
  };
  bool replaces_last(const Event& event) const;

  std::vector<Row> rows_;
};

/// Paints an event: a sign by its tone, the time, the sentence.
class EventDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  enum class Lines { one, as_needed };

  EventDelegate(const Appearance& appearance, Lines lines, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  const Appearance& appearance_;
  Lines lines_;
};

}  // namespace loadframe
