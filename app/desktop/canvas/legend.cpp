#include "canvas/legend.h"

#include "appearance.h"
#include "diagram/cards.h"
#include "diagram/dots.h"
#include "diagram/tokens.h"

#include <QPainter>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int inset = 12;

bool has_kind(const Architecture& architecture, Kind kind) {
  return std::any_of(architecture.components.begin(), architecture.components.end(),
                     [kind](const Component& component) { return kind_of(component.settings) == kind; });
}

bool replicates(const Architecture& architecture) {
  const auto is_database = [&](ComponentId id) {
    const Component* const component = find(architecture, id);
    return component && kind_of(component->settings) == Kind::relational_database;
  };
  return std::any_of(architecture.links.begin(), architecture.links.end(),
                     [&](const Link& link) { return is_database(link.caller) && is_database(link.callee); });
}

}  // namespace

Legend::Legend(const Appearance& appearance, QWidget* parent) : QFrame(parent), appearance_(appearance) {
  setProperty("role", QStringLiteral("card"));
  setCursor(Qt::ArrowCursor);
  setAccessibleName(tr("Legend"));
  connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void Legend::explain(const Architecture& architecture, bool follows) {
  using Sign = Entry::Sign;
  entries_.clear();
  const bool balances = has_kind(architecture, Kind::load_balancer);
  if (follows) {
    entries_ = {{Sign::token, tr("a call: click it for its story")},
                {Sign::token_answer, tr("an answer on its way back")},
                {Sign::token_queued, tr("waits in a backlog, or for what hangs")},
                {Sign::token_downstream, tr("waits for answers to its own calls")},
                {Sign::token_failed, tr("a failure on its way back")},
                {Sign::token_abandoned, tr("goes on, though its caller has given up")}};
  } else {
    entries_ = {{Sign::request, tr("calls; how dense: how many")},
                {Sign::answer, tr("answers")},
                {Sign::failed, tr("failures")}};
    if (has_kind(architecture, Kind::dns)) entries_.push_back({Sign::lookup, tr("name lookups")});
    if (replicates(architecture)) entries_.push_back({Sign::replication, tr("writes copied to replicas")});
    if (balances) entries_.push_back({Sign::check, tr("health checks")});
  }
  entries_.push_back({Sign::traffic, tr("thicker: ten times the traffic")});
  if (balances) entries_.push_back({Sign::target_down, tr("held for dead by its balancer")});
  entries_.push_back({Sign::cut, tr("cut: nothing gets through")});
  entries_.push_back({Sign::calm, tr("utilisation: below 80 %")});
  entries_.push_back({Sign::warm, tr("from 80 %")});
  entries_.push_back({Sign::overloaded, tr("from 95 %")});
  entries_.push_back({Sign::queue, tr("calls that wait; to the top: backlog full")});
  entries_.push_back({Sign::dead, tr("dead")});
  entries_.push_back({Sign::hung, tr("hangs: accepts and never answers")});
  entries_.push_back({Sign::booting, tr("starting")});
  QStringList spoken;
  for (const Entry& entry : entries_) spoken << entry.text;
  setAccessibleDescription(spoken.join(QStringLiteral("; ")));
  adjustSize();
  update();
}

double Legend::row_height() const { return fontMetrics().height() * 1.45; }
double Legend::sign_width() const { return fontMetrics().height() * 2.2; }

QSize Legend::sizeHint() const {
  int text = 0;
  for (const Entry& entry : entries_) text = std::max(text, fontMetrics().horizontalAdvance(entry.text));
  return {static_cast<int>(sign_width()) + text + 2 * inset + 10,
          static_cast<int>(row_height() * static_cast<double>(entries_.size())) + 2 * inset - 4};
}

void Legend::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  double top = inset - 2;
  for (const Entry& entry : entries_) {
    const QRectF box(inset, top, sign_width(), row_height());
    painter.save();
    paint_sign(painter, entry.sign, box);
    painter.restore();
    painter.setPen(appearance_.theme().text);
    painter.drawText(QRectF(box.right() + 10, top, width() - box.right() - 10 - inset, row_height()), Qt::AlignVCenter,
                     entry.text);
    top += row_height();
  }
}

