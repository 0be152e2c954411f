#include "analysis/narration.h"
#include "appearance.h"
#include "panels/timeline_view.h"
#include "simulation/recording.h"

#include <QPainter>
#include <QPainterPath>

/// What the signs on the timeline stand for, and how they look.
namespace loadframe {

std::optional<TimelineView::Mark> TimelineView::mark_of(const Event& event) {
  switch (event.kind) {
    case EventKind::action:
      switch (tone_of(event)) {
        case Tone::bad:
        case Tone::warning:
          return Mark::fault;
        case Tone::good:
          return Mark::repair;
        case Tone::neutral:
          return Mark::change;
      }
      return Mark::change;
    case EventKind::edited:
      return Mark::edit;
    case EventKind::target_down:
    case EventKind::no_healthy_target:
    case EventKind::out_of_memory:
    case EventKind::breaker_opened:
    case EventKind::primary_lost:
    case EventKind::dead_letters:
    case EventKind::node_down:
      return Mark::failure;
    case EventKind::up:
    case EventKind::target_up:
    case EventKind::breaker_closed:
    case EventKind::promoted:
    case EventKind::took_over:
    case EventKind::node_up:
      return Mark::recovery;
    case EventKind::scaled:
      return Mark::change;
    case EventKind::check_failed:
    case EventKind::backlog_full:
    case EventKind::backlog_ok:
    case EventKind::saturated:
    case EventKind::relieved:
    case EventKind::limited:
    case EventKind::unlimited:
    case EventKind::hints_delivered:
      return std::nullopt;
  }
  return std::nullopt;
}

void TimelineView::paint_sign_of(QPainter& painter, QPointF middle, Mark mark) const {
  const Theme& theme = appearance_.theme();
  const double r = sign_size / 2;
  const auto polygon = [&](std::initializer_list<QPointF> points, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(QList<QPointF>(points)).translated(middle));
  };
  switch (mark) {
    case Mark::fault:
      polygon({{-r, -r + 1}, {r, -r + 1}, {0, r}}, theme.bad);
      break;
    case Mark::failure:
      painter.setPen(QPen(theme.bad, 1.8));
      painter.setBrush(theme.surface);
      painter.drawEllipse(middle, r - 1, r - 1);
      break;
    case Mark::repair:
      polygon({{-r, r - 1}, {r, r - 1}, {0, -r}}, theme.good);
      break;
    case Mark::recovery:
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme.good);
      painter.drawEllipse(middle, r - 1, r - 1);
      break;
    case Mark::change:
      polygon({{-r, 0}, {0, -r}, {r, 0}, {0, r}}, theme.accent);
      break;
    case Mark::edit:
      painter.setPen(QPen(theme.text, 1.5));
      painter.setBrush(theme.surface);
      painter.drawRect(QRectF(middle.x() - r + 1.5, middle.y() - r + 1.5, sign_size - 3, sign_size - 3));
      break;
  }
}

}  // namespace loadframe
