#include "diagram/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double shown_queue = 1;         ///< from this mean length on, a queue is worth a word
constexpr double growing_factor = 1.1;    ///< from one sample to the next
constexpr double shown_failures = 0.0005; ///< share of calls

/// The translation context of the diagram's words.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(diagram)
};

QString from_core(std::string_view text) {
  return QCoreApplication::translate("core", QByteArray(text.data(), static_cast<qsizetype>(text.size())).constData());
}

QString quantity(const std::string& text) { return QString::fromStdString(text); }

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

QString joined(const QStringList& parts) { return parts.join(QStringLiteral(" · ")); }

QString workers_text(std::int64_t count) {
  return count == 1 ? Words::tr("1 worker") : Words::tr("%1 workers").arg(count_text(static_cast<double>(count)));
}

QString settings_of_kind(const UsersSettings& settings, bool) {
  if (settings.arrivals == Arrivals::open) return rate_text(settings.rate.per_second);
  return Words::tr("%1 users").arg(count_text(static_cast<double>(settings.population)));
}

QString settings_of_kind(const DnsSettings& settings, bool) {
  return Words::tr("TTL %1").arg(quantity(to_text(settings.time_to_live)));
}

QString settings_of_kind(const LoadBalancerSettings& settings, bool) {
  const Setting* policy = find_setting(description(Kind::load_balancer).settings, "policy");
  return from_core(policy->choices[static_cast<std::size_t>(settings.policy)].label);
}

QString settings_of_kind(const ServerSettings& settings, bool) { return workers_text(settings.workers); }

QString settings_of_kind(const CacheSettings& settings, bool) {
  const QString eviction = settings.eviction == Eviction::lru    ? QStringLiteral("LRU")
                           : settings.eviction == Eviction::fifo ? QStringLiteral("FIFO")
                                                                 : Words::tr("random");
  return joined({quantity(to_text(settings.capacity)), eviction});
}

QString settings_of_kind(const RelationalDatabaseSettings& settings, bool replica) {
  if (replica) return Words::tr("replica");
  if (settings.replication == Replication::synchronous) return joined({Words::tr("primary"), Words::tr("synchronous")});
  return Words::tr("primary");
}

}  // namespace

QString count_text(double count) {
  if (count >= 999.5e6) return Words::tr("%1 G").arg(number(count / 1e9, count < 99.5e9 ? 1 : 0));
  if (count >= 999.5e3) return Words::tr("%1 M").arg(number(count / 1e6, count < 99.5e6 ? 1 : 0));
  if (count >= 99'999.5) return Words::tr("%1 k").arg(number(count / 1e3, 0));
  return number(count, count > 0 && count < 9.95 && count != std::floor(count) ? 1 : 0);
}

QString rate_text(double per_second) { return Words::tr("%1/s").arg(count_text(per_second)); }

QString share_text(double ratio) {
  const double percent = ratio * 100;
  if (percent > 0 && percent < 0.1) return Words::tr("< %1 %").arg(number(0.1, 1));
  return Words::tr("%1 %").arg(number(percent, percent >= 9.95 || percent == 0 ? 0 : 1));
}

QString time_text(Duration time) {
  const double seconds = time.seconds();
  const auto digits = [](double value) { return value < 9.95 && value != std::floor(value) ? 1 : 0; };
  if (seconds >= 119.5) return Words::tr("%1 min").arg(number(seconds / 60, digits(seconds / 60)));
  if (seconds >= 0.9995) return Words::tr("%1 s").arg(number(seconds, digits(seconds)));
  if (seconds >= 0.9995e-3) return Words::tr("%1 ms").arg(number(seconds * 1e3, digits(seconds * 1e3)));
  return Words::tr("%1 µs").arg(number(seconds * 1e6, 0));
}

bool is_replica(const Architecture& architecture, const Component& component) {
  if (kind_of(component.settings) != Kind::relational_database) return false;
  return std::any_of(architecture.links.begin(), architecture.links.end(), [&](const Link& link) {
    if (link.callee != component.id) return false;
    const Component* caller = find(architecture, link.caller);
    return caller && kind_of(caller->settings) == Kind::relational_database;
  });
}

QString settings_line(const Architecture& architecture, const Component& component) {
  const bool replica = is_replica(architecture, component);
  return std::visit([replica](const auto& settings) { return settings_of_kind(settings, replica); },
                    component.settings);
}

QString activity_line(const Architecture& architecture, const Component& component, const ComponentSample& sample,
                      Duration length) {
  const double seconds = std::max(length.seconds(), 1e-9);
  const QString rate = rate_text((sample.ok + sample.failed) / seconds);
  const double busy = std::max(0.0F, sample.concurrency - sample.queue);
  switch (kind_of(component.settings)) {
    case Kind::users: {
      const bool open = std::get<UsersSettings>(component.settings).arrivals == Arrivals::open;
      return open ? rate : joined({settings_line(architecture, component), rate});
    }
    case Kind::dns: return joined({rate, settings_line(architecture, component)});
    case Kind::load_balancer: return joined({rate, Words::tr("%1 open").arg(count_text(std::round(busy)))});
    case Kind::server: return joined({rate, Words::tr("%1 busy").arg(count_text(std::round(busy)))});
    case Kind::cache:
      return sample.hit_ratio < 0 ? rate
                                  : joined({Words::tr("%1 hit").arg(share_text(static_cast<double>(sample.hit_ratio))), rate});
    case Kind::relational_database:
      return joined({is_replica(architecture, component) ? Words::tr("replica") : Words::tr("primary"), rate});
  }
  return rate;
}

Caption caption_of(const Component& component, const ComponentSample& sample, const ComponentSample* before) {
  const double calls = static_cast<double>(sample.ok) + sample.failed;
  const double failing = calls > 0 ? sample.failed / calls : 0;
  if (kind_of(component.settings) == Kind::users) {
    QStringList parts;
    if (failing >= shown_failures) parts << Words::tr("%1 failing").arg(share_text(failing));
    if (sample.ok > 0) parts << Words::tr("p99 %1").arg(time_text(sample.latency.p99));
    return {joined(parts), failing >= shown_failures ? CaptionTone::bad : CaptionTone::plain};
  }
  if (static_cast<double>(sample.queue) >= shown_queue) {
    const QString length = count_text(std::round(static_cast<double>(sample.queue)));
    const bool grows = before && static_cast<double>(sample.queue) > static_cast<double>(before->queue) * growing_factor;
    return {(grows ? Words::tr("queue %1 and growing") : Words::tr("queue %1")).arg(length), CaptionTone::busy};
  }
  if (failing >= shown_failures) return {Words::tr("%1 failing").arg(share_text(failing)), CaptionTone::bad};
  if (sample.replication_lag > Duration{}) {
    return {Words::tr("%1 behind").arg(time_text(sample.replication_lag)), CaptionTone::plain};
  }
  return {};
}

QString area_line(const Area& area) {
  struct Line {
    QString operator()(const HostSettings& host) const {
      const QString cores = host.cores == 1 ? Words::tr("1 core") : Words::tr("%1 cores").arg(host.cores);
      return host.speed == 1 ? cores : joined({cores, QStringLiteral("×%1").arg(QLocale().toString(host.speed))});
    }
    QString operator()(const ZoneSettings& zone) const { return time_text(zone.latency); }
    QString operator()(const RegionSettings& region) const {
      return Words::tr("cross-zone %1").arg(time_text(region.zone_latency));
    }
    QString operator()(const GroupSettings&) const { return {}; }
  };
  return std::visit(Line{}, area.settings);
}

}  // namespace loadframe