void Legend::paint_sign(QPainter& painter, Entry::Sign sign, const QRectF& box) const {
  using Sign = Entry::Sign;
  const Theme& theme = appearance_.theme();
  const QPointF middle = box.center();
  const double radius = box.height() * 0.2;
  const auto dot = [&](Dot::Look look) { paint_dot(painter, theme, look, middle, radius); };
  const auto token = [&](Token::Look look, bool abandoned = false) {
    Token shown{.label = QStringLiteral("7"), .link = {}, .component = {}, .look = look, .abandoned = abandoned};
    paint_token(painter, theme, shown, middle, box.height() * 0.38);
  };
  const auto meter = [&](const QColor& color, double share) {
    QRectF track(box.left(), middle.y() - 3, box.width(), 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.track);
    painter.drawRoundedRect(track, 3, 3);
    track.setWidth(track.width() * share);
    painter.setBrush(color);
    painter.drawRoundedRect(track, 3, 3);
  };
  const auto wire = [&](const QColor& color, double width, Qt::PenStyle style) {
    painter.setPen(QPen(color, width, style, Qt::RoundCap));
    painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()));
  };
  switch (sign) {
    case Sign::request:
      return dot(Dot::Look::request);
    case Sign::answer:
      return dot(Dot::Look::answer);
    case Sign::failed:
      return dot(Dot::Look::failed);
    case Sign::lookup:
      return dot(Dot::Look::lookup);
    case Sign::replication:
      return dot(Dot::Look::replication);
    case Sign::check:
      return dot(Dot::Look::check);
    case Sign::token:
      return token(Token::Look::working);
    case Sign::token_answer:
      return token(Token::Look::answer);
    case Sign::token_queued:
      return token(Token::Look::queued);
    case Sign::token_downstream:
      return token(Token::Look::downstream);
    case Sign::token_failed:
      return token(Token::Look::failed);
    case Sign::token_abandoned:
      return token(Token::Look::working, true);
    case Sign::traffic:
      painter.setPen(QPen(theme.link, 1.5, Qt::SolidLine, Qt::FlatCap));
      painter.drawLine(QPointF(box.left(), middle.y()), QPointF(middle.x(), middle.y()));
      painter.setPen(QPen(theme.link, 4.5, Qt::SolidLine, Qt::FlatCap));
      painter.drawLine(middle, QPointF(box.right(), middle.y()));
      return;
    case Sign::target_down:
      return wire(theme.bad, 2, Qt::DashLine);
    case Sign::cut:
      wire(theme.link, 2, Qt::SolidLine);
      painter.setPen(QPen(theme.bad, 2, Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(middle + QPointF(-4, -4), middle + QPointF(4, 4));
      painter.drawLine(middle + QPointF(-4, 4), middle + QPointF(4, -4));
      return;
    case Sign::calm:
      return meter(theme.good, 0.5);
    case Sign::warm:
      return meter(theme.busy, 0.85);
    case Sign::overloaded:
      return meter(theme.bad, 1);
    case Sign::queue:
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme.busy);
      for (int place = 0; place < 4; ++place)
        painter.drawRoundedRect(QRectF(middle.x() - 14 + place * 7, middle.y() - 2.5, 5, 5), 1.5, 1.5);
      return;
    case Sign::dead:
      return paint_badge(painter, theme, middle, box.height() * 0.34, Badge::dead);
    case Sign::hung:
      return paint_badge(painter, theme, middle, box.height() * 0.34, Badge::hung);
    case Sign::booting:
      return paint_badge(painter, theme, middle, box.height() * 0.34, Badge::booting);
  }
}

}  // namespace loadframe
