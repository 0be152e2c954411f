#include "charts/metric.h"

#include "diagram/figures.h"
#include "panels/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace loadframe {

namespace {

QString text(const char* english) { return QCoreApplication::translate("metric", english); }

bool is_system(const Architecture&, const ElementId& element) {
  return std::holds_alternative<std::monostate>(element);
}

const Component* component_of(const Architecture& architecture, const ElementId& element) {
  const auto* id = std::get_if<ComponentId>(&element);
  return id ? find(architecture, *id) : nullptr;
}

bool is_component(const Architecture& architecture, const ElementId& element) {
  return component_of(architecture, element) != nullptr;
}

bool is_component_or_system(const Architecture& architecture, const ElementId& element) {
  return is_system(architecture, element) || is_component(architecture, element);
}

bool is_caller_or_called(const Architecture& architecture, const ElementId& element) {
  return is_component_or_system(architecture, element) || std::holds_alternative<LinkId>(element);
}

bool is_host(const Architecture& architecture, const ElementId& element) {
  const auto* id = std::get_if<AreaId>(&element);
  const Area* area = id ? find(architecture, *id) : nullptr;
  return area && kind_of(area->settings) == AreaKind::host;
}

bool is_of_kind(const Architecture& architecture, const ElementId& element, std::initializer_list<Kind> kinds) {
  const Component* component = component_of(architecture, element);
  return component && std::find(kinds.begin(), kinds.end(), kind_of(component->settings)) != kinds.end();
}

double milliseconds_or_gap(const TrendPoint& point, double seconds_value) {
  return point.ok > 0 ? seconds_value * 1000 : -1;
}

struct Stroke {
  QColor Theme::*color;
  Qt::PenStyle style;
};

/// Failures share colours; their strokes tell them apart.
Stroke outcome_stroke(Outcome outcome) {
  switch (outcome) {
    case Outcome::ok:
      return {&Theme::ok, Qt::SolidLine};
    case Outcome::refused:
      return {&Theme::failed, Qt::SolidLine};
    case Outcome::reset:
      return {&Theme::failed, Qt::DashLine};
    case Outcome::timeout:
      return {&Theme::busy, Qt::SolidLine};
    case Outcome::rejected:
      return {&Theme::busy, Qt::DashLine};
    case Outcome::no_healthy_target:
      return {&Theme::failed, Qt::DotLine};
    case Outcome::name_not_resolved:
      return {&Theme::lookup, Qt::SolidLine};
    case Outcome::error:
      return {&Theme::lookup, Qt::DashLine};
    case Outcome::lost:
      return {&Theme::failed, Qt::DashDotLine};
    case Outcome::circuit_open:
      return {&Theme::messaging, Qt::SolidLine};
    case Outcome::shed:
      return {&Theme::busy, Qt::DotLine};
    case Outcome::cancelled:
      return {&Theme::check, Qt::DashLine};
  }
  return {&Theme::failed, Qt::SolidLine};
}

std::vector<Metric> all_metrics() {
  using P = TrendPoint;
  std::vector<Metric> all;
  const auto add = [&all](const char* key, const char* label, MetricUnit unit, QColor Theme::*color,
                          std::function<double(const P&)> value,
                          std::function<bool(const Architecture&, const ElementId&)> is_of) {
    all.push_back(
        {QString::fromLatin1(key), text(label), unit, color, Qt::SolidLine, std::move(value), std::move(is_of)});
  };
  using enum MetricUnit;
  add(
      "ok", QT_TRANSLATE_NOOP("metric", "answered"), per_second, &Theme::ok, [](const P& p) { return p.ok_per_s(); },
      is_caller_or_called);
  add(
      "failed", QT_TRANSLATE_NOOP("metric", "failed"), per_second, &Theme::failed,
      [](const P& p) { return p.failed_per_s(); }, is_caller_or_called);
  add(
      "p50", QT_TRANSLATE_NOOP("metric", "p50"), milliseconds, &Theme::data,
      [](const P& p) { return milliseconds_or_gap(p, p.p50_s); }, is_component_or_system);
  add(
      "p95", QT_TRANSLATE_NOOP("metric", "p95"), milliseconds, &Theme::busy,
      [](const P& p) { return milliseconds_or_gap(p, p.p95_s); }, is_component_or_system);
  add(
      "p99", QT_TRANSLATE_NOOP("metric", "p99"), milliseconds, &Theme::entry,
      [](const P& p) { return milliseconds_or_gap(p, p.p99_s); }, is_component_or_system);
  add(
      "utilisation", QT_TRANSLATE_NOOP("metric", "busy"), percent, &Theme::good,
      [](const P& p) { return 100 * p.utilisation; },
      [](const Architecture& a, const ElementId& e) { return is_component(a, e) || is_host(a, e); });
  add(
      "busiest", QT_TRANSLATE_NOOP("metric", "busiest component"), percent, &Theme::busy,
      [](const P& p) { return 100 * p.utilisation; }, is_system);
  add(
      "cpu", QT_TRANSLATE_NOOP("metric", "CPU"), percent, &Theme::compute, [](const P& p) { return 100 * p.cpu; },
      is_component);
  add(
      "memory", QT_TRANSLATE_NOOP("metric", "memory"), percent, &Theme::entry,
      [](const P& p) { return 100 * p.memory; },
      [](const Architecture& a, const ElementId& e) {
        return is_of_kind(a, e, {Kind::server, Kind::worker});
      });
  add(
      "hit_ratio", QT_TRANSLATE_NOOP("metric", "hit ratio"), percent, &Theme::lookup,
      [](const P& p) { return p.hit_ratio < 0 ? -1 : 100 * p.hit_ratio; },
      [](const Architecture& a, const ElementId& e) {
        return is_of_kind(a, e, {Kind::cache, Kind::cdn});
      });
  add(
      "concurrency", QT_TRANSLATE_NOOP("metric", "under way"), count, &Theme::compute,
      [](const P& p) { return p.concurrency; }, is_caller_or_called);
  add(
      "queue", QT_TRANSLATE_NOOP("metric", "waiting"), count, &Theme::busy, [](const P& p) { return p.queue; },
      is_component_or_system);
  add(
      "instances", QT_TRANSLATE_NOOP("metric", "instances"), count, &Theme::data,
      [](const P& p) { return p.instances; },
      [](const Architecture& a, const ElementId& e) {
        return is_of_kind(a, e, {Kind::server, Kind::worker, Kind::non_relational_database, Kind::search_index});
      });
  add(
      "lag", QT_TRANSLATE_NOOP("metric", "replication lag"), milliseconds, &Theme::replication,
      [](const P& p) { return 1000 * p.replication_lag_s; },
      [](const Architecture& a, const ElementId& e) {
        const Component* component = component_of(a, e);
        return component && kind_of(component->settings) == Kind::relational_database && is_replica(a, *component);
      });
  // Where CPU is what is scarcest, it runs along with how busy the component is.
  for (Metric& one : all)
    if (one.key == QStringLiteral("cpu")) one.style = Qt::DashLine;
  for (std::size_t i = 0; i < outcome_count; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    const Stroke stroke = outcome_stroke(outcome);
    all.push_back(
        {QStringLiteral("outcome.%1").arg(to_qstring(outcome_key(outcome))), outcome_text(outcome), per_second,
         stroke.color, stroke.style,
         [outcome](const P& p) { return p.length_s > 0 ? static_cast<double>(p.outcomes[outcome]) / p.length_s : -1; },
         is_system});
  }
  return all;
}

}  // namespace

