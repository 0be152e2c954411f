#include "start/start_page.h"

#include "appearance.h"
#include "canvas/canvas.h"
#include "canvas/palette_item.h"
#include "exchange/layout_file.h"
#include "file_actions.h"
#include "start/card_grid.h"
#include "start/layout_card.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QStyleHints>
#include <QTimerEvent>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

#include <optional>

namespace loadframe {

namespace {

constexpr int frame_ms = 50;
constexpr int most_recent_shown = 6;
constexpr int widest = 1060;
constexpr int margin = 28;

std::optional<Architecture> read_quietly(const QString& path, bool is_example) {
  if (is_example) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    auto layout = layout_from_text(file.readAll().toStdString(), path.toStdString());
    if (!layout) return std::nullopt;
    return std::move(layout).value().architecture;
  }
  auto layout = read_layout(std::filesystem::path(path.toStdU16String()));
  if (!layout) return std::nullopt;
  return std::move(layout).value().architecture;
}

/// "Shoppers reach three web servers.": the first sentence of a description.
QString first_sentence(const std::string& description) {
  const QString text = QString::fromStdString(description).simplified();
  const qsizetype end = text.indexOf(QStringLiteral(". "));
  return end < 0 ? text : text.left(end + 1);
}

QString when_text(const QDateTime& at) {
  const qint64 days = at.date().daysTo(QDate::currentDate());
  const QString time = QLocale().toString(at.time(), QLocale::ShortFormat);
  if (days == 0) return StartPage::tr("today, %1").arg(time);
  if (days == 1) return StartPage::tr("yesterday, %1").arg(time);
  return QLocale().toString(at.date(), QLocale::ShortFormat);
}

}  // namespace

StartPage::StartPage(Canvas& canvas, FileActions& files, const Appearance& appearance)
    : QScrollArea(&canvas), canvas_(canvas), files_(files), appearance_(appearance) {
  setProperty("role", QStringLiteral("start"));
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setCursor(Qt::ArrowCursor);
  setAccessibleName(tr("Start page"));
  auto* const page = new QWidget(this);
  page->setObjectName(QStringLiteral("start_page"));
  auto* const content = new QWidget(page);
  content->setMaximumWidth(widest);
  auto* const centred = new QHBoxLayout(page);
  centred->setContentsMargins(margin, margin, margin, margin);
  centred->addStretch(1);
  centred->addWidget(content, 1000);
  centred->addStretch(1);

  const auto label = [content](const QString& text, const char* role) {
    auto* const made = new QLabel(text, content);
    made->setProperty("role", QString::fromLatin1(role));
    made->setWordWrap(true);
    return made;
  };
  auto* const draw = new QPushButton(tr("New drawing"), content);
  draw->setProperty("role", QStringLiteral("primary"));
  auto* const open = new QPushButton(tr("Open…"), content);
  auto* const buttons = new QHBoxLayout;
  buttons->setSpacing(10);
  buttons->addWidget(draw);
  buttons->addWidget(open);
  buttons->addStretch(1);
  recent_heading_ = label(tr("Recent"), "heading");
  recent_ = new CardGrid(content);
  auto* const examples = new CardGrid(content);
  add_examples(*examples, false);
  auto* const papers = new CardGrid(content);
  add_examples(*papers, true);

  auto* const column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(label(tr("Draw a system, run it, break it"), "large"));
  column->addWidget(label(tr("Drag a kind from the palette to begin, or start from what others have drawn."), "muted"));
  column->addSpacing(4);
  column->addLayout(buttons);
  column->addSpacing(12);
  column->addWidget(recent_heading_);
  column->addWidget(recent_);
  column->addSpacing(8);
  column->addWidget(label(tr("From one server to a million users, step by step"), "heading"));
  column->addWidget(examples);
  column->addSpacing(8);
  column->addWidget(label(tr("What papers found"), "heading"));
  column->addWidget(papers);
  column->addStretch(1);
  setWidget(page);

  connect(draw, &QPushButton::clicked, this, [this] {
    set_wanted(false);
    canvas_.setFocus(Qt::OtherFocusReason);
  });
  connect(open, &QPushButton::clicked, &files_, &FileActions::choose_and_open);
  connect(&files_, &FileActions::recent_files_changed, this, [this] {
    if (isVisible()) fill_recent();
    else loaded_ = false;
  });
  connect(&canvas_.document(), &Document::changed, this, &StartPage::show_if_empty);
  connect(&canvas_.document(), &Document::title_changed, this, &StartPage::show_if_empty);
  connect(&canvas_.document(), &Document::replaced, this, [this] {
    wanted_ = true;
    show_if_empty();
  });
  connect(&appearance_, &Appearance::changed, this, qOverload<>(&QWidget::update));
  canvas_.installEventFilter(this);
  setGeometry(canvas_.rect());
  show_if_empty();
}

