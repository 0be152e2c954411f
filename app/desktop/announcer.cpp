#include "announcer.h"

#include "analysis/narration.h"
#include "canvas/canvas.h"
#include "live/live_run.h"
#include "panels/element_words.h"
#include "panels/wording.h"

#include <QAccessible>
#include <QCoreApplication>

#include <chrono>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

/// Speech is slow: what comes faster is told together.
constexpr auto pause_between = 900ms;
constexpr qsizetype most_at_once = 3;

/// Names the context of the texts.
class AnnouncerText {
  Q_DECLARE_TR_FUNCTIONS(Announcer)
};

}  // namespace

Announcer::Announcer(Canvas& canvas, LiveRun& run, QWidget* parent) : QStatusBar(parent), canvas_(canvas), run_(run) {
  setSizeGripEnabled(false);
  setFixedHeight(1);
  due_.setSingleShot(true);
  due_.setInterval(pause_between);
  connect(&due_, &QTimer::timeout, this, [this] {
    if (!waiting_.isEmpty()) speak();
  });
  connect(&run_, &LiveRun::advanced, this, &Announcer::follow_run);
  connect(&run_, &LiveRun::state_changed, this, &Announcer::tell_state);
  connect(&canvas_, &Canvas::message, this, &Announcer::say);
  connect(&canvas_, &Canvas::selection_changed, this, [this](const std::vector<ElementId>& selection) {
    if (selection.empty()) return;
    if (selection.size() > 1) {
      say(AnnouncerText::tr("%n elements selected", nullptr, static_cast<int>(selection.size())));
      return;
    }
    const Architecture& architecture = canvas_.architecture();
    say(AnnouncerText::tr("%1, %2, selected", "an element's name and its kind")
            .arg(name_words(architecture, selection.front()), kind_words(architecture, selection.front())));
  });
}

void Announcer::say(const QString& text) {
  if (text.isEmpty()) return;
  waiting_.append(text);
  if (!due_.isActive()) speak();
}

void Announcer::speak() {
  const qsizetype left_out = waiting_.size() - most_at_once;
  if (left_out > 0) waiting_ = waiting_.mid(left_out);
  showMessage(waiting_.join(QStringLiteral(". ")));
  waiting_.clear();
  QAccessibleEvent named(this, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&named);
  due_.start();
}

void Announcer::follow_run(const LiveFrame& frame) {
  for (const Event& event : frame.happened) {
    if (tone_of(event) != Tone::neutral) say(sentence_text(narrate(canvas_.architecture(), event)));
  }
}

void Announcer::tell_state() {
  if (run_.is_running() == was_running_) return;
  was_running_ = run_.is_running();
  say(was_running_ ? AnnouncerText::tr("Running") : AnnouncerText::tr("Paused"));
}

void Announcer::paintEvent(QPaintEvent*) {}

}  // namespace loadframe
