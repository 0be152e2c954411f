#include "canvas/replicate_box.h"

#include "canvas/canvas.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int usual_total = 3;

}  // namespace

ReplicateBox::ReplicateBox(Canvas& canvas, std::vector<ElementId> elements)
    : QFrame(&canvas, Qt::Popup), canvas_(canvas), elements_(std::move(elements)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setProperty("role", QStringLiteral("card"));
  const Architecture& architecture = canvas_.architecture();
  auto* const title = new QLabel(
      elements_.size() == 1 ? tr("Replicate %1").arg(QString::fromStdString(name_of(architecture, elements_.front())))
                            : tr("Replicate %1 elements").arg(elements_.size()),
      this);
  title->setProperty("role", QStringLiteral("title"));
  auto* const help = new QLabel(tr("Copies have the same settings, callers and callees."), this);
  help->setProperty("role", QStringLiteral("muted"));
  help->setWordWrap(true);
  help->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
  total_ = new QSpinBox(this);
  total_->setRange(2, most_replicas);
  total_->setValue(usual_total);
  total_->setAccessibleName(tr("How many in all"));
  placing_ = new QComboBox(this);
  placing_->addItem(tr("One below the other"), static_cast<int>(ReplicaPlacing::column));
  placing_->addItem(tr("Side by side"), static_cast<int>(ReplicaPlacing::row));
  placing_->addItem(tr("In a square"), static_cast<int>(ReplicaPlacing::grid));
  placing_->setAccessibleName(tr("How they stand"));
  names_ = new QLabel(this);
  names_->setProperty("role", QStringLiteral("muted"));
  names_->setWordWrap(true);
  auto* const form = new QFormLayout;
  form->addRow(tr("In all"), total_);
  form->addRow(tr("Stand"), placing_);
  auto* const done = new QPushButton(tr("Replicate"), this);
  done->setProperty("role", QStringLiteral("primary"));
  auto* const row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(done);
  auto* const column = new QVBoxLayout(this);
  column->addWidget(title);
  column->addWidget(help);
  column->addLayout(form);
  column->addWidget(names_);
  column->addLayout(row);

  connect(total_, &QSpinBox::valueChanged, this, &ReplicateBox::show_preview);
  connect(placing_, &QComboBox::currentIndexChanged, this, &ReplicateBox::show_preview);
  connect(done, &QPushButton::clicked, this, &ReplicateBox::accept);
  // Enter in a field does it too.
  auto* const enter = new QAction(this);
  enter->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
  addAction(enter);
  connect(enter, &QAction::triggered, this, &ReplicateBox::accept);
  total_->setFocus();
  total_->selectAll();
  show_preview();
}

ReplicateBox::~ReplicateBox() { canvas_.withdraw_preview(); }

Replicated ReplicateBox::replicated() const {
  return replicate(canvas_.architecture(), elements_, total_->value(),
                   static_cast<ReplicaPlacing>(placing_->currentData().toInt()));
}

void ReplicateBox::show_preview() {
  const Replicated result = replicated();
  Architecture with = canvas_.architecture();
  apply(result.change, with);
  QStringList names;
  for (const ElementId& element : result.elements) {
    const bool is_new = std::find(elements_.begin(), elements_.end(), element) == elements_.end();
    if (is_new && !std::holds_alternative<NoteId>(element)) names += QString::fromStdString(name_of(with, element));
  }
  constexpr qsizetype most_named = 3;
  QString text;
  if (names.size() > most_named) text = tr("Adds %1, %2 … %3.").arg(names[0], names[1], names.back());
  else if (!names.isEmpty()) text = tr("Adds %1.").arg(names.join(QStringLiteral(", ")));
  if (result.links_left_out == 1) text += QLatin1Char(' ') + tr("One wire is left out, since copies may not have it.");
  if (result.links_left_out > 1)
    text += QLatin1Char(' ') + tr("%1 wires are left out, since copies may not have them.").arg(result.links_left_out);
  names_->setText(text);
  canvas_.preview(result.change);
}

void ReplicateBox::accept() {
  total_->interpretText();
  const Replicated result = replicated();
  canvas_.withdraw_preview();
  Canvas& canvas = canvas_;
  close();
  canvas.apply_and_select(result.change, tr("Replicate"), result.elements);
  canvas.bring_into_sight(result.elements);
}

void open_replicate_box(Canvas& canvas, std::vector<ElementId> elements) {
  if (elements.empty()) return;
  const Rectangle box = bounds(canvas.architecture(), elements);
  auto* const popup = new ReplicateBox(canvas, std::move(elements));
  popup->adjustSize();
  // Beside the elements, where it hides neither them nor their copies.
  const QPoint right = canvas.viewport().to_widget(QPointF(box.x + box.width, box.y)).toPoint() + QPoint(24, 0);
  const QPoint left = canvas.viewport().to_widget(QPointF(box.x, box.y)).toPoint() - QPoint(24 + popup->width(), 0);
  QPoint at = right;
  if (at.x() + popup->width() > canvas.width()) at = left;
  at.setX(std::clamp(at.x(), 8, std::max(8, canvas.width() - popup->width() - 8)));
  at.setY(std::clamp(at.y(), 8, std::max(8, canvas.height() - popup->height() - 8)));
  popup->move(canvas.mapToGlobal(at));
  popup->show();
}

}  // namespace loadframe
