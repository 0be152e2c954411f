#include "canvas/quick_add_entries.h"

#include "architecture/inserting.h"
#include "core_text.h"
#include "fuzzy_match.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace loadframe {

namespace {

/// Words by which people call kinds. The names of products become names of components.
struct OtherWords {
  const char* key;  ///< of the kind, area kind, or "note"
  const char* products;
  const char* words;
};

constexpr OtherWords other_words[] = {
    {"users", "", "clients browser mobile customers people visitors traffic"},
    {"dns", "route53 bind", "names resolver"},
    {"cdn", "cloudfront akamai fastly cloudflare", "edge"},
    {"firewall", "modsecurity", "waf"},
    {"gateway", "kong apigee zuul", "api gateway"},
    {"load-balancer", "nginx haproxy envoy traefik elb alb nlb f5", "lb balancer proxy ingress"},
    {"server", "tomcat apache node django rails", "app web api service backend vm microservice"},
    {"worker", "celery sidekiq cron", "consumer job batch scheduler"},
    {"function", "lambda", "serverless faas"},
    {"inference-server", "triton vllm ollama", "llm gpu model ai ml"},
    {"cache", "redis memcached valkey varnish hazelcast", ""},
    {"relational-database", "postgres postgresql mysql mariadb oracle sqlserver aurora rds sqlite", "sql db rdbms"},
    {"non-relational-database", "mongodb cassandra dynamodb couchbase hbase bigtable neo4j scylla",
     "nosql document key-value db"},
    {"search-index", "elasticsearch opensearch solr", "search"},
    {"object-store", "s3 minio gcs", "blob bucket files storage"},
    {"external-service", "stripe paypal twilio", "third party saas"},
    {"queue", "sqs rabbitmq activemq", "mq messages"},
    {"topic", "sns pubsub", "publish subscribe fanout"},
    {"stream", "kafka kinesis pulsar redpanda", "log events"},
    {"host", "", "machine vm node box ec2"},
    {"zone", "", "az availability"},
    {"region", "", "datacenter dc"},
    {"group", "", "box frame cluster vpc"},
    {"note", "", "text comment"},
};

constexpr double exact_word = 60;
constexpr double first_letter = 7;  ///< as fuzzy_match counts the beginning of a text
constexpr double further_letter = 5;
constexpr double can_be_wired = 3;
constexpr double is_there = 2;
constexpr double called_so = 2 * exact_word;  ///< what bears the very name is meant, whatever else the word may mean

struct Typed {
  QString word;
  int count = 1;
};

Typed parsed(const QString& text) {
  static const QRegularExpression before(QStringLiteral("^(\\d{1,2})\\s*[x×*]?\\s*(\\D.*)?$"));
  static const QRegularExpression behind(QStringLiteral("^(.*\\S)\\s*[x×*]\\s*(\\d{1,2})$"));
  const QString simple = text.simplified();
  const auto limited = [](const QString& digits) { return std::clamp(digits.toInt(), 1, most_additions); };
  if (const auto match = before.match(simple); match.hasMatch())
    return {match.captured(2).trimmed(), limited(match.captured(1))};
  if (const auto match = behind.match(simple); match.hasMatch())
    return {match.captured(1).trimmed(), limited(match.captured(2))};
  return {simple, 1};
}

/// How well another word for it answers, and that word if it is a product's name in full.
std::pair<double, std::string> answer_of_words(std::string_view key, const QString& word) {
  double score = 0;
  std::string stem;
  for (const OtherWords& row : other_words) {
    if (row.key != key || word.isEmpty()) continue;
    for (const char* const list : {row.products, row.words}) {
      for (const QString& each : QString::fromLatin1(list).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!each.startsWith(word, Qt::CaseInsensitive)) continue;
        const bool exact = each.size() == word.size();
        score = std::max(score, exact ? exact_word : first_letter + further_letter * (double(word.size()) - 1));
        if (exact && list == row.products) stem = each.toStdString();
      }
    }
  }
  return {score, stem};
}

Kind kind_of(const Architecture& architecture, ComponentId id) {
  const Component* const component = find(architecture, id);
  return component ? kind_of(component->settings) : Kind::users;
}

/// Fills in how well the entry answers; whether it does at all.
bool answers(QuickAddEntry& entry, std::string_view key, const Typed& typed) {
  const auto match = fuzzy_match(typed.word, entry.label);
  const auto [by_words, stem] = answer_of_words(key, typed.word);
  if (!match && by_words <= 0) return false;
  entry.score = std::max(match ? match->score : 0.0, by_words);
  if (match) entry.matched = match->positions;
  entry.name_stem = stem;
  return true;
}

void wire_with(QuickAddEntry& entry, const Architecture& architecture, const QuickAddPurpose& purpose, Kind kind) {
  for (const ComponentId other : purpose.others)
    if (may_call(kind_of(architecture, other), kind)) entry.callers.push_back(other);
  if (!entry.callers.empty() || purpose.offers == QuickAddPurpose::Offers::callees) return;
  for (const ComponentId other : purpose.others)
    if (may_call(kind, kind_of(architecture, other))) entry.callees.push_back(other);
}

}  // namespace

std::vector<QuickAddEntry> quick_add_entries(const Architecture& architecture, const QuickAddPurpose& purpose,
                                             const QString& text) {
  const Typed typed = parsed(text);
  const bool only_callees = purpose.offers == QuickAddPurpose::Offers::callees;
  std::vector<QuickAddEntry> entries;
  if (purpose.with_existing && purpose.others.size() == 1) {
    for (const ComponentId callee : possible_callees(architecture, purpose.others.front())) {
      QuickAddEntry entry;
      entry.what = callee;
      entry.label = QString::fromStdString(find(architecture, callee)->name);
      if (!answers(entry, {}, typed)) continue;
      entry.name_stem.clear();
      entry.score += is_there + can_be_wired;
      if (entry.label.compare(typed.word, Qt::CaseInsensitive) == 0) entry.score += called_so;
      entries.push_back(std::move(entry));
    }
  }
  for (std::size_t index = 0; index < kinds().size(); ++index) {
    const auto kind = static_cast<Kind>(index);
    if (purpose.link && objection_to_insert(architecture, purpose.link, kind)) continue;
    QuickAddEntry entry;
    entry.what = PaletteItem{kind};
    entry.label = label_of(PaletteItem{kind});
    entry.count = purpose.link ? 1 : typed.count;
    wire_with(entry, architecture, purpose, kind);
    if (only_callees && entry.callers.empty()) continue;
    if (!answers(entry, description(kind).key, typed)) continue;
    if (!entry.callers.empty() || !entry.callees.empty()) entry.score += can_be_wired;
    entries.push_back(std::move(entry));
  }
  if (!only_callees && !purpose.link) {
    std::vector<PaletteItem> others;
    for (const AreaKind kind : {AreaKind::host, AreaKind::zone, AreaKind::region, AreaKind::group})
      others.emplace_back(kind);
    others.emplace_back(NoteItem{});
    for (const PaletteItem& item : others) {
      QuickAddEntry entry;
      entry.what = item;
      entry.label = label_of(item);
      if (answers(entry, icon_of(item), typed)) entries.push_back(std::move(entry));
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const QuickAddEntry& one, const QuickAddEntry& other) { return one.score > other.score; });
  return entries;
}

}  // namespace loadframe
