#include "panels/element_words.h"

#include "panels/wording.h"

#include <QCoreApplication>

namespace loadframe {

namespace {

/// Names the context of the texts.
class ElementWords {
  Q_DECLARE_TR_FUNCTIONS(ElementWords)
};

QString simplified(const QString& text) {
  QString plain = text.simplified();
  return plain.replace(QLatin1String("->"), QStringLiteral("→"));
}

}  // namespace

QString kind_words(const Architecture& architecture, const ElementId& element) {
  if (const auto* const id = std::get_if<ComponentId>(&element)) {
    const Component* const component = find(architecture, *id);
    return component ? translated(description(kind_of(component->settings)).label) : QString();
  }
  if (const auto* const id = std::get_if<AreaId>(&element)) {
    const Area* const area = find(architecture, *id);
    return area ? translated(description(kind_of(area->settings)).label) : QString();
  }
  return std::holds_alternative<LinkId>(element) ? ElementWords::tr("Link") : ElementWords::tr("Note");
}

QString name_words(const Architecture& architecture, const ElementId& element) {
  if (const auto* const id = std::get_if<LinkId>(&element)) {
    const Link* const link = find(architecture, *id);
    if (!link) return {};
    return ElementWords::tr("%1 → %2", "a link from one component to another")
        .arg(to_qstring(name_of(architecture, link->caller)), to_qstring(name_of(architecture, link->callee)));
  }
  if (const auto* const id = std::get_if<NoteId>(&element)) {
    const Note* const note = find(architecture, *id);
    return note ? to_qstring(note->text).trimmed().section(QLatin1Char('\n'), 0, 0) : QString();
  }
  return to_qstring(name_of(architecture, element));
}

std::vector<ElementId> find_by_words(const Architecture& architecture, const QString& words) {
  const QString wanted = simplified(words);
  std::vector<ElementId> found;
  if (wanted.isEmpty()) return found;
  const auto has = [&wanted](const QString& text) { return simplified(text).contains(wanted, Qt::CaseInsensitive); };
  const auto take = [&](const auto& elements) {
    for (const auto& element : elements) {
      const ElementId id = element.id;
      if (has(name_words(architecture, id)) || has(kind_words(architecture, id))) found.push_back(id);
    }
  };
  take(architecture.components);
  take(architecture.areas);
  for (const Link& link : architecture.links) {
    const bool is_an_end =
        has(to_qstring(name_of(architecture, link.caller))) || has(to_qstring(name_of(architecture, link.callee)));
    if (!is_an_end && (has(name_words(architecture, link.id)) || has(kind_words(architecture, link.id))))
      found.emplace_back(link.id);
  }
  for (const Note& note : architecture.notes)
    if (has(to_qstring(note.text)) || has(kind_words(architecture, note.id))) found.emplace_back(note.id);
  return found;
}

}  // namespace loadframe
