#include "panels/run_bar.h"

#include "appearance.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace loadframe {

namespace {

using namespace std::chrono_literals;

constexpr std::array speeds{0.001, 0.01, 0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0, 1000.0, LiveRun::as_fast_as_it_goes};
/// Below this share of the speed asked for, the speed reached is shown.
constexpr double lagging = 0.9;

/// The slider is linear from 0 to 1 over its first half, and from 1 to 5 over its second, so that 1 is its middle.
constexpr int slider_end = 200;
constexpr int slider_one = 100;
constexpr double most_load = 5;
constexpr int snap = 4;  ///< to 1, in slider steps
constexpr auto load_interval = 80ms;

double load_at(int position) {
  if (std::abs(position - slider_one) < snap) return 1;
  if (position < slider_one) return static_cast<double>(position) / slider_one;
  const double load = 1 + (most_load - 1) * (position - slider_one) / (slider_end - slider_one);
  return std::round(load * 20) / 20;
}

int position_of(double load) {
  if (load <= 1) return static_cast<int>(std::lround(load * slider_one));
  return static_cast<int>(
      std::lround(slider_one + (std::min(load, most_load) - 1) / (most_load - 1) * (slider_end - slider_one)));
}

}  // namespace

RunBar::RunBar(LiveRun& run, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), run_(run), appearance_(appearance) {
  run_button_ = new QPushButton(this);
  run_button_->setProperty("role", "primary");
  run_button_->setIconSize(QSize(14, 14));
  // As wide whatever it says, so that its neighbours stay where they are.
  run_button_->setMinimumWidth(fontMetrics().horizontalAdvance(tr("Running")) + 56);
  const auto button = [this](const QString& name) {
    auto* tool = new QToolButton(this);
    tool->setToolTip(name);
    tool->setAccessibleName(name);
    tool->setIconSize(QSize(16, 16));
    return tool;
  };
  step_ = button(tr("Step: on to the next call that is sent or answered"));
  restart_ = button(tr("Restart: back to time 0"));

  speed_ = new QComboBox(this);
  speed_->setAccessibleName(tr("Speed"));
  speed_->setToolTip(tr("Simulated seconds per second"));
  for (const double speed : speeds) speed_->addItem(speed_text(speed), speed);
  // As wide as the numbers; the list shows its longest line whole.
  speed_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  speed_->setMinimumContentsLength(7);
  speed_->view()->setMinimumWidth(speed_->view()->sizeHintForColumn(0) + 24);
  clock_ = new QLabel(this);
  clock_->setProperty("role", "title");
  clock_->setAccessibleName(tr("Simulated time"));
  clock_->setMinimumWidth(clock_->fontMetrics().horizontalAdvance(QStringLiteral("0:00:00.0")) + 12);
  lag_ = new QLabel(this);
  lag_->setProperty("role", "warning");
  lag_->setToolTip(tr("The simulation cannot keep up with the speed that is set; this is what it reaches."));

  auto* load_label = new QLabel(tr("Load"), this);
  load_label->setProperty("role", "muted");
  load_ = new QSlider(Qt::Horizontal, this);
  load_->setRange(0, slider_end);
  load_->setPageStep(10);
  load_->setSingleStep(2);
  load_->setTickInterval(slider_one);
  load_->setTickPosition(QSlider::TicksBelow);
  load_->setMinimumWidth(64);
  load_->setMaximumWidth(120);
  load_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  load_->setAccessibleName(tr("Load"));
  load_->setToolTip(tr("Multiplies the traffic of all users. The middle is ×1."));
  load_label->setBuddy(load_);
  load_value_ = new QLabel(this);
  load_value_->setMinimumWidth(load_value_->fontMetrics().horizontalAdvance(QStringLiteral("×4.25")) + 4);
  dots_ = new QLabel(this);
  dots_->setProperty("role", "muted");
  dots_->setToolTip(tr("Dots are sampled from all requests; every dot is a real one."));

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(run_button_);
  row->addWidget(step_);
  row->addWidget(restart_);
  row->addWidget(speed_);
  row->addSpacing(6);
  row->addWidget(clock_);
  row->addWidget(lag_);
  row->addSpacing(12);
  row->addWidget(load_label);
  row->addWidget(load_);
  row->addWidget(load_value_);
  row->addStretch();
  row->addWidget(dots_);

  load_due_.setSingleShot(true);
  load_due_.setInterval(load_interval);
  connect(run_button_, &QPushButton::clicked, this, [this] { run_.is_running() ? run_.pause() : run_.run(); });
  connect(step_, &QToolButton::clicked, &run_, &LiveRun::step);
  connect(restart_, &QToolButton::clicked, &run_, &LiveRun::restart);
  connect(speed_, &QComboBox::activated, this, &RunBar::choose_speed);
  connect(load_, &QSlider::valueChanged, this, &RunBar::move_load);
  connect(&load_due_, &QTimer::timeout, this, [this] { run_.set_load(load_at(load_->value())); });
  connect(&run_, &LiveRun::state_changed, this, &RunBar::show_state);
  connect(&run_, &LiveRun::advanced, this, &RunBar::show_clock);
  connect(&run_, &LiveRun::restarted, this, &RunBar::show_clock);
  connect(&run_, &LiveRun::looked_at, this, &RunBar::show_clock);
  connect(&appearance_, &Appearance::changed, this, &RunBar::color);
  color();
  show_state();
}

