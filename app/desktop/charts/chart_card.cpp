#include "charts/chart_card.h"

#include "appearance.h"
#include "charts/legend_view.h"
#include "charts/plot_view.h"
#include "panels/glyphs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace loadframe {

namespace {

constexpr int picture_ratio = 2;  ///< of copied pictures, for sharp text

}  // namespace

ChartCard::ChartCard(ChartSpec spec, const Appearance& appearance, QWidget* parent)
    : QFrame(parent), spec_(std::move(spec)), appearance_(appearance) {
  title_ = new QLabel(this);
  QFont bold = title_->font();
  bold.setBold(true);
  title_->setFont(bold);
  title_->setMinimumWidth(24);
  unit_ = new QLabel(this);
  unit_->setProperty("role", "caption");
  more_ = new QToolButton(this);
  more_->setProperty("role", "quiet");
  more_->setText(QStringLiteral("⋯"));
  more_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(more_);
  fill_menu(*menu);
  more_->setMenu(menu);
  legend_ = new LegendView(appearance, this);
  QFont small = legend_->font();
  small.setPointSizeF(small.pointSizeF() * 0.88);
  legend_->setFont(small);
  plot_ = new PlotView(appearance, this);

  auto* head = new QHBoxLayout;
  head->setSpacing(6);
  head->addWidget(title_);
  head->addWidget(unit_);
  head->addStretch();
  head->addWidget(more_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(head);
  column->addWidget(legend_);
  column->addWidget(plot_, 1);

  connect(legend_, &LegendView::clicked, this, [this](std::size_t line) {
    const QString label = picture().lines[line].label;
    if (hidden_.erase(label) == 0) hidden_.insert(label);
    show_picture(picture());
  });
  connect(plot_, &PlotView::pointed_at, this, &ChartCard::pointed_at);
  connect(plot_, &PlotView::stretch_wanted, this, &ChartCard::stretch_wanted);
  connect(plot_, &PlotView::all_wanted, this, &ChartCard::all_wanted);
  set_spec(spec_);
}

void ChartCard::fill_menu(QMenu& menu) {
  connect(menu.addAction(tr("&Series…")), &QAction::triggered, this, &ChartCard::series_wanted);
  connect(menu.addAction(tr("&Rename…")), &QAction::triggered, this, &ChartCard::rename);
  menu.addSeparator();
  connect(menu.addAction(tr("Move &back")), &QAction::triggered, this, [this] { emit move_wanted(-1); });
  connect(menu.addAction(tr("Move &forward")), &QAction::triggered, this, [this] { emit move_wanted(1); });
  menu.addSeparator();
  for (const auto& [text, format] : {std::pair(tr("Export &PNG…"), "png"), std::pair(tr("Export &SVG…"), "svg"),
                                     std::pair(tr("Export &CSV…"), "csv")})
    connect(menu.addAction(text), &QAction::triggered, this,
            [this, key = QString::fromLatin1(format)] { emit export_wanted(key); });
  connect(menu.addAction(tr("Copy the pictur&e")), &QAction::triggered, this, &ChartCard::copy_picture);
  menu.addSeparator();
  connect(menu.addAction(tr("Re&move")), &QAction::triggered, this, &ChartCard::remove_wanted);
}

void ChartCard::set_spec(ChartSpec spec) {
  spec_ = std::move(spec);
  const QString title = title_of(spec_);
  title_->setText(title);
  unit_->setText(unit_label(unit_of(spec_)));
  plot_->setAccessibleName(title);
  setAccessibleName(title);
  more_->setToolTip(tr("What can be done with this chart"));
  more_->setAccessibleName(tr("Menu of the chart %1").arg(title));
}

const PlotPicture& ChartCard::picture() const { return plot_->picture(); }

void ChartCard::show_picture(PlotPicture picture) {
  for (PlotLine& line : picture.lines) line.hidden = hidden_.contains(line.label);
  plot_->setAccessibleDescription(picture.why_empty);
  plot_->show_picture(std::move(picture));
  show_legend();
}

void ChartCard::show_cursor(std::optional<double> at_s) {
  cursor_s_ = at_s;
  plot_->show_cursor(at_s);
  show_legend();
}

void ChartCard::show_legend() {
  const PlotPicture& shown = picture();
  std::vector<QString> values;
  for (const PlotLine& line : shown.lines) {
    const auto value = value_at(line, cursor_s_.value_or(shown.to_s));
    values.push_back(value ? value_text(shown.unit, *value) : QStringLiteral("–"));
  }
  legend_->show_lines(shown.lines, std::move(values));
}

void ChartCard::rename() {
  bool accepted = false;
  const QString title = QInputDialog::getText(window(), tr("Rename the chart"), tr("Title; empty: what it shows"),
                                              QLineEdit::Normal, title_of(spec_), &accepted);
  if (!accepted) return;
  ChartSpec spec = spec_;
  spec.title = title.trimmed();
  set_spec(std::move(spec));
  emit spec_changed();
}

void ChartCard::paint_into(QPainter& painter, const QRectF& box) const {
  PlotPicture still = picture();
  still.cursor_s.reset();
  still.marked_s.reset();
  paint_chart(painter, box, title_of(spec_), still, appearance_.theme(), plot_->label_font());
}

void ChartCard::copy_picture() {
  const QSize size(std::max(width(), 480), std::max(height(), 270));
  QImage image(size * picture_ratio, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(picture_ratio);
  QPainter painter(&image);
  paint_into(painter, QRectF(QPointF(), size));
  painter.end();
  QGuiApplication::clipboard()->setImage(image);
}

}  // namespace loadframe
