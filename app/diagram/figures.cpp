#include "diagram/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace loadframe {

namespace {

constexpr double shown_queue = 1;          ///< from this mean length on, a queue is worth a word
constexpr double growing_factor = 1.1;     ///< from one sample to the next
constexpr double shown_failures = 0.0005;  ///< share of calls
constexpr double shown_memory = 0.9;       ///< share of a machine's memory that is worth a warning
constexpr double shown_backlog = 20;       ///< messages kept

/// The translation context of the diagram's words.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(diagram)
};

QString quantity(const std::string& text) { return QString::fromStdString(text); }

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

QString joined(const QStringList& parts) { return parts.join(QStringLiteral(" · ")); }

/// "1 worker", "32 workers": the word for one, and the pattern for several.
QString counted(std::int64_t count, const char* one, const char* several) {
  return count == 1 ? Words::tr(one) : Words::tr(several).arg(count_text(static_cast<double>(count)));
}

QString limit_text(Rate limit) { return Words::tr("limit %1").arg(rate_text(limit.per_second)); }

QString law_text(const Law& law) { return time_text(law.mean); }

QStringList settings_of_kind(const UsersSettings& settings, bool) {
  if (settings.arrivals == Arrivals::open) return {rate_text(settings.rate.per_second)};
  return {
      counted(settings.population, QT_TRANSLATE_NOOP("diagram", "1 user"), QT_TRANSLATE_NOOP("diagram", "%1 users"))};
}

QStringList settings_of_kind(const DnsSettings& settings, bool) {
  return {Words::tr("TTL %1").arg(quantity(to_text(settings.time_to_live)))};
}

QStringList settings_of_kind(const CdnSettings& settings, bool) {
  return {Words::tr("TTL %1").arg(time_text(settings.time_to_live)),
          counted(settings.points_of_presence, QT_TRANSLATE_NOOP("diagram", "1 place"),
                  QT_TRANSLATE_NOOP("diagram", "%1 places"))};
}

QStringList settings_of_kind(const FirewallSettings& settings, bool) {
  QStringList parts;
  if (settings.blocked.ratio > 0) parts << Words::tr("blocks %1").arg(share_text(settings.blocked.ratio));
  if (settings.user_limit.per_second > 0)
    parts << Words::tr("%1 per user").arg(rate_text(settings.user_limit.per_second));
  if (parts.isEmpty()) parts << Words::tr("inspects %1").arg(law_text(settings.inspection_time));
  return parts;
}

QStringList settings_of_kind(const GatewaySettings& settings, bool) {
  return {settings.limit.per_second > 0 ? limit_text(settings.limit) : Words::tr("no rate limit")};
}

QStringList settings_of_kind(const LoadBalancerSettings& settings, bool) {
  switch (settings.policy) {
    case BalancingPolicy::round_robin:
      return {Words::tr("round robin")};
    case BalancingPolicy::least_connections:
      return {Words::tr("fewest open")};
    case BalancingPolicy::random:
      return {Words::tr("random")};
    case BalancingPolicy::two_choices:
      return {Words::tr("best of %1").arg(settings.choices)};
    case BalancingPolicy::user_hash:
      return {Words::tr("hash of user")};
    case BalancingPolicy::key_hash:
      return {Words::tr("hash of key")};
    case BalancingPolicy::least_response_time:
      return {Words::tr("fastest")};
  }
  return {};
}

/// Of programs: "×3", "×1–10", the workers and what they do.
template <class S>
QStringList program_line(const S& settings) {
  QStringList parts;
  if (settings.autoscaling) parts << QStringLiteral("×%1–%2").arg(settings.min_instances).arg(settings.max_instances);
  else if (settings.instances > 1) parts << QStringLiteral("×%1").arg(settings.instances);
  if (settings.concurrency == Concurrency::event_loop) parts << Words::tr("event loop");
  else
    parts << counted(settings.workers, QT_TRANSLATE_NOOP("diagram", "1 worker"),
                     QT_TRANSLATE_NOOP("diagram", "%1 workers"));
  parts << law_text(settings.cpu_time);
  return parts;
}

QStringList settings_of_kind(const ServerSettings& settings, bool) { return program_line(settings); }

QStringList settings_of_kind(const WorkerSettings& settings, bool) { return program_line(settings); }

QStringList settings_of_kind(const FunctionSettings& settings, bool) {
  return {Words::tr("cold %1").arg(law_text(settings.cold_start)), law_text(settings.cpu_time)};
}

