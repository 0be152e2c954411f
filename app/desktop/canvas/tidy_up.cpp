#include "canvas/tidy_up.h"

#include "architecture/tidying.h"
#include "canvas/canvas.h"

#include <QEvent>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

constexpr auto frame = 16ms;
constexpr double duration_ms = 300;
constexpr std::size_t few_components = 500;   ///< laid out within a few milliseconds
constexpr std::size_t most_animated = 1'000;  ///< more would move in jerks

double between(double from, double to, double share) { return from + (to - from) * share; }

/// Everything on its way.
Change part_of(Change change, double share) {
  for (ChangeStep& step : change.steps) {
    std::visit(
        [share]<class Element>(ElementChange<Element>& inside) {
          if constexpr (std::is_same_v<Element, Component>) {
            inside.after->at = {between(inside.before->at.x, inside.after->at.x, share),
                                between(inside.before->at.y, inside.after->at.y, share)};
          } else if constexpr (std::is_same_v<Element, Area> || std::is_same_v<Element, Note>) {
            const Rectangle from = inside.before->at;
            Rectangle& to = inside.after->at;
            to = {between(from.x, to.x, share), between(from.y, to.y, share), between(from.width, to.width, share),
                  between(from.height, to.height, share)};
          }
        },
        step);
  }
  return change;
}

}  // namespace

TidyUp::TidyUp(Canvas& canvas) : QObject(&canvas), canvas_(canvas) {
  connect(&work_, &QFutureWatcherBase::finished, this, [this] {
    canvas_.say({});
    change_ = work_.result();
    take();
  });
  connect(&timer_, &QTimer::timeout, this, &TidyUp::step);
  const auto edited = [this] {
    ++edits_;
    timer_.stop();
  };
  connect(&canvas.document(), &Document::changed, this, edited);
  connect(&canvas.document(), &Document::replaced, this, edited);
  canvas.installEventFilter(this);
}

TidyUp::~TidyUp() { work_.waitForFinished(); }

void TidyUp::begin() {
  if (work_.isRunning()) return;
  if (timer_.isActive()) finish();
  std::vector<ElementId> chosen;
  for (const ElementId& element : canvas_.selection())
    if (std::holds_alternative<ComponentId>(element) || std::holds_alternative<AreaId>(element))
      chosen.push_back(element);
  // One component alone cannot be tidied: then all is meant.
  if (chosen.size() == 1 && std::holds_alternative<ComponentId>(chosen.front())) chosen.clear();
  whole_ = chosen.empty();
  edits_when_begun_ = edits_;
  if (canvas_.architecture().components.size() <= few_components) {
    change_ = tidy(canvas_.architecture(), chosen);
    take();
    return;
  }
  canvas_.say(tr("Tidying up…"));
  change_ = {};
  work_.setFuture(QtConcurrent::run(
      [architecture = canvas_.architecture(), chosen = std::move(chosen)] { return tidy(architecture, chosen); }));
}

void TidyUp::take() {
  if (edits_ != edits_when_begun_) return;  // what was laid out is no more
  if (change_.empty()) {
    canvas_.say(tr("It is tidy already."));
    return;
  }
  if (canvas_.reduces_motion() || change_.steps.size() > most_animated) {
    finish();
    return;
  }
  since_.start();
  timer_.start(frame);
}

void TidyUp::step() {
  const double share = static_cast<double>(since_.elapsed()) / duration_ms;
  if (share >= 1) {
    finish();
    return;
  }
  canvas_.preview(part_of(change_, share * share * (3 - 2 * share)));
}

void TidyUp::finish() {
  timer_.stop();
  canvas_.withdraw_preview();
  const Change change = std::exchange(change_, {});
  canvas_.document().apply(change, tr("Tidy up"));
  if (whole_) canvas_.zoom_to_fit();
}

bool TidyUp::eventFilter(QObject* watched, QEvent* event) {
  const bool acts = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress ||
                    event->type() == QEvent::DragEnter;
  if (acts && timer_.isActive()) finish();
  return QObject::eventFilter(watched, event);
}

}  // namespace loadframe
