#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QScrollArea>

#include <vector>

class QLabel;

namespace loadframe {

class Appearance;
class Canvas;
class CardGrid;
class FileActions;
class LayoutCard;

/// What an empty window offers: recent files, and examples as small pictures in which requests move. It goes at the
/// first thing drawn.
class StartPage : public QScrollArea {
  Q_OBJECT

public:
  StartPage(Canvas& canvas, FileActions& files, const Appearance& appearance);

  /// Whether it may show while the canvas is empty.
  void set_wanted(bool wanted);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void timerEvent(QTimerEvent* event) override;

private:
  void show_if_empty();
  void fill_recent();
  void add_examples(CardGrid& grid, bool from_papers);
  /// Reads the layout in the background, and shows it on the card when it has come.
  void load(LayoutCard* card, const QString& path, bool is_example);

  Canvas& canvas_;
  FileActions& files_;
  const Appearance& appearance_;
  QLabel* recent_heading_ = nullptr;
  CardGrid* recent_ = nullptr;
  std::vector<LayoutCard*> moving_;
  QBasicTimer timer_;
  QElapsedTimer opened_;  ///< since a card was clicked
  bool wanted_ = true;
  bool loaded_ = false;
  std::vector<std::pair<LayoutCard*, QString>> to_load_;
};

}  // namespace loadframe
