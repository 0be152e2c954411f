#pragma once

#include <QList>
#include <QMainWindow>
#include <QSet>
#include <QString>

#include <vector>

class QAction;
class QDockWidget;

namespace loadframe {

class Appearance;

/// The canvas with the panels around it, which people move, stack, float and close as they like. How they left it is
/// kept by the window that holds it.
class Workspace : public QMainWindow {
  Q_OBJECT

public:
  Workspace(const Appearance& appearance, QWidget* parent);

  enum class Place { left, right, below };

  /// Adds a panel; the key names it in what is remembered. In the standard arrangement a panel stands behind the one
  /// added to its place before it, as a tab, and one that has a `fixed` height stands by itself.
  enum class Manner { tab, fixed, closed };
  QDockWidget* add(const QString& key, const QString& title, QWidget* panel, Place place, Manner manner);

  /// The arrangement that the program comes with.
  void arrange();

  QByteArray arrangement() const;
  /// An arrangement of another version of the program is left aside, and the standard one taken.
  void restore_arrangement(const QByteArray& kept);

  /// Shows the canvas alone; or all panels as they were.
  void show_alone(bool alone);
  bool is_alone() const { return alone_; }

  /// Opens a panel and brings it to the front.
  void bring_up(QDockWidget* panel);

  /// Opens and closes each panel.
  QList<QAction*> toggles() const;

  /// The menu of titles and tabs.
  QMenu* createPopupMenu() override;

protected:
  bool event(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  struct Panel {
    QDockWidget* dock;
    Place place;
    Manner manner;
  };

  int side_extent(int usual) const;
  void give_sizes();
  void show_titles();
  void show_titles_soon();

  const Appearance& appearance_;
  QSet<QDockWidget*> in_front_;  ///< shown, and not behind another tab
  std::vector<Panel> panels_;
  QByteArray before_alone_;
  bool alone_ = false;
  bool titles_due_ = false;
  bool sizes_due_ = false;
};

}  // namespace loadframe