QStringList settings_of_kind(const InferenceServerSettings& settings, bool) {
  return {
      Words::tr("batch of %1").arg(settings.max_batch),
      counted(settings.accelerators, QT_TRANSLATE_NOOP("diagram", "1 GPU"), QT_TRANSLATE_NOOP("diagram", "%1 GPUs"))};
}

QString eviction_text(Eviction eviction) {
  switch (eviction) {
    case Eviction::lru:
      return QStringLiteral("LRU");
    case Eviction::fifo:
      return QStringLiteral("FIFO");
    case Eviction::random:
      return Words::tr("random");
    case Eviction::lfu:
      return QStringLiteral("LFU");
    case Eviction::none:
      return Words::tr("no eviction");
  }
  return {};
}

QStringList settings_of_kind(const CacheSettings& settings, bool) {
  return {quantity(to_text(settings.capacity)), eviction_text(settings.eviction)};
}

QStringList settings_of_kind(const RelationalDatabaseSettings& settings, bool replica) {
  if (replica) return {Words::tr("replica")};
  QStringList parts{Words::tr("primary")};
  if (settings.failover) parts << Words::tr("failover");
  if (settings.replication == Replication::synchronous) parts << Words::tr("synchronous");
  return parts;
}

QStringList settings_of_kind(const NonRelationalDatabaseSettings& settings, bool) {
  return {counted(settings.nodes, QT_TRANSLATE_NOOP("diagram", "1 node"), QT_TRANSLATE_NOOP("diagram", "%1 nodes")),
          QStringLiteral("N%1 R%2 W%3")
              .arg(settings.replication_factor)
              .arg(settings.read_quorum)
              .arg(settings.write_quorum)};
}

QStringList settings_of_kind(const SearchIndexSettings& settings, bool) {
  QStringList parts{
      counted(settings.shards, QT_TRANSLATE_NOOP("diagram", "1 shard"), QT_TRANSLATE_NOOP("diagram", "%1 shards"))};
  if (settings.copies > 1) parts << QStringLiteral("×%1").arg(settings.copies);
  return parts;
}

QStringList settings_of_kind(const ObjectStoreSettings& settings, bool) {
  return {law_text(settings.first_byte), quantity(to_text(settings.bandwidth))};
}

QStringList settings_of_kind(const ExternalServiceSettings& settings, bool) {
  QStringList parts{law_text(settings.latency)};
  if (settings.limit.per_second > 0) parts << limit_text(settings.limit);
  else if (settings.errors.ratio > 0) parts << Words::tr("%1 errors").arg(share_text(settings.errors.ratio));
  return parts;
}

QString deliveries_text(std::int64_t most) {
  return counted(most, QT_TRANSLATE_NOOP("diagram", "1 delivery"), QT_TRANSLATE_NOOP("diagram", "%1 deliveries"));
}

QStringList settings_of_kind(const QueueSettings& settings, bool) {
  if (settings.max_deliveries > 0) return {deliveries_text(settings.max_deliveries)};
  return {Words::tr("timeout %1").arg(time_text(settings.visibility_timeout))};
}

QStringList settings_of_kind(const TopicSettings& settings, bool) { return {deliveries_text(settings.max_deliveries)}; }

QStringList settings_of_kind(const StreamSettings& settings, bool) {
  return {counted(settings.partitions, QT_TRANSLATE_NOOP("diagram", "1 partition"),
                  QT_TRANSLATE_NOOP("diagram", "%1 partitions"))};
}

/// "2 of 3 nodes" while some are dead, else how many there are.
QString nodes_text(std::uint32_t alive, std::int64_t all) {
  if (alive < all) return Words::tr("%1 of %2 nodes").arg(alive).arg(all);
  return counted(all, QT_TRANSLATE_NOOP("diagram", "1 node"), QT_TRANSLATE_NOOP("diagram", "%1 nodes"));
}

QString kept_text(const ComponentSample& sample) {
  return Words::tr("%1 kept").arg(count_text(std::round(static_cast<double>(sample.queue))));
}

