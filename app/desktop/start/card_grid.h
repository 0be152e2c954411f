#pragma once

#include <QWidget>

#include <vector>

namespace loadframe {

/// Cards in as many columns as there is room for.
class CardGrid : public QWidget {
  Q_OBJECT

public:
  explicit CardGrid(QWidget* parent);

  void add(QWidget* card);
  void clear();

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  int columns_in(int width) const;
  int card_width(int width) const;

  std::vector<QWidget*> cards_;
};

}  // namespace loadframe
