#include "charts/chart_markers.h"

#include "panels/event_list.h"
#include "panels/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace loadframe {

namespace {

QString text_of(const Architecture& architecture, const Event& event) {
  const QString component = to_qstring(name_of(architecture, event.component));
  const QString target = to_qstring(name_of(architecture, event.target));
  const auto say = [](const char* english, const QString& what) {
    return QCoreApplication::translate("metric", english).arg(what);
  };
  switch (event.kind) {
    case EventKind::action:
      return QStringLiteral("%1 %2").arg(translated(description(event.action->kind).label),
                                         to_qstring(name_of(architecture, event.action->target)));
    case EventKind::target_down:
      return say(QT_TRANSLATE_NOOP("metric", "%1 down"), target);
    case EventKind::target_up:
      return say(QT_TRANSLATE_NOOP("metric", "%1 up"), target);
    case EventKind::out_of_memory:
      return say(QT_TRANSLATE_NOOP("metric", "%1 out of memory"), component);
    case EventKind::promoted:
      return say(QT_TRANSLATE_NOOP("metric", "%1 promoted"), component);
    case EventKind::breaker_opened:
      return say(QT_TRANSLATE_NOOP("metric", "circuit to %1 open"), target);
    case EventKind::breaker_closed:
      return say(QT_TRANSLATE_NOOP("metric", "circuit to %1 closed"), target);
    case EventKind::scaled:
      return say(QT_TRANSLATE_NOOP("metric", "%1 ×%2"), component).arg(event.count);
    default:
      return {};
  }
}

}  // namespace

std::vector<ChartMarker> markers_of(const Architecture& architecture, const std::vector<Event>& events, Duration from) {
  std::vector<ChartMarker> found;
  auto event = std::partition_point(events.begin(), events.end(), [from](const Event& one) { return one.at < from; });
  for (; event != events.end(); ++event) {
    const QString text = text_of(architecture, *event);
    if (text.isEmpty()) continue;
    const bool is_bad =
        event->kind == EventKind::out_of_memory || (event->kind == EventKind::action && tone_of(*event) == Tone::bad);
    found.push_back({event->at, text.trimmed(), is_bad});
  }
  return found;
}

}  // namespace loadframe