QString hits_text(const ComponentSample& sample) {
  return Words::tr("%1 hit").arg(share_text(static_cast<double>(sample.hit_ratio)));
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
  if (seconds >= 48 * 3600) return Words::tr("%1 d").arg(number(seconds / 86400, digits(seconds / 86400)));
  if (seconds >= 2 * 3600) return Words::tr("%1 h").arg(number(seconds / 3600, digits(seconds / 3600)));
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

QStringList settings_line(const Architecture& architecture, const Component& component) {
  const bool replica = is_replica(architecture, component);
  return std::visit([replica](const auto& settings) { return settings_of_kind(settings, replica); },
                    component.settings);
}

std::int64_t nodes_of(const Component& component) {
  if (const auto* cluster = std::get_if<NonRelationalDatabaseSettings>(&component.settings)) return cluster->nodes;
  if (const auto* index = std::get_if<SearchIndexSettings>(&component.settings)) return index->shards * index->copies;
  return 0;
}

std::int64_t backlog_of(const Component& component) {
  constexpr std::int64_t usual = 1000;
  return std::visit(
      []<class Settings>(const Settings& settings) {
        if constexpr (requires { settings.backlog; }) return settings.backlog > 0 ? settings.backlog : usual;
        else return usual;
      },
      component.settings);
}

QStringList activity_line(const Architecture& architecture, const Component& component, const ComponentSample& sample,
                          Duration length) {
  const double seconds = std::max(length.seconds(), 1e-9);
  const QString rate = rate_text(static_cast<double>(sample.ok + sample.failed) / seconds);
  const QString failures = Words::tr("%1 failed").arg(rate_text(static_cast<double>(sample.failed) / seconds));
  const double busy = std::round(std::max(0.0F, sample.concurrency - sample.queue));
  switch (kind_of(component.settings)) {
    case Kind::users: {
      const bool open = std::get<UsersSettings>(component.settings).arrivals == Arrivals::open;
      return open ? QStringList{rate} : settings_line(architecture, component) << rate;
    }
    case Kind::dns:
      return QStringList{rate} << settings_line(architecture, component);
    case Kind::cdn:
    case Kind::cache:
      return sample.hit_ratio < 0 ? QStringList{rate} : QStringList{hits_text(sample), rate};
    case Kind::firewall:
    case Kind::gateway:
      return sample.failed > 0 ? QStringList{failures, rate} : QStringList{rate};
    case Kind::load_balancer:
      return {rate, Words::tr("%1 open").arg(count_text(busy))};
    case Kind::server:
    case Kind::worker:
      if (sample.instances > 1) return {QStringLiteral("×%1").arg(sample.instances), rate};
      return {rate, Words::tr("%1 busy").arg(count_text(busy))};
    case Kind::function:
      return {Words::tr("%1 running").arg(count_text(busy)), rate};
    case Kind::inference_server:
    case Kind::object_store:
    case Kind::external_service:
      return {rate, Words::tr("%1 busy").arg(count_text(busy))};
    case Kind::relational_database:
      return {is_replica(architecture, component) ? Words::tr("replica") : Words::tr("primary"), rate};
    case Kind::non_relational_database:
    case Kind::search_index:
      return {nodes_text(sample.instances, nodes_of(component)), rate};
    case Kind::queue:
    case Kind::topic:
    case Kind::stream:
      return {kept_text(sample), rate};
  }
  return {rate};
}

bool is_broker(const Component& component) { return description(kind_of(component.settings)).tier == Tier::messaging; }

Caption caption_of(const Component& component, const ComponentSample& sample, const ComponentSample* before) {
  const double calls = static_cast<double>(sample.ok + sample.failed);
  const double failing = calls > 0 ? static_cast<double>(sample.failed) / calls : 0;
  const double memory = static_cast<double>(sample.memory);
  if (kind_of(component.settings) == Kind::users) {
    QStringList parts;
    if (failing >= shown_failures) parts << Words::tr("%1 failing").arg(share_text(failing));
    if (sample.ok > 0) parts << Words::tr("p99 %1").arg(time_text(sample.latency.p99));
    return {joined(parts), failing >= shown_failures ? CaptionTone::bad : CaptionTone::plain};
  }
  if (memory >= shown_memory) return {Words::tr("memory %1").arg(share_text(memory)), CaptionTone::busy};
  if (!is_broker(component) && static_cast<double>(sample.queue) >= shown_queue) {
    const QString length = count_text(std::round(static_cast<double>(sample.queue)));
    const bool grows =
        before && static_cast<double>(sample.queue) > static_cast<double>(before->queue) * growing_factor;
    return {(grows ? Words::tr("queue %1 and growing") : Words::tr("queue %1")).arg(length), CaptionTone::busy};
  }
  if (failing >= shown_failures) return {Words::tr("%1 failing").arg(share_text(failing)), CaptionTone::bad};
  if (sample.replication_lag > Duration{})
    return {Words::tr("%1 behind").arg(time_text(sample.replication_lag)), CaptionTone::plain};
  if (is_broker(component) && before && static_cast<double>(sample.queue) >= shown_backlog &&
      static_cast<double>(sample.queue) > static_cast<double>(before->queue) * growing_factor)
    return {Words::tr("backlog grows"), CaptionTone::busy};
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
