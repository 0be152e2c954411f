#include "typed_settings.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "architecture/typed_text.h"
#include "canvas/canvas.h"
#include "document.h"
#include "fuzzy_match.h"
#include "main_window.h"
#include "panels/element_words.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace loadframe {

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(TypedSettings)
};

constexpr double for_value =
    30;  ///< a value that is understood says what is meant, letters found here and there do not
constexpr double unreadable = -4;
constexpr std::size_t most_offered = 6;

/// Whether the words are beginnings of the label's words, in order: "cpu ti" is of "CPU time".
bool names(const QStringList& words, const QString& label) {
  const QStringList of_label = label.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  qsizetype next = 0;
  for (const QString& word : words) {
    while (next < of_label.size() && !of_label[next].startsWith(word, Qt::CaseInsensitive)) ++next;
    if (next++ >= of_label.size()) return false;
  }
  return true;
}

struct Reading {
  std::optional<SettingValue> value;
  QString problem;  ///< why there is none
};

/// The choice whose key begins so; else the one whose label answers the letters best.
Reading read_choice(const Setting& setting, const QString& text) {
  std::optional<std::size_t> best;
  double best_score = 0;
  for (std::size_t i = 0; i < setting.choices.size(); ++i) {
    if (to_qstring(setting.choices[i].key).startsWith(text, Qt::CaseInsensitive)) {
      best = i;
      break;
    }
    const auto match = fuzzy_match(text, translated(setting.choices[i].label));
    if (!match || (best && match->score <= best_score)) continue;
    best = i;
    best_score = match->score;
  }
  if (!best) return {};
  return {Choice{static_cast<int>(*best)}, {}};
}

Reading read_value(const Setting& setting, const QString& text, const SettingValue& present) {
  if (setting.type == SettingType::choice) return read_choice(setting, text);
  const auto value = setting_value_from_typing(setting, to_std(text), present);
  if (value) return {*value, {}};
  return {{}, translated(to_text(value.diagnostic()))};
}

QString value_words(const Setting& setting, const SettingValue& value) {
  if (const auto* const choice = std::get_if<Choice>(&value))
    return translated(setting.choices[static_cast<std::size_t>(choice->index)].label);
  return to_qstring(setting_value_to_text(setting, value));
}

}  // namespace

std::vector<Command> typed_settings(MainWindow& window, const QString& words) {
  const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  Canvas& canvas = window.canvas();
  Document& document = window.document();
  const std::vector<ElementId> selection = canvas.selection();
  if (parts.size() < 2 || selection.empty()) return {};
  const Architecture& architecture = document.architecture();
  const ElementId first = selection.front();
  const void* const settings = settings_of(architecture, first);
  if (!settings) return {};
  const SettingsTable& table = settings_table(architecture, first);
  const auto lacks = [&](const ElementId& element) { return &settings_table(architecture, element) != &table; };
  if (std::any_of(selection.begin(), selection.end(), lacks)) return {};

  const Theme& theme = canvas.theme();
  const QIcon icon = tile_icon(theme, icon_key(architecture, first), color_of(theme, architecture, first));
  const QString whose = selection.size() == 1 ? name_words(architecture, first)
                                              : Texts::tr("%n elements", nullptr, static_cast<int>(selection.size()));
  std::vector<Command> offered;
  for (const Setting& setting : table) {
    if (!setting.applies_to(settings)) continue;
    const QString label = translated(setting.label);
    // As many words as can be are the name; the rest is the value.
    for (qsizetype named = parts.size() - 1; named >= 1; --named) {
      const QStringList name = parts.mid(0, named);
      // People name a setting as the inspector does, or as files do.
      const QString called =
          names(name, label) ? label : to_qstring(setting.key).replace(QLatin1Char('_'), QLatin1Char(' '));
      if (!names(name, called)) continue;
      const QString text = parts.mid(named).join(QLatin1Char(' '));
      const Reading reading = read_value(setting, text, setting.get(settings));
      const auto match = fuzzy_match(name.join(QLatin1Char(' ')), called);
      const double score = match ? match->score : 0;
      Command command{QStringLiteral("set/") + to_qstring(setting.key), {}, Texts::tr("Settings"), {}, icon};
      if (reading.value) {
        command.title = Texts::tr("Set %1 of %2 to %3").arg(label, whose, value_words(setting, *reading.value));
        command.score = score + for_value;
        command.does = [&document, selection, key = setting.key, value = *reading.value, label] {
          document.apply(set_setting(document.architecture(), selection, key, value), Texts::tr("Set %1").arg(label));
        };
      } else if (!reading.problem.isEmpty()) {
        command.title = Texts::tr("Set %1 of %2 to “%3”").arg(label, whose, text);
        command.enabled = false;
        command.why_not = reading.problem;
        command.score = score + unreadable;
      } else {
        continue;
      }
      offered.push_back(std::move(command));
      break;
    }
  }
  std::stable_sort(offered.begin(), offered.end(),
                   [](const Command& a, const Command& b) { return a.score > b.score; });
  if (offered.size() > most_offered) offered.resize(most_offered);
  return offered;
}

}  // namespace loadframe
