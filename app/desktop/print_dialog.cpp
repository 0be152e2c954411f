#include "print_dialog.h"

#include "diagram/geometry.h"
#include "diagram/painter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

constexpr double margin_mm = 12;
constexpr int title_points = 14;
constexpr int date_points = 9;
/// On paper, 100 % on the screen is large: one unit is as wide as at 96 dots an inch, at most.
constexpr double units_per_inch = 96;

QPageLayout::Orientation natural_orientation(const QRectF& drawn) {
  return drawn.width() >= drawn.height() ? QPageLayout::Landscape : QPageLayout::Portrait;
}

}  // namespace

PrintDialog::PrintDialog(const Architecture& architecture, LinkStyle links, const QString& title, QWidget* parent)
    : QDialog(parent),
      architecture_(architecture),
      routes_(routes_of(architecture, links)),
      title_(title),
      printer_(std::make_unique<QPrinter>(QPrinter::HighResolution)) {
  setWindowTitle(tr("Print"));
  printer_->setDocName(title);
  printer_->setPageMargins(QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm), QPageLayout::Millimeter);
  printer_->setPageOrientation(natural_orientation(drawn_bounds(architecture_, *routes_)));
  preview_ = new QPrintPreviewWidget(printer_.get(), this);
  preview_->setAccessibleName(tr("Preview of the page"));
  connect(preview_, &QPrintPreviewWidget::paintRequested, this, [this](QPrinter* printer) { paint(*printer); });

  orientation_ = new QComboBox(this);
  orientation_->addItem(tr("Landscape"), static_cast<int>(QPageLayout::Landscape));
  orientation_->addItem(tr("Portrait"), static_cast<int>(QPageLayout::Portrait));
  orientation_->setCurrentIndex(orientation_->findData(static_cast<int>(printer_->pageLayout().orientation())));
  size_ = new QComboBox(this);
  for (const auto id :
       {QPageSize::A5, QPageSize::A4, QPageSize::A3, QPageSize::Letter, QPageSize::Legal, QPageSize::Tabloid})
    size_->addItem(QPageSize::name(id), static_cast<int>(id));
  size_->setCurrentIndex(std::max(0, size_->findData(static_cast<int>(printer_->pageLayout().pageSize().id()))));
  heading_ = new QCheckBox(tr("Name of the architecture"), this);
  heading_->setChecked(true);
  date_ = new QCheckBox(tr("Date"), this);
  date_->setChecked(true);
  const auto renew = [this] {
    printer_->setPageOrientation(static_cast<QPageLayout::Orientation>(orientation_->currentData().toInt()));
    printer_->setPageSize(QPageSize(static_cast<QPageSize::PageSizeId>(size_->currentData().toInt())));
    preview_->setOrientation(printer_->pageLayout().orientation());
    preview_->updatePreview();
  };
  connect(orientation_, &QComboBox::activated, this, renew);
  connect(size_, &QComboBox::activated, this, renew);
  connect(heading_, &QCheckBox::toggled, this, renew);
  connect(date_, &QCheckBox::toggled, this, renew);

  auto* const choices = new QFormLayout;
  choices->setRowWrapPolicy(QFormLayout::WrapAllRows);
  choices->addRow(tr("Orientation"), orientation_);
  choices->addRow(tr("Paper"), size_);
  auto* const buttons = new QDialogButtonBox(this);
  QPushButton* const go = buttons->addButton(tr("Print…"), QDialogButtonBox::AcceptRole);
  go->setDefault(true);
  buttons->addButton(QDialogButtonBox::Cancel);
  connect(buttons, &QDialogButtonBox::accepted, this, &PrintDialog::print);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* const side = new QVBoxLayout;
  side->setSpacing(10);
  side->addLayout(choices);
  side->addSpacing(6);
  side->addWidget(heading_);
  side->addWidget(date_);
  side->addStretch(1);
  side->addWidget(buttons);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(16, 16, 16, 16);
  row->setSpacing(16);
  row->addWidget(preview_, 1);
  row->addLayout(side);
  const int character = fontMetrics().averageCharWidth();
  resize(std::min(character * 130, parent->width()), std::min(character * 84, parent->height()));
}

PrintDialog::~PrintDialog() {
  delete preview_;  // it paints by the printer
}

void PrintDialog::print() {
  QPrintDialog dialog(printer_.get(), this);
  dialog.setWindowTitle(tr("Print"));
  if (dialog.exec() != QDialog::Accepted) return;
  paint(*printer_);
  if (printer_->printerState() == QPrinter::Error) {
    QMessageBox message(QMessageBox::Critical, tr("Loadframe"), tr("It could not be printed."), QMessageBox::Ok, this);
    message.setInformativeText(
        tr("Look whether the printer is ready, or choose “Print to file (PDF)” as the printer."));
    message.exec();
    return;
  }
  accept();
}

void PrintDialog::paint(QPrinter& printer) const {
  QPainter painter;
  if (!painter.begin(&printer)) return;
  const Theme& paper = theme(QStringLiteral("light"));
  const QRectF page(QPointF(0, 0), printer.pageLayout().paintRectPixels(printer.resolution()).size());
  QRectF rest = page;
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  if (heading_->isChecked()) {
    QFont font = diagram_font(1, QFont::DemiBold);
    font.setPointSize(title_points);
    painter.setFont(font);
    painter.setPen(paper.text);
    const double height = QFontMetricsF(font, &printer).height();
    painter.drawText(QRectF(page.left(), page.top(), page.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font, &printer).elidedText(title_, Qt::ElideRight, page.width()));
    rest.setTop(page.top() + height * 1.6);
  }
  if (date_->isChecked()) {
    QFont font = diagram_font(1);
    font.setPointSize(date_points);
    painter.setFont(font);
    painter.setPen(paper.muted_text);
    const double height = QFontMetricsF(font, &printer).height();
    painter.drawText(QRectF(page.left(), page.bottom() - height, page.width(), height),
                     Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(QDate::currentDate(), QLocale::LongFormat));
    rest.setBottom(page.bottom() - height * 1.6);
  }
  const QRectF drawn = drawn_bounds(architecture_, *routes_);
  const double scale =
      std::min({rest.width() / drawn.width(), rest.height() / drawn.height(), printer.resolution() / units_per_inch});
  painter.translate(rest.center().x(), rest.top() + drawn.height() * scale / 2);
  painter.scale(scale, scale);
  painter.translate(-drawn.center());
  StillView view;
  view.grid = false;
  view.routes = routes_;
  paint_still(painter, architecture_, paper, view, drawn, 1);
}

}  // namespace loadframe
