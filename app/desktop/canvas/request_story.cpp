#include "canvas/request_story.h"

#include "appearance.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/wording.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace loadframe {

namespace {

constexpr int widest = 560;
constexpr double names_share = 0.42;  ///< of the width; the rest is the time axis
constexpr int indent = 12;

QColor for_others(const Theme& theme) { return mixed(theme.good, theme.card, 0.6); }

/// Outermost first, each call above those made on its behalf.
struct StoryRow {
  const TracedCall* call = nullptr;
  int depth = 0;
};

std::vector<StoryRow> rows_of(const RequestTrace& trace) {
  std::map<std::uint32_t, int> depths;
  std::vector<StoryRow> rows;
  for (const TracedCall& call : trace.calls) {
    const auto parent = depths.find(call.parent);
    const int depth = parent == depths.end() ? 0 : parent->second + 1;
    depths[call.call] = depth;
    // Behind the last of its parent's other descendants.
    auto place = rows.end();
    if (parent != depths.end()) {
      place =
          std::find_if(rows.begin(), rows.end(), [&](const StoryRow& row) { return row.call->call == call.parent; });
      if (place != rows.end()) ++place;
      while (place != rows.end() && place->depth >= depth) ++place;
    }
    rows.insert(place, {&call, depth});
  }
  return rows;
}

QString link_text(const Architecture& architecture, LinkId link) {
  return QString::fromStdString(name_of(architecture, link)).replace(QStringLiteral("->"), QStringLiteral("→"));
}

Duration end_of(const RequestTrace& trace, Duration now) {
  Duration end = trace.began();
  for (const TracedCall& call : trace.calls) {
    if (call.returned) end = std::max(end, *call.returned);
    else if (call.stage) end = std::max(end, now);
    else end = std::max(end, call.arrived);
  }
  return std::max(end, trace.began() + nanoseconds(1));
}

}  // namespace

