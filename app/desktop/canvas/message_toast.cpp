#include "canvas/message_toast.h"

#include <algorithm>
#include <chrono>

namespace loadframe {

namespace {

using namespace std::chrono_literals;
constexpr auto stays = 8s;
constexpr int inset = 12;
constexpr int widest = 480;

}  // namespace

MessageToast::MessageToast(QWidget* parent) : QLabel(parent) {
  setProperty("role", QStringLiteral("toast"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setWordWrap(true);
  hide();
  timer_.setSingleShot(true);
  timer_.setInterval(stays);
  connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
}

void MessageToast::say(const QString& text) {
  timer_.stop();
  setVisible(!text.isEmpty());
  if (text.isEmpty()) return;
  setText(text);
  place();
  raise();
  timer_.start();
}

void MessageToast::place() {
  const int room = std::max(0, parentWidget()->width() - 2 * inset);
  // Wraps only what is wider than there is room for.
  const int one_line = fontMetrics().horizontalAdvance(text()) + 3 * inset;
  const int width = std::min({one_line, widest, room});
  resize(width, heightForWidth(width));
  move(inset, inset);
}

}  // namespace loadframe