void StartPage::set_wanted(bool wanted) {
  wanted_ = wanted;
  show_if_empty();
}

void StartPage::show_if_empty() {
  const Document& document = canvas_.document();
  const Architecture& architecture = document.architecture();
  const bool is_empty = architecture == Architecture{} && document.path().isEmpty() && !document.is_modified();
  setVisible(wanted_ && is_empty);
  if (isVisible()) raise();
}

void StartPage::add_examples(CardGrid& grid, bool from_papers) {
  const auto group = from_papers ? ExampleGroup::papers : ExampleGroup::first_steps;
  int step = 0;
  for (const auto& [resource, name] : FileActions::examples(group)) {
    const QString title = from_papers ? name : tr("%1 · %2", "a step's number and name").arg(++step).arg(name);
    auto* const card = new LayoutCard(appearance_, title, {}, &grid);
    connect(card, &QAbstractButton::clicked, &files_, [this, path = resource] {
      opened_.start();
      files_.open_example(path);
    });
    grid.add(card);
    moving_.push_back(card);
    to_load_.emplace_back(card, resource);
  }
}

void StartPage::fill_recent() {
  recent_->clear();
  int shown = 0;
  for (const QString& path : files_.recent_files()) {
    const QFileInfo file(path);
    if (!file.exists() || shown == most_recent_shown) continue;
    ++shown;
    const QString folder = QDir::toNativeSeparators(file.absolutePath());
    auto* const card = new LayoutCard(
        appearance_, file.completeBaseName(),
        tr("%1 · %2", "when it was changed, and its folder").arg(when_text(file.lastModified()), folder), recent_);
    connect(card, &QAbstractButton::clicked, &files_, [this, path] {
      opened_.start();
      files_.open(path);
    });
    recent_->add(card);
    load(card, path, false);
  }
  recent_heading_->setVisible(shown > 0);
  recent_->setVisible(shown > 0);
}

void StartPage::load(LayoutCard* card, const QString& path, bool is_example) {
  auto* const reading = new QFutureWatcher<std::optional<Architecture>>(card);
  connect(reading, &QFutureWatcherBase::finished, card, [card, reading, is_example] {
    reading->deleteLater();
    auto architecture = reading->future().takeResult();
    if (!architecture) return;
    if (is_example) {
      card->set_about(first_sentence(architecture->properties.description));
      const QString whole = QString::fromStdString(architecture->properties.description);
      card->setToolTip(QStringLiteral("<p>%1</p>").arg(whole.toHtmlEscaped()));
    }
    card->show_layout(*std::move(architecture));
  });
  reading->setFuture(QtConcurrent::run(read_quietly, path, is_example));
}

bool StartPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &canvas_) {
    switch (event->type()) {
      case QEvent::Resize:
        setGeometry(canvas_.rect());
        break;
      case QEvent::DragEnter:
        // The canvas shows where a new element would come to lie.
        if (static_cast<QDragEnterEvent*>(event)->mimeData()->hasFormat(QLatin1String(palette_mime_type))) hide();
        break;
      case QEvent::DragLeave:
        QMetaObject::invokeMethod(this, &StartPage::show_if_empty, Qt::QueuedConnection);
        break;
      case QEvent::MouseButtonDblClick:
        // Its first click was on a card: it means nothing to the drawing that has come up below.
        if (opened_.isValid() && opened_.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval())
          return true;
        break;
      default:
        break;
    }
  }
  return QScrollArea::eventFilter(watched, event);
}

void StartPage::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  if (!loaded_) {
    // After the window itself has come up.
    QMetaObject::invokeMethod(
        this,
        [this] {
          fill_recent();
          for (const auto& [card, path] : to_load_) load(card, path, true);
          to_load_.clear();
        },
        Qt::QueuedConnection);
    loaded_ = true;
  }
  if (!appearance_.reduces_motion()) timer_.start(frame_ms, this);
}

void StartPage::hideEvent(QHideEvent* event) {
  QScrollArea::hideEvent(event);
  timer_.stop();
}

void StartPage::timerEvent(QTimerEvent* event) {
  if (event->timerId() != timer_.timerId()) {
    QScrollArea::timerEvent(event);
    return;
  }
  if (!window()->isActiveWindow()) return;
  for (LayoutCard* const card : moving_) card->advance(frame_ms);
}

}  // namespace loadframe
