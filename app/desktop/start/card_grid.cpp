#include "start/card_grid.h"

#include <QResizeEvent>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int gap = 14;

}  // namespace

CardGrid::CardGrid(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void CardGrid::add(QWidget* card) {
  cards_.push_back(card);
  card->show();
  updateGeometry();
}

void CardGrid::clear() {
  for (QWidget* const card : cards_) {
    card->hide();
    card->deleteLater();
  }
  cards_.clear();
  updateGeometry();
}

int CardGrid::columns_in(int width) const {
  if (cards_.empty()) return 1;
  return std::max(1, (width + gap) / (cards_.front()->sizeHint().width() + gap));
}

/// Cards grow a little to fill the row.
int CardGrid::card_width(int width) const {
  const int columns = columns_in(width);
  return (width - (columns - 1) * gap) / columns;
}

int CardGrid::heightForWidth(int width) const {
  if (cards_.empty()) return 0;
  const int columns = columns_in(width);
  const int rows = (static_cast<int>(cards_.size()) + columns - 1) / columns;
  return rows * cards_.front()->sizeHint().height() + (rows - 1) * gap;
}

QSize CardGrid::sizeHint() const { return {600, heightForWidth(600)}; }

QSize CardGrid::minimumSizeHint() const {
  return cards_.empty() ? QSize() : QSize(cards_.front()->sizeHint().width(), heightForWidth(std::max(1, width())));
}

void CardGrid::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (cards_.empty()) return;
  const int columns = columns_in(width());
  const int wide = std::min(card_width(width()), cards_.front()->sizeHint().width() * 3 / 2);
  const int high = cards_.front()->sizeHint().height();
  for (int i = 0; i < static_cast<int>(cards_.size()); ++i)
    cards_[static_cast<std::size_t>(i)]->setGeometry((i % columns) * (wide + gap), (i / columns) * (high + gap), wide,
                                                     high);
  updateGeometry();
}

}  // namespace loadframe
