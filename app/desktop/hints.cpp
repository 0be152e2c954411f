#include "hints.h"

#include "canvas/canvas.h"
#include "main_window.h"
#include "presentation.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

#include <algorithm>
#include <chrono>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

/// A moment of rest before a hint: it must not come into a movement.
constexpr auto rest = 900ms;
constexpr int inset = 16;
constexpr int widest_in_characters = 52;
const Duration runs_a_while = seconds(4);

QString shown_key() { return QStringLiteral("hints/shown"); }

bool was_shown(const QString& key) { return QSettings().value(shown_key()).toStringList().contains(key); }

}  // namespace

Hints::Hints(MainWindow& window) : QFrame(&window.canvas()), window_(window) {
  setProperty("role", QStringLiteral("hint"));
  setCursor(Qt::ArrowCursor);
  text_ = new QLabel(this);
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::PlainText);
  auto* const done = new QPushButton(tr("Got it"), this);
  done->setProperty("role", QStringLiteral("quiet"));
  done->setFocusPolicy(Qt::TabFocus);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(14, 8, 8, 8);
  row->setSpacing(12);
  row->addWidget(text_, 1);
  row->addWidget(done);
  hide();
  connect(done, &QPushButton::clicked, this, &Hints::dismiss);

  due_.setSingleShot(true);
  due_.setInterval(rest);
  connect(&due_, &QTimer::timeout, this, &Hints::look);
  const auto soon = [this] { due_.start(); };
  LiveRun& run = window_.live_run();
  connect(&window_.document(), &Document::changed, this, soon);
  connect(&window_.document(), &Document::replaced, this, [this] {
    acted_ = false;
    hide();
    key_.clear();
    due_.start();
  });
  connect(&run, &LiveRun::state_changed, this, soon);
  connect(&run, &LiveRun::advanced, this, [this](const LiveFrame& frame) {
    const bool acts = std::any_of(frame.happened.begin(), frame.happened.end(),
                                  [](const Event& event) { return event.action.has_value(); });
    acted_ = acted_ || acts;
    if (!due_.isActive() && (key_.isEmpty() || acts)) due_.start();
  });
  connect(&window_.presentation(), &Presentation::changed, this,
          [this] { setVisible(!key_.isEmpty() && !window_.presentation().is_on()); });
  window_.canvas().installEventFilter(this);
}

void Hints::forget_shown() { QSettings().remove(shown_key()); }

void Hints::look() {
  const LiveRun& run = window_.live_run();
  const Architecture& architecture = window_.document().architecture();
  const bool has_run = run.now() > Duration{};
  // What has been understood needs no hint any more.
  if (key_ == QLatin1String("run") && has_run) dismiss();
  if (key_ == QLatin1String("wire") && !architecture.links.empty()) dismiss();
  if (key_ == QLatin1String("break") && acted_) dismiss();
  if (key_ == QLatin1String("rewind") && run.is_in_the_past()) dismiss();
  if (!key_.isEmpty() || !window_.isActiveWindow() || window_.presentation().is_on()) return;

  if (architecture.components.size() >= 2 && architecture.links.empty()) {
    say(QStringLiteral("wire"),
        tr("Wire them: pull from the edge of a component to what it calls, or press C and drag."));
  } else if (run.state() == LiveRun::State::paused && !has_run && !architecture.links.empty()) {
    say(QStringLiteral("run"), tr("Press Space to run it, and watch the requests."));
  } else if (run.is_running() && run.now() > runs_a_while && !acted_) {
    say(QStringLiteral("break"),
        tr("Now break something: press B and click a server to kill it. A second click restarts it."));
  } else if (acted_ && run.is_running() && run.now() > runs_a_while) {
    say(QStringLiteral("rewind"),
        tr("Drag the timeline below the canvas to go back to before the failure, change something, and run again."));
  }
}

void Hints::say(const QString& key, const QString& text) {
  if (was_shown(key)) return;
  key_ = key;
  text_->setText(text);
  setAccessibleName(text);
  place();
  show();
  raise();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void Hints::dismiss() {
  QStringList shown = QSettings().value(shown_key()).toStringList();
  if (!shown.contains(key_)) shown.append(key_);
  QSettings().setValue(shown_key(), shown);
  key_.clear();
  hide();
  due_.start();
}

void Hints::place() {
  const QWidget& canvas = window_.canvas();
  const int room = std::max(0, canvas.width() - 2 * inset);
  const int one_line = text_->fontMetrics().horizontalAdvance(text_->text()) + 8;
  const int others = sizeHint().width() - text_->sizeHint().width();
  const int width =
      std::min({one_line + others, fontMetrics().averageCharWidth() * widest_in_characters + others, room});
  resize(width, heightForWidth(width));
  // Above the controls in the canvas's corners.
  const int controls = fontMetrics().height() * 3;
  move(inset, canvas.height() - height() - controls - inset);
}

bool Hints::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && isVisible()) place();
  return QFrame::eventFilter(watched, event);
}

}  // namespace loadframe
