#include "canvas/empty_hint.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace loadframe {

EmptyHint::EmptyHint(QWidget* parent) : QFrame(parent) {
  auto* const column = new QVBoxLayout(this);
  column->setSpacing(10);
  const auto line = [&](const QString& text, const char* role) {
    auto* const label = new QLabel(text, this);
    label->setProperty("role", QString::fromLatin1(role));
    label->setAlignment(Qt::AlignCenter);
    column->addWidget(label);
  };
  line(tr("Draw a system"), "title");
  line(tr("1.  Drag Users, a Load balancer and Servers from the left onto the canvas.\n"
          "2.  Pull a wire from the edge of each to what it calls.\n"
          "3.  Press Space and watch the requests; then kill a server in Break mode."),
       "muted");
  column->addSpacing(6);
  auto* const example = new QPushButton(tr("Examples and recent files"), this);
  example->setProperty("role", QStringLiteral("primary"));
  example->setCursor(Qt::PointingHandCursor);
  column->addWidget(example, 0, Qt::AlignHCenter);
  connect(example, &QPushButton::clicked, this, &EmptyHint::example_wanted);
}

}  // namespace loadframe
