#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace loadframe {

class Appearance;

/// What a panel is called, and the place to take hold of it. The buttons come when the pointer or the keyboard does.
class DockTitle : public QWidget {
  Q_OBJECT

public:
  DockTitle(QDockWidget& dock, const Appearance& appearance);

  /// A line above the panel; a strip at its left, for low panels; or nothing.
  enum class Form { line, grip, none };
  void set_form(Form form);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void show_buttons();
  void color();

  QDockWidget& dock_;
  const Appearance& appearance_;
  Form form_ = Form::line;
  QLabel* label_ = nullptr;
  QToolButton* float_ = nullptr;
  QToolButton* close_ = nullptr;
};

}  // namespace loadframe