void RunBar::color() {
  const Theme& theme = appearance_.theme();
  step_->setIcon(sign_icon(Sign::step, theme.text));
  restart_->setIcon(sign_icon(Sign::restart, theme.text));
  show_state();
}

QSize RunBar::minimumSizeHint() const {
  QSize least = QWidget::minimumSizeHint();
  if (!dots_->isHidden()) least.rwidth() -= dots_->sizeHint().width() + layout()->spacing();
  return least;
}

void RunBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  dots_->setVisible(width() >= minimumSizeHint().width() + dots_->sizeHint().width() + layout()->spacing());
}

void RunBar::show_state() {
  const bool can = run_.state() != LiveRun::State::empty;
  const bool running = run_.is_running();
  run_button_->setEnabled(can);
  run_button_->setText(running ? tr("Running") : tr("Run"));
  run_button_->setIcon(sign_icon(running ? Sign::pause : Sign::run, appearance_.theme().accent_text));
  run_button_->setToolTip(!can      ? tr("There is nothing that can run yet: see Problems")
                          : running ? tr("Pause (Space)")
                                    : tr("Run (Space)"));
  step_->setEnabled(can && !running);
  restart_->setEnabled(can);

  const auto found =
      std::find_if(speeds.begin(), speeds.end(), [&](double speed) { return std::abs(speed - run_.speed()) < 1e-9; });
  const QSignalBlocker quiet(speed_);
  speed_->setCurrentIndex(found == speeds.end() ? -1 : static_cast<int>(found - speeds.begin()));
  speed_->setPlaceholderText(speed_text(run_.speed()));

  if (!load_->isSliderDown() && !load_due_.isActive()) {
    const QSignalBlocker still(load_);
    load_->setValue(position_of(run_.load()));
  }
  load_value_->setText(QStringLiteral("×%1").arg(figure_text(run_.load())));
  show_clock();
}

void RunBar::show_clock() {
  clock_->setText(clock_label(run_.now(), run_.is_following() ? LiveRun::slowest : run_.speed()));
  const bool lags = run_.is_running() && !run_.is_following() && run_.achieved_speed() > 0 &&
                    (run_.speed() == LiveRun::as_fast_as_it_goes || run_.achieved_speed() < run_.speed() * lagging);
  lag_->setText(lags ? tr("reaches ×%1").arg(figure_text(run_.achieved_speed())) : QString());
  lag_->setVisible(lags);
  const bool shows_dots = run_.state() != LiveRun::State::empty;
  QString scale;
  if (shows_dots && run_.is_following()) scale = tr("slow motion");
  else if (shows_dots)
    scale = run_.requests_per_dot() == 1 ? tr("1 dot = 1 request")
                                         : tr("1 dot = %1 requests").arg(QLocale().toString(run_.requests_per_dot()));
  dots_->setText(scale);
}

void RunBar::choose_speed(int index) { run_.set_speed(speed_->itemData(index).toDouble()); }

void RunBar::move_load(int position) {
  load_value_->setText(QStringLiteral("×%1").arg(figure_text(load_at(position))));
  if (!load_due_.isActive()) load_due_.start();
}

}  // namespace loadframe
