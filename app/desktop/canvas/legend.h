#pragma once

#include "architecture/architecture.h"

#include <QFrame>

namespace loadframe {

class Appearance;

/// Explains what the canvas shows: dots, wires, meters and signs, as far as the drawing has them.
class Legend : public QFrame {
  Q_OBJECT

public:
  Legend(const Appearance& appearance, QWidget* parent);

  /// @param follows requests are followed one by one
  void explain(const Architecture& architecture, bool follows);

  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  struct Entry {
    enum class Sign : std::uint8_t {
      request,
      answer,
      failed,
      lookup,
      replication,
      check,
      token,
      token_answer,
      token_queued,
      token_downstream,
      token_failed,
      token_abandoned,
      traffic,
      target_down,
      cut,
      calm,
      warm,
      overloaded,
      queue,
      dead,
      hung,
      booting
    } sign;
    QString text;
  };
  void paint_sign(QPainter& painter, Entry::Sign sign, const QRectF& box) const;
  double row_height() const;
  double sign_width() const;

  const Appearance& appearance_;
  std::vector<Entry> entries_;
};

}  // namespace loadframe
