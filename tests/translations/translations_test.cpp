#include "architecture/areas.h"
#include "architecture/faults.h"
#include "architecture/kinds.h"
#include "architecture/links.h"
#include "architecture/request_classes.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <string_view>
#include <vector>

namespace loadframe {
namespace {

struct Message {
  QString context;
  QString source;
  QStringList translations;  ///< several where the number of things decides
  QString type;              ///< empty when finished
};

Message read_message(QXmlStreamReader& xml, const QString& context) {
  Message message;
  message.context = context;
  while (xml.readNextStartElement()) {
    if (xml.name() == QLatin1String("source")) {
      message.source = xml.readElementText();
    } else if (xml.name() == QLatin1String("translation")) {
      message.type = xml.attributes().value(QLatin1String("type")).toString();
      QString text;
      while (xml.readNext() != QXmlStreamReader::EndElement || xml.name() != QLatin1String("translation")) {
        if (xml.hasError()) break;
        if (xml.isStartElement()) message.translations << xml.readElementText();
        else if (xml.isCharacters()) text += xml.text();
      }
      if (message.translations.isEmpty()) message.translations << text;
    } else {
      xml.skipCurrentElement();
    }
  }
  return message;
}

std::vector<Message> german() {
  QFile file(QStringLiteral(LOADFRAME_SOURCE_DIR "/translations/loadframe_de.ts"));
  std::vector<Message> messages;
  if (!file.open(QIODevice::ReadOnly)) return messages;
  QXmlStreamReader xml(&file);
  xml.readNextStartElement();
  while (xml.readNextStartElement()) {
    QString context;
    while (xml.readNextStartElement()) {
      if (xml.name() == QLatin1String("name")) context = xml.readElementText();
      else if (xml.name() == QLatin1String("message")) messages.push_back(read_message(xml, context));
      else xml.skipCurrentElement();
    }
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  return messages;
}

/// Every text of the core that the window shows by its tables.
std::vector<std::string_view> texts_of_tables() {
  std::vector<std::string_view> texts;
  const auto add_settings = [&texts](const SettingsTable& table) {
    for (const Setting& setting : table) {
      texts.insert(texts.end(), {setting.label, setting.help, setting.group});
      for (const ChoiceWord& choice : setting.choices) texts.push_back(choice.label);
    }
  };
  for (const KindDescription& kind : kinds()) {
    texts.insert(texts.end(), {kind.label, kind.help});
    add_settings(kind.settings);
  }
  for (const AreaKindDescription& kind : area_kinds()) {
    texts.insert(texts.end(), {kind.label, kind.help});
    add_settings(kind.settings);
  }
  for (const ActionDescription& kind : action_kinds())
    texts.insert(texts.end(), {kind.label, kind.help, kind.amount_label});
  add_settings(link_settings());
  add_settings(request_class_settings());
  std::erase_if(texts, [](std::string_view text) { return text.empty(); });
  return texts;
}

QSet<QString> placeholders(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("%(?:L?[1-9][0-9]?|n)"));
  QSet<QString> found;
  for (auto match = pattern.globalMatch(text); match.hasNext();) found << match.next().captured();
  return found;
}

TEST(GermanTranslation, IsFinished) {
  const auto messages = german();
  ASSERT_FALSE(messages.empty());
  for (const Message& message : messages) {
    SCOPED_TRACE(message.context.toStdString() + ": " + message.source.toStdString());
    EXPECT_EQ(message.type.toStdString(), "");
    EXPECT_FALSE(message.translations.isEmpty());
    for (const QString& translation : message.translations) EXPECT_FALSE(translation.isEmpty());
  }
}

TEST(GermanTranslation, HasThePlaceholdersOfItsSource) {
  for (const Message& message : german())
    for (const QString& translation : message.translations)
      EXPECT_EQ(placeholders(translation), placeholders(message.source))
          << message.source.toStdString() << " -> " << translation.toStdString();
}

TEST(GermanTranslation, KeepsTheBlanksAroundItsSource) {
  for (const Message& message : german())
    for (const QString& translation : message.translations) {
      EXPECT_EQ(translation.startsWith(QLatin1Char(' ')), message.source.startsWith(QLatin1Char(' ')));
      EXPECT_EQ(translation.endsWith(QLatin1Char(' ')), message.source.endsWith(QLatin1Char(' ')))
          << message.source.toStdString() << " -> " << translation.toStdString();
    }
}

TEST(GermanTranslation, CoversTheTablesOfTheCore) {
  QSet<QString> translated;
  for (const Message& message : german())
    if (message.context == QLatin1String("core") && message.type.isEmpty()) translated << message.source;
  for (const std::string_view text : texts_of_tables())
    EXPECT_TRUE(translated.contains(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))))
        << "\"" << text << "\": run translations/update, then translate";
}

}  // namespace
}  // namespace loadframe
