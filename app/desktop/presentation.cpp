#include "presentation.h"

#include "appearance.h"
#include "canvas/canvas.h"
#include "diagram/icons.h"
#include "main_window.h"
#include "panels/glyphs.h"
#include "panels/wording.h"
#include "workspace.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QToolButton>

#include <chrono>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

constexpr auto stays = 3s;
constexpr int inset = 18;

}  // namespace

Presentation::Presentation(MainWindow& window, const Appearance& appearance)
    : QFrame(&window.canvas()), window_(window), appearance_(appearance) {
  setProperty("role", QStringLiteral("popup"));
  setCursor(Qt::ArrowCursor);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(8, 6, 8, 6);
  row->setSpacing(4);
  const auto button = [&](const QString& name, const QString& text) {
    auto* const made = new QToolButton(this);
    made->setProperty("role", QStringLiteral("quiet"));
    made->setToolTip(name);
    made->setAccessibleName(name);
    made->setText(text);
    made->setIconSize(QSize(16, 16));
    made->setFocusPolicy(Qt::TabFocus);
    row->addWidget(made);
    return made;
  };
  LiveRun& run = window_.live_run();
  run_ = button(tr("Run"), {});
  clock_ = new QLabel(this);
  clock_->setProperty("role", QStringLiteral("title"));
  clock_->setAlignment(Qt::AlignCenter);
  clock_->setMinimumWidth(clock_->fontMetrics().horizontalAdvance(QStringLiteral("0:00:00.0")) + 20);
  row->addWidget(clock_);
  QToolButton* const slower = button(tr("Slower ([)"), QStringLiteral("−"));
  speed_ = new QLabel(this);
  speed_->setAlignment(Qt::AlignCenter);
  speed_->setMinimumWidth(fontMetrics().horizontalAdvance(speed_text(0.001)) + 8);
  row->addWidget(speed_);
  QToolButton* const faster = button(tr("Faster (])"), QStringLiteral("+"));
  row->addSpacing(10);
  select_ = button(tr("Select (V)"), tr("Select"));
  break_ = button(tr("Kill, restart, cut and mend by a click (B)"), tr("Break"));
  auto* const tools = new QButtonGroup(this);
  for (QToolButton* const tool : {select_, break_}) {
    tool->setCheckable(true);
    tools->addButton(tool);
  }
  row->addSpacing(10);
  QToolButton* const leave = button(tr("Leave (Esc)"), tr("Leave"));
  hide();

  connect(run_, &QToolButton::clicked, this, [&run] {
    if (run.is_running()) run.pause();
    else run.run();
  });
  const auto change_speed = [&run](double factor) {
    if (run.speed() > 0) run.set_speed(run.speed() * factor);
  };
  connect(slower, &QToolButton::clicked, this, [change_speed] { change_speed(0.5); });
  connect(faster, &QToolButton::clicked, this, [change_speed] { change_speed(2); });
  connect(select_, &QToolButton::clicked, this, [this] { window_.canvas().set_tool(ToolKind::select); });
  connect(break_, &QToolButton::clicked, this, [this] { window_.canvas().set_tool(ToolKind::break_things); });
  connect(leave, &QToolButton::clicked, this, &Presentation::finish);
  connect(&run, &LiveRun::state_changed, this, &Presentation::show_state);
  connect(&run, &LiveRun::advanced, this, [this, &run] {
    if (isVisible()) clock_->setText(clock_label(run.now(), run.speed()));
  });
  connect(&window_.canvas(), &Canvas::tool_changed, this, &Presentation::show_state);
  connect(&appearance_, &Appearance::changed, this, &Presentation::show_state);
  goes_.setSingleShot(true);
  goes_.setInterval(stays);
  connect(&goes_, &QTimer::timeout, this, [this] {
    if (underMouse() || isAncestorOf(focusWidget())) goes_.start();
    else hide();
  });
  show_state();
}

void Presentation::show_state() {
  const LiveRun& run = window_.live_run();
  const QColor color = appearance_.theme().text;
  run_->setIcon(sign_icon(run.is_running() ? Sign::pause : Sign::run, color));
  const QString name = run.is_running() ? tr("Pause (space)") : tr("Run (space)");
  run_->setToolTip(name);
  run_->setAccessibleName(name);
  run_->setEnabled(run.state() != LiveRun::State::empty);
  speed_->setText(run.speed() > 0 ? speed_text(run.speed()) : QStringLiteral("∞"));
  clock_->setText(clock_label(run.now(), run.speed()));
  select_->setChecked(window_.canvas().tool() == ToolKind::select);
  break_->setChecked(window_.canvas().tool() == ToolKind::break_things);
}

void Presentation::start() {
  if (on_) return;
  on_ = true;
  was_full_screen_ = window_.isFullScreen();
  was_maximized_ = window_.isMaximized();
  window_.menuBar()->hide();
  window_.show_head(false);
  window_.workspace().show_alone(true);
  window_.showFullScreen();
  window_.canvas().installEventFilter(this);
  window_.canvas().setFocus(Qt::OtherFocusReason);
  show_state();
  come();
  // Once the window has its new size.
  QTimer::singleShot(200ms, this, [this] {
    if (on_) window_.canvas().zoom_to_fill();
    place();
  });
  emit changed();
}

void Presentation::finish() {
  if (!on_) return;
  on_ = false;
  goes_.stop();
  hide();
  window_.canvas().removeEventFilter(this);
  if (was_maximized_) window_.showMaximized();
  else if (!was_full_screen_) window_.showNormal();
  window_.menuBar()->show();
  window_.show_head(true);
  window_.workspace().show_alone(false);
  QTimer::singleShot(200ms, &window_.canvas(), &Canvas::zoom_to_fit);
  emit changed();
}

void Presentation::come() {
  if (!on_) return;
  place();
  show();
  raise();
  goes_.start();
}

void Presentation::place() {
  adjustSize();
  const QWidget& canvas = window_.canvas();
  move((canvas.width() - width()) / 2, canvas.height() - height() - inset);
}

bool Presentation::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseMove) come();
  if (event->type() == QEvent::Resize) place();
  return QFrame::eventFilter(watched, event);
}

}  // namespace loadframe
