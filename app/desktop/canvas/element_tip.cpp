#include "canvas/element_tip.h"

#include "core_text.h"
#include "diagram/figures.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace loadframe {

namespace {

QString in_words(const char* text) { return QCoreApplication::translate("ElementTip", text); }

QString escaped(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString milliseconds(Duration span) {
  const double value = span.milliseconds();
  return in_words(QT_TRANSLATE_NOOP("ElementTip", "%1 ms")).arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
}

QString per_second(std::uint64_t count, Duration length) {
  const double rate = length > Duration{} ? static_cast<double>(count) / length.seconds() : 0;
  return QLocale().toString(rate, 'f', rate < 10 ? 1 : 0);
}

QString per_cent(double share) { return QLocale().toString(100 * share, 'f', 0) + QStringLiteral(" %"); }

QString kind_label(const Architecture& architecture, const ElementId& element) {
  if (const auto* const id = std::get_if<ComponentId>(&element)) {
    if (const Component* const component = find(architecture, *id))
      return core_text(description(kind_of(component->settings)).label);
  }
  if (const auto* const id = std::get_if<AreaId>(&element)) {
    if (const Area* const area = find(architecture, *id)) return core_text(description(kind_of(area->settings)).label);
  }
  return {};
}

template <class Row, class IdType>
const Row* find_row(const std::vector<Row>& rows, IdType id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

void add_figures(QStringList& lines, const Component& component, const ComponentSample& row, Duration length) {
  const auto line = [&lines](const char* pattern, const QString& value) { lines += in_words(pattern).arg(value); };
  line(QT_TRANSLATE_NOOP("ElementTip", "%1 answered per second"), per_second(row.ok, length));
  if (row.failed > 0) line(QT_TRANSLATE_NOOP("ElementTip", "%1 failed per second"), per_second(row.failed, length));
  line(QT_TRANSLATE_NOOP("ElementTip", "%1 busy"), per_cent(static_cast<double>(row.utilisation)));
  const QString waiting = QLocale().toString(static_cast<double>(row.queue), 'f', 0);
  if (is_broker(component)) line(QT_TRANSLATE_NOOP("ElementTip", "%1 messages kept"), waiting);
  else if (row.queue >= 0.5F) line(QT_TRANSLATE_NOOP("ElementTip", "%1 waiting"), waiting);
  if (const std::int64_t nodes = nodes_of(component))
    lines += in_words(QT_TRANSLATE_NOOP("ElementTip", "%1 of %2 nodes live")).arg(row.instances).arg(nodes);
  else if (row.instances > 1)
    line(QT_TRANSLATE_NOOP("ElementTip", "%1 instances"), QLocale().toString(row.instances));
  if (row.memory > 0)
    line(QT_TRANSLATE_NOOP("ElementTip", "memory %1 in use"), per_cent(static_cast<double>(row.memory)));
  if (row.hit_ratio >= 0)
    line(QT_TRANSLATE_NOOP("ElementTip", "%1 hits"), per_cent(static_cast<double>(row.hit_ratio)));
  if (row.ok > 0) {
    lines += in_words(QT_TRANSLATE_NOOP("ElementTip", "latency p50 %1, p95 %2, p99 %3"))
                 .arg(milliseconds(row.latency.p50), milliseconds(row.latency.p95), milliseconds(row.latency.p99));
  }
  if (row.replication_lag > Duration{})
    line(QT_TRANSLATE_NOOP("ElementTip", "%1 behind the primary"), milliseconds(row.replication_lag));
}

void add_figures(QStringList& lines, const LinkSample& row, Duration length) {
  const auto line = [&lines](const char* pattern, const QString& value) { lines += in_words(pattern).arg(value); };
  if (row.cut) lines += in_words(QT_TRANSLATE_NOOP("ElementTip", "cut"));
  if (row.target_down) lines += in_words(QT_TRANSLATE_NOOP("ElementTip", "nothing is sent: the target is marked down"));
  line(QT_TRANSLATE_NOOP("ElementTip", "%1 answered per second"), per_second(row.ok, length));
  if (row.failed > 0) line(QT_TRANSLATE_NOOP("ElementTip", "%1 failed per second"), per_second(row.failed, length));
  line(QT_TRANSLATE_NOOP("ElementTip", "%1 under way"), QLocale().toString(row.in_flight));
}

}  // namespace

QString element_tip(const Architecture& architecture, const ElementId& element, const std::vector<Finding>& findings,
                    const Sample* sample) {
  QStringList lines;
  for (const Finding& finding : findings) {
    if (element == ElementId{} || finding.element != element) continue;
    QString line = core_text(finding.diagnostic.what).toHtmlEscaped();
    if (!finding.diagnostic.remedy.empty())
      line += QStringLiteral("<br><i>%1</i>").arg(core_text(finding.diagnostic.remedy).toHtmlEscaped());
    lines += line;
  }
  if (sample) {
    if (const auto* const component = std::get_if<ComponentId>(&element)) {
      const Component* const shown = find(architecture, *component);
      const auto* const row = find_row(sample->components, *component);
      if (shown && row) add_figures(lines, *shown, *row, sample->length);
    } else if (const auto* const link = std::get_if<LinkId>(&element)) {
      if (const auto* const row = find_row(sample->links, *link)) add_figures(lines, *row, sample->length);
    } else if (const auto* const area = std::get_if<AreaId>(&element)) {
      if (const auto* const row = find_row(sample->hosts, *area))
        lines += in_words(QT_TRANSLATE_NOOP("ElementTip", "CPU %1 busy"))
                     .arg(per_cent(static_cast<double>(row->utilisation)));
    }
  }
  if (std::holds_alternative<NoteId>(element) || element == ElementId{}) return lines.join(QStringLiteral("<br>"));
  if (const auto* const link = std::get_if<LinkId>(&element)) {
    if (const Link* const found = find(architecture, *link)) {
      lines += in_words(QT_TRANSLATE_NOOP("ElementTip", "one-way latency %1"))
                   .arg(QString::fromStdString(to_text(latency_of(architecture, *found))));
    }
  }
  const QString kind = kind_label(architecture, element);
  const QString title = QStringLiteral("<b>%1</b>").arg(escaped(name_of(architecture, element))) +
                        (kind.isEmpty() ? QString() : QStringLiteral(" · ") + kind);
  lines.prepend(title);
  return QStringLiteral("<p style='white-space:pre-wrap; margin:0'>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

}  // namespace loadframe
