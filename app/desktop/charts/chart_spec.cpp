#include "charts/chart_spec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace loadframe {

namespace {

constexpr qsizetype most_charts = 40;
constexpr qsizetype most_series = 24;

struct StandardWord {
  StandardChart chart;
  const char* key;
  const char* title;
  MetricUnit unit;
};

constexpr std::array standard_words{
    StandardWord{StandardChart::requests, "requests", QT_TRANSLATE_NOOP("metric", "Requests"), MetricUnit::per_second},
    StandardWord{StandardChart::latency, "latency", QT_TRANSLATE_NOOP("metric", "Latency"), MetricUnit::milliseconds},
    StandardWord{StandardChart::utilisation, "utilisation", QT_TRANSLATE_NOOP("metric", "Utilisation"),
                 MetricUnit::percent},
    StandardWord{StandardChart::calls, "calls", QT_TRANSLATE_NOOP("metric", "Calls"), MetricUnit::count}};

const StandardWord* word_of(StandardChart chart) {
  const auto found = std::find_if(standard_words.begin(), standard_words.end(),
                                  [&](const StandardWord& word) { return word.chart == chart; });
  return found == standard_words.end() ? nullptr : &*found;
}

QJsonObject to_json(const ChartSpec& spec) {
  QJsonObject object;
  if (!spec.title.isEmpty()) object[QLatin1String("title")] = spec.title;
  if (const StandardWord* word = word_of(spec.standard)) object[QLatin1String("standard")] = QLatin1String(word->key);
  QJsonArray series;
  for (const SeriesSpec& one : spec.series)
    series.append(QJsonObject{{QLatin1String("of"), one.subject}, {QLatin1String("metric"), one.metric}});
  if (!series.isEmpty()) object[QLatin1String("series")] = series;
  return object;
}

ChartSpec from_json(const QJsonObject& object) {
  ChartSpec spec;
  spec.title = object[QLatin1String("title")].toString();
  const QString standard = object[QLatin1String("standard")].toString();
  for (const StandardWord& word : standard_words)
    if (standard == QLatin1String(word.key)) spec.standard = word.chart;
  if (spec.standard != StandardChart::none) return spec;
  const QJsonArray series = object[QLatin1String("series")].toArray();
  for (qsizetype i = 0; i < std::min(series.size(), most_series); ++i) {
    const QJsonObject one = series[i].toObject();
    const Metric* metric = find_metric(one[QLatin1String("metric")].toString());
    if (metric && (spec.series.empty() || metric->unit == unit_of(spec)))
      spec.series.push_back({one[QLatin1String("of")].toString(), metric->key});
  }
  return spec;
}

}  // namespace

std::vector<ChartSpec> usual_charts() {
  std::vector<ChartSpec> charts;
  for (const StandardWord& word : standard_words) charts.push_back({{}, word.chart, {}});
  return charts;
}

QString title_of(const ChartSpec& spec) {
  if (!spec.title.isEmpty()) return spec.title;
  if (const StandardWord* word = word_of(spec.standard)) return QCoreApplication::translate("metric", word->title);
  if (spec.series.empty()) return QCoreApplication::translate("metric", "Chart");
  const SeriesSpec& first = spec.series.front();
  const bool one_subject = std::all_of(spec.series.begin(), spec.series.end(),
                                       [&](const SeriesSpec& one) { return one.subject == first.subject; });
  const bool one_metric = std::all_of(spec.series.begin(), spec.series.end(),
                                      [&](const SeriesSpec& one) { return one.metric == first.metric; });
  const QString subject =
      first.subject.isEmpty() ? QCoreApplication::translate("metric", "Whole system") : first.subject;
  const Metric* metric = find_metric(first.metric);
  const QString what = metric ? metric->label : first.metric;
  if (one_subject && one_metric) return QCoreApplication::translate("metric", "%1: %2").arg(subject, what);
  if (one_subject) return subject;
  return one_metric ? what : unit_label(unit_of(spec));
}

MetricUnit unit_of(const ChartSpec& spec) {
  if (const StandardWord* word = word_of(spec.standard)) return word->unit;
  const Metric* metric = spec.series.empty() ? nullptr : find_metric(spec.series.front().metric);
  return metric ? metric->unit : MetricUnit::count;
}

QString charts_to_text(const std::vector<ChartSpec>& charts) {
  QJsonArray list;
  for (const ChartSpec& spec : charts) list.append(to_json(spec));
  return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::vector<ChartSpec> charts_from_text(const QString& text) {
  const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
  if (!document.isArray()) return usual_charts();
  std::vector<ChartSpec> charts;
  const QJsonArray list = document.array();
  for (qsizetype i = 0; i < std::min(list.size(), most_charts); ++i)
    if (ChartSpec spec = from_json(list[i].toObject()); spec.standard != StandardChart::none || !spec.series.empty())
      charts.push_back(std::move(spec));
  return charts;
}

}  // namespace loadframe
