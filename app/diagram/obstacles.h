#pragma once

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <vector>

/// Boxes that links keep clear of, in a grid, so that only near ones are looked at.
namespace loadframe {

/// The sides of a box, and the directions that lead out of them.
enum class Side : std::uint8_t { right, bottom, left, top };

inline bool is_horizontal(Side side) { return side == Side::right || side == Side::left; }
inline Side opposite(Side side) { return static_cast<Side>((static_cast<int>(side) + 2) % 4); }
QPointF normal(Side side);
QPointF middle_of(const QRectF& box, Side side);

class Obstacles {
public:
  static constexpr int none = -1;

  /// How far a way leads until it meets a box, or its end.
  struct Hit {
    double distance = 0;
    int obstacle = none;
  };

  Obstacles() = default;
  explicit Obstacles(std::vector<QRectF> boxes);

  const QRectF& box(int obstacle) const { return boxes_[static_cast<std::size_t>(obstacle)]; }

  /// Straight on from a point, as far as it is clear of all boxes by the clearance. A box around the point itself, as
  /// far as only its clearance is concerned, does not hold it up.
  Hit look(QPointF from, Side direction, double farthest, double clearance) const;

  /// Whether a box other than the two touches the rectangle.
  bool touches(const QRectF& rectangle, int except, int or_except) const;

  /// Calls with each box that touches the rectangle, some of them more than once.
  template <class Does>
  void for_each_touching(const QRectF& rectangle, Does does) const {
    if (boxes_.empty() || !bounds_.intersects(rectangle)) return;
    for (std::size_t row = row_of(rectangle.top()); row <= row_of(rectangle.bottom()); ++row) {
      for (std::size_t column = column_of(rectangle.left()); column <= column_of(rectangle.right()); ++column) {
        const std::size_t cell = row * columns_ + column;
        for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i) {
          const QRectF& box = boxes_[static_cast<std::size_t>(inside_[i])];
          if (rectangle.left() < box.right() && box.left() < rectangle.right() && rectangle.top() < box.bottom() &&
              box.top() < rectangle.bottom())
            does(box);
        }
      }
    }
  }

  /// No clearance may be larger: boxes stand in the cells that they reach with it.
  static constexpr double most_clearance = 16;

private:
  std::size_t column_of(double x) const;
  std::size_t row_of(double y) const;

  std::vector<QRectF> boxes_;
  QRectF bounds_;
  double cell_ = 1;
  std::size_t columns_ = 0;
  std::size_t rows_ = 0;
  std::vector<std::uint32_t> first_;  ///< by cell, into inside_
  std::vector<int> inside_;
};

}  // namespace loadframe