const std::vector<Metric>& metrics() {
  static const std::vector<Metric> all = all_metrics();
  return all;
}

const Metric* find_metric(const QString& key) {
  const auto found =
      std::find_if(metrics().begin(), metrics().end(), [&](const Metric& one) { return one.key == key; });
  return found == metrics().end() ? nullptr : &*found;
}

std::vector<const Metric*> metrics_of(const Architecture& architecture, const ElementId& element) {
  std::vector<const Metric*> found;
  for (const Metric& one : metrics())
    if (one.is_of(architecture, element)) found.push_back(&one);
  return found;
}

QString unit_label(MetricUnit unit) {
  switch (unit) {
    case MetricUnit::per_second:
      return text(QT_TRANSLATE_NOOP("metric", "per second"));
    case MetricUnit::milliseconds:
      return text(QT_TRANSLATE_NOOP("metric", "time"));
    case MetricUnit::percent:
      return text(QT_TRANSLATE_NOOP("metric", "per cent"));
    case MetricUnit::count:
      return text(QT_TRANSLATE_NOOP("metric", "at one time"));
  }
  return {};
}

QString value_text(MetricUnit unit, double value) {
  switch (unit) {
    case MetricUnit::per_second:
      return QCoreApplication::translate("metric", "%1/s").arg(figure_text(value));
    case MetricUnit::milliseconds:
      return value <= 0 ? QStringLiteral("0") : latency_text(duration_from_seconds(value / 1000));
    case MetricUnit::percent:
      return percent_text(value / 100);
    case MetricUnit::count:
      return figure_text(value);
  }
  return {};
}

double least_top(MetricUnit unit) {
  switch (unit) {
    case MetricUnit::percent:
      return 100;
    case MetricUnit::count:
      return 4;
    case MetricUnit::milliseconds:
      return 0.01;
    case MetricUnit::per_second:
      break;
  }
  return 1;
}

double most_top(MetricUnit unit) { return unit == MetricUnit::percent ? 100 : 0; }

}  // namespace loadframe