/// The calls as rows, over a common axis of time.
class RequestStory::Rows : public QWidget {
public:
  Rows(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
      : QWidget(parent), document_(document), run_(run), appearance_(appearance) {}

  void show_trace(const RequestTrace* trace) {
    trace_ = trace;
    rows_ = trace ? rows_of(*trace) : std::vector<StoryRow>{};
    setMinimumHeight(static_cast<int>(rows_.size()) * row_height() + 4);
    update();
  }

  int row_height() const { return fontMetrics().height() * 3 / 2; }

protected:
  void paintEvent(QPaintEvent*) override {
    if (!trace_) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = appearance_.theme();
    const double left = width() * names_share;
    const double right = width() - fontMetrics().horizontalAdvance(QStringLiteral("0000.0 ms")) - 8;
    const Duration from = trace_->began();
    const Duration to = end_of(*trace_, run_.now());
    const auto x = [&](Duration at) {
      const double part = std::clamp((at - from).seconds() / (to - from).seconds(), 0.0, 1.0);
      return left + (right - left) * part;
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const TracedCall& call = *rows_[i].call;
      const QRectF row(0, static_cast<double>(i) * row_height(), width(), row_height());
      QString name = link_text(document_.architecture(), call.link);
      if (rows_[i].depth > 0) name = name.section(QStringLiteral(" → "), -1);
      if (call.attempt > 0) name = RequestStory::tr("%1 (attempt %2)").arg(name).arg(call.attempt + 1);
      painter.setPen(call.outcome == Outcome::ok ? theme.text : theme.bad_text);
      const double name_left = std::min(rows_[i].depth, 6) * indent;
      const QRectF name_box(name_left, row.top(), left - name_left - 8, row.height());
      painter.drawText(name_box, Qt::AlignVCenter,
                       fontMetrics().elidedText(name, Qt::ElideMiddle, static_cast<int>(name_box.width())));
      paint_bar(painter, theme, call, row, x);
      const Duration end = call.returned.value_or(call.stage ? run_.now() : call.arrived);
      painter.setPen(theme.muted_text);
      painter.drawText(QRectF(right + 6, row.top(), width() - right - 6, row.height()), Qt::AlignVCenter,
                       latency_text(end - call.sent));
    }
  }

private:
  template <class X>
  void paint_bar(QPainter& painter, const Theme& theme, const TracedCall& call, const QRectF& row, X x) const {
    const double middle = row.center().y();
    const double half = row.height() * 0.28;
    const Duration now = run_.now();
    const Duration left = call.answered.value_or(call.stage ? std::max(now, call.arrived) : call.arrived);
    // On the wire, there and back: a thin line.
    painter.setPen(QPen(theme.muted_text, 2));
    painter.drawLine(QPointF(x(call.sent), middle), QPointF(x(call.arrived), middle));
    if (call.answered) {
      painter.setPen(QPen(call.outcome == Outcome::ok ? theme.muted_text : theme.bad, 2));
      painter.drawLine(QPointF(x(*call.answered), middle), QPointF(x(*call.returned), middle));
    }
    const auto bar = [&](Duration from, Duration to, const QColor& color, double height) {
      if (to <= from) return;
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawRect(QRectF(x(from), middle - height, std::max(1.0, x(to) - x(from)), 2 * height));
    };
    const Duration waits_until = call.answered                     ? call.arrived + call.waited
                                 : call.stage == CallStage::queued ? left
                                                                   : call.arrived;
    bar(waits_until, left, call.outcome == Outcome::ok ? theme.good : theme.bad, half);
    // Meanwhile others worked for it: thin, like a wire.
    for (const TracedCall& child : trace_->calls) {
      if (child.parent != call.call) continue;
      const Duration child_end = child.returned.value_or(child.stage ? now : child.arrived);
      bar(std::max(child.sent, waits_until), std::min(child_end, left), theme.surface, half);
      bar(std::max(child.sent, waits_until), std::min(child_end, left), for_others(theme), half * 0.5);
    }
    bar(call.arrived, waits_until, theme.busy, half);
    if (call.answered && call.outcome != Outcome::ok) {
      painter.setPen(QPen(theme.bad, 2));
      const QPointF at(x(*call.returned), middle);
      painter.drawLine(at + QPointF(-3, -3), at + QPointF(3, 3));
      painter.drawLine(at + QPointF(-3, 3), at + QPointF(3, -3));
    }
  }

  Document& document_;
  LiveRun& run_;
  const Appearance& appearance_;
  const RequestTrace* trace_ = nullptr;
  std::vector<StoryRow> rows_;
};

RequestStory::RequestStory(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), document_(document), run_(run) {
  setProperty("role", QStringLiteral("card"));
  setCursor(Qt::ArrowCursor);
  setAccessibleName(tr("The story of a request"));
  title_ = new QLabel(this);
  title_->setProperty("role", "title");
  auto* const close = new QToolButton(this);
  close->setProperty("role", QStringLiteral("quiet"));
  close->setText(QStringLiteral("×"));
  close->setToolTip(tr("Close (Esc)"));
  close->setAccessibleName(tr("Close"));
  connect(close, &QToolButton::clicked, this, [this] { tell(0); });
  auto* const top = new QHBoxLayout;
  top->addWidget(title_, 1);
  top->addWidget(close);
  summary_ = new QLabel(this);
  summary_->setProperty("role", "muted");
  summary_->setWordWrap(true);
  rows_ = new Rows(document, run, appearance, this);
  auto* const scroll = new QScrollArea(this);
  scroll->setWidget(rows_);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  key_ = new QLabel(this);
  key_->setProperty("role", "caption");
  key_->setWordWrap(true);
  const auto color_key = [this, &appearance] {
    const Theme& theme = appearance.theme();
    const auto part = [](const QColor& color, const QString& text) {
      return QStringLiteral("<span style=\"color:%1\">■</span>&nbsp;%2").arg(color.name(), text.toHtmlEscaped());
    };
    key_->setText(QStringList{part(theme.muted_text, tr("on the wire")), part(theme.busy, tr("waits for a worker")),
                              part(theme.good, tr("is worked on")), part(for_others(theme), tr("others work for it")),
                              part(theme.bad, tr("fails"))}
                      .join(QStringLiteral(" &nbsp; ")));
  };
  connect(&appearance, &Appearance::changed, this, color_key);
  color_key();
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(14, 8, 10, 10);
  column->setSpacing(4);
  column->addLayout(top);
  column->addWidget(summary_);
  column->addWidget(scroll, 1);
  column->addWidget(key_);
  connect(&run_, &LiveRun::advanced, this, &RequestStory::follow);
  connect(&run_, &LiveRun::restarted, this, [this] { tell(0); });
  connect(&run_, &LiveRun::rewound, this, [this] { tell(0); });
  hide();
}

void RequestStory::tell(std::uint32_t request) {
  if (request == request_) return;
  request_ = request;
  setVisible(request_ != 0);
  if (request_ == 0) {
    rows_->show_trace(nullptr);
    emit closed();
    return;
  }
  follow();
  raise();
}

void RequestStory::follow() {
  if (request_ == 0) return;
  const RequestTrace* const trace = run_.traces().find(request_);
  if (!trace) {
    tell(0);
    return;
  }
  const RequestClass* const request_class = loadframe::find(document_.architecture(), trace->request_class);
  title_->setText(request_class ? tr("Request %1 · %2").arg(trace->number).arg(to_qstring(request_class->name))
                                : tr("Request %1").arg(trace->number));
  const QString took = latency_text(end_of(*trace, run_.now()) - trace->began());
  const QString began = clock_label(trace->began(), 0.01);
  // The user's last attempt tells how it ended.
  const auto last =
      std::find_if(trace->calls.rbegin(), trace->calls.rend(), [](const TracedCall& call) { return call.parent == 0; });
  const auto attempts =
      std::count_if(trace->calls.begin(), trace->calls.end(), [](const TracedCall& call) { return call.attempt > 0; });
  QString text;
  if (trace->under_way()) text = tr("Began at %1, under way for %2.").arg(began, took);
  else if (last != trace->calls.rend() && last->answered)
    text = tr("Began at %1, took %2: %3.").arg(began, took, outcome_text(last->outcome));
  else text = tr("Began at %1; its user gave up waiting.").arg(began);
  text += QLatin1Char(' ') + tr("%n call(s).", nullptr, static_cast<int>(trace->calls.size()));
  if (attempts > 0)
    text += QLatin1Char(' ') + tr("%n of them again after a failure.", nullptr, static_cast<int>(attempts));
  summary_->setText(text);
  setAccessibleDescription(text);
  rows_->show_trace(trace);
  fit_into(room_);
}

void RequestStory::fit_into(QSize room) {
  room_ = room;
  if (isHidden() || room.isEmpty()) return;
  const int width = std::min(widest, room.width());
  const QMargins margins = layout()->contentsMargins();
  const int inside = width - margins.left() - margins.right();
  const int wanted = margins.top() + margins.bottom() + 3 * layout()->spacing() +
                     layout()->itemAt(0)->sizeHint().height() + summary_->heightForWidth(inside) +
                     rows_->minimumHeight() + key_->heightForWidth(inside);
  resize(width, std::min(wanted, room.height()));
}

void RequestStory::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) tell(0);
  else QFrame::keyPressEvent(event);
}

}  // namespace loadframe
