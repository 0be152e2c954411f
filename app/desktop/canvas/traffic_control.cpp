#include "canvas/traffic_control.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace loadframe {

TrafficControl::TrafficControl(QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("card"));
  setCursor(Qt::ArrowCursor);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(4, 4, 4, 4);
  row->setSpacing(0);
  const auto button = [&](const QString& text, const QString& tip) {
    auto* const made = new QToolButton(this);
    made->setProperty("role", QStringLiteral("quiet"));
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(text);
    made->setAccessibleDescription(tip);
    made->setCheckable(true);
    made->setFocusPolicy(Qt::TabFocus);
    row->addWidget(made);
    return made;
  };
  flow_ = button(tr("Flow"), tr("Dots are drawn at random from all calls: how dense they are tells the rate (T)"));
  requests_ = button(tr("Single requests"),
                     tr("Follows a few requests hop by hop, in slow motion: numbered, and where they truly are (T)"));
  legend_ = button(tr("Legend"), tr("What dots, wires and signs mean"));
  auto* const modes = new QButtonGroup(this);
  modes->addButton(flow_);
  modes->addButton(requests_);
  connect(flow_, &QToolButton::clicked, this, [this] { emit following_wanted(false); });
  connect(requests_, &QToolButton::clicked, this, [this] { emit following_wanted(true); });
  connect(legend_, &QToolButton::clicked, this, &TrafficControl::legend_wanted);
  show_following(false);
}

void TrafficControl::show_following(bool follows) { (follows ? requests_ : flow_)->setChecked(true); }
void TrafficControl::show_legend(bool shown) { legend_->setChecked(shown); }

}  // namespace loadframe
