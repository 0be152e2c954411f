#include "architecture/layering.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace loadframe::layering {

namespace {

constexpr std::size_t usual_rows = 8;  ///< of a layer in one column
constexpr double rows_per_root = 1.6;  ///< of the number of boxes: then a large drawing is about square
constexpr int sweeps = 12;
constexpr int alignments = 8;
constexpr double step = 4;           ///< places are multiples of it
constexpr double gap_per_arrow = 2;  ///< room for links between layers
constexpr double most_extra_gap = 144;

using Places = std::vector<std::size_t>;

class Layout {
public:
  Layout(Graph& graph, const Gaps& gaps)
      : boxes_(graph.boxes), gaps_(gaps), after_(boxes_.size()), before_(boxes_.size()) {
    auto arrows = graph.arrows;
    std::sort(arrows.begin(), arrows.end());
    arrows.erase(std::unique(arrows.begin(), arrows.end()), arrows.end());
    std::vector<Places> out(boxes_.size());
    for (const auto& [from, to] : arrows)
      if (from != to) out[from].push_back(to);
    turn_circles(out);
  }

  std::pair<double, double> run() {
    if (boxes_.empty()) return {0, 0};
    find_layers();
    order_layers();
    make_columns();
    place_across();
    place_down();
    double width = 0;
    double height = 0;
    double top = boxes_.front().y;
    for (const Box& box : boxes_) top = std::min(top, box.y);
    for (Box& box : boxes_) {
      box.y = std::round((box.y - top) / step) * step;
      width = std::max(width, box.x + box.width);
      height = std::max(height, box.y + box.height);
    }
    return {width, height};
  }

private:
  /// Arrows that close a circle are taken the other way round, on a walk that begins where things start.
  void turn_circles(const std::vector<Places>& out) {
    std::vector<std::size_t> incoming(boxes_.size());
    for (const Places& targets : out)
      for (const std::size_t target : targets) ++incoming[target];
    Places starts(boxes_.size());
    std::iota(starts.begin(), starts.end(), std::size_t{0});
    std::stable_sort(starts.begin(), starts.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(!boxes_[a].leads, incoming[a] > 0) < std::pair(!boxes_[b].leads, incoming[b] > 0);
    });
    std::vector<bool> seen(boxes_.size());
    std::vector<bool> open(boxes_.size());                 // on the way to where the walk is
    std::vector<std::pair<std::size_t, std::size_t>> way;  // box, the next of its arrows
    for (const std::size_t start : starts) {
      if (seen[start]) continue;
      way.emplace_back(start, 0);
      seen[start] = open[start] = true;
      while (!way.empty()) {
        const std::size_t from = way.back().first;
        if (way.back().second == out[from].size()) {
          open[from] = false;
          way.pop_back();
          continue;
        }
        const std::size_t to = out[from][way.back().second++];
        const bool closes = open[to];
        after_[closes ? to : from].push_back(closes ? from : to);
        before_[closes ? from : to].push_back(closes ? to : from);
        if (seen[to]) continue;
        seen[to] = open[to] = true;
        way.emplace_back(to, 0);
      }
    }
  }

  /// Each box as far left as its callers allow; what nobody calls stands right before what it calls.
  void find_layers() {
    layer_.assign(boxes_.size(), 0);
    std::vector<std::size_t> waits(boxes_.size());
    Places ready;
    for (std::size_t i = 0; i < boxes_.size(); ++i)
      if ((waits[i] = before_[i].size()) == 0) ready.push_back(i);
    for (std::size_t next = 0; next < ready.size(); ++next) {
      for (const std::size_t to : after_[ready[next]]) {
        layer_[to] = std::max(layer_[to], layer_[ready[next]] + 1);
        if (--waits[to] == 0) ready.push_back(to);
      }
    }
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      if (!before_[i].empty() || after_[i].empty() || boxes_[i].leads) continue;
      std::size_t nearest = boxes_.size();
      for (const std::size_t to : after_[i]) nearest = std::min(nearest, layer_[to]);
      layer_[i] = nearest == 0 ? 0 : nearest - 1;
    }
    layers_.resize(*std::max_element(layer_.begin(), layer_.end()) + 1);
    for (std::size_t i = 0; i < boxes_.size(); ++i) layers_[layer_[i]].push_back(i);
    std::erase_if(layers_, [](const Places& layer) { return layer.empty(); });
    for (std::size_t number = 0; number < layers_.size(); ++number)
      for (const std::size_t box : layers_[number]) layer_[box] = number;
  }

  /// Puts each box near the middle of its neighbours, to and fro, and keeps the order with the fewest crossings.
  void order_layers() {
    rank_.assign(boxes_.size(), 0);
    number_ranks();
    auto best = layers_;
    std::size_t fewest = crossings();
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
      const bool forward = sweep % 2 == 0;
      for (std::size_t i = 1; i < layers_.size(); ++i)
        sort_layer(layers_[forward ? i : layers_.size() - 1 - i], forward ? before_ : after_);
      const std::size_t now = crossings();
      if (now >= fewest) continue;
      fewest = now;
      best = layers_;
    }
    layers_ = best;
    number_ranks();
  }

  void number_ranks() {
    for (const Places& layer : layers_) number_ranks(layer);
  }

  /// Ranks are shares of the layer, so that layers of different lengths compare.
  void number_ranks(const Places& layer) {
    for (std::size_t i = 0; i < layer.size(); ++i)
      rank_[layer[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(layer.size());
  }

  void sort_layer(Places& layer, const std::vector<Places>& neighbours) {
    std::vector<std::pair<double, std::size_t>> wanted;
    for (const std::size_t box : layer) {
      double sum = 0;
      for (const std::size_t other : neighbours[box]) sum += rank_[other];
      const auto number = static_cast<double>(neighbours[box].size());
      wanted.emplace_back(number > 0 ? sum / number : rank_[box], box);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < layer.size(); ++i) layer[i] = wanted[i].second;
    number_ranks(layer);
  }

  std::size_t crossings() const {
    // Of arrows between the same two layers: inversions, counted by a Fenwick tree.
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::pair<double, double>>> between;
    for (std::size_t from = 0; from < boxes_.size(); ++from)
      for (const std::size_t to : after_[from])
        between[{layer_[from], layer_[to]}].emplace_back(rank_[from], rank_[to]);
    std::size_t number = 0;
    for (auto& [layers, arrows] : between) {
      std::sort(arrows.begin(), arrows.end());
      std::vector<double> ends;
      for (const auto& arrow : arrows) ends.push_back(arrow.second);
      std::sort(ends.begin(), ends.end());
      ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
      std::vector<std::size_t> tree(ends.size() + 1);
      std::size_t seen = 0;
      for (const auto& arrow : arrows) {
        const auto end =
            static_cast<std::size_t>(std::lower_bound(ends.begin(), ends.end(), arrow.second) - ends.begin()) + 1;
        std::size_t not_above = 0;
        for (std::size_t i = end; i > 0; i -= i & (~i + 1)) not_above += tree[i];
        number += seen - not_above;
        for (std::size_t i = end; i < tree.size(); i += i & (~i + 1)) ++tree[i];
        ++seen;
      }
    }
    return number;
  }

  void make_columns() {
    const auto most_rows = std::max(
        usual_rows, static_cast<std::size_t>(std::ceil(rows_per_root * std::sqrt(static_cast<double>(boxes_.size())))));
    column_.assign(boxes_.size(), 0);
    for (const Places& layer : layers_) {
      const std::size_t number = (layer.size() + most_rows - 1) / most_rows;
      const std::size_t rows = (layer.size() + number - 1) / number;
      for (std::size_t i = 0; i < layer.size(); ++i) {
        if (i % rows == 0) columns_.emplace_back();
        columns_.back().push_back(layer[i]);
        column_[layer[i]] = columns_.size() - 1;
      }
    }
  }

  void place_across() {
    // Arrows that begin or end at a gap need room to turn there.
    std::vector<double> turning(columns_.size() + 1);
    for (std::size_t from = 0; from < boxes_.size(); ++from) {
      for (const std::size_t to : after_[from]) {
        turning[column_[from] + 1] += 1;
        if (column_[to] != column_[from] + 1) turning[column_[to]] += 1;
      }
    }
    double x = 0;
    for (std::size_t number = 0; number < columns_.size(); ++number) {
      double width = 0;
      for (const std::size_t box : columns_[number]) {
        width = std::max(width, boxes_[box].width);
        boxes_[box].x = x;
      }
      const double extra = std::min(most_extra_gap, gap_per_arrow * std::max(0.0, turning[number + 1] - 8));
      x += width + std::round((gaps_.across + extra) / step) * step;
    }
  }

  /// Boxes of a column keep their order and their distances, and come as near as that allows to the middle of their
  /// neighbours in the columns before, after, and both.
  void place_down() {
    for (const Places& column : columns_) {
      double height = -gaps_.down;
      for (const std::size_t box : column) height += boxes_[box].height + gaps_.down;
      double y = -height / 2;
      for (const std::size_t box : column) {
        boxes_[box].y = y;
        y += boxes_[box].height + gaps_.down;
      }
    }
    for (int pass = 0; pass < alignments; ++pass) {
      const bool forward = pass % 2 == 0;
      const bool both = pass + 2 >= alignments;
      for (std::size_t i = 0; i < columns_.size(); ++i)
        align(columns_[forward ? i : columns_.size() - 1 - i], both || forward, both || !forward);
    }
  }

  double middle_of(std::size_t box) const { return boxes_[box].y + boxes_[box].height / 2; }

  /// Least squares under distances: pools neighbours that would violate them.
  void align(const Places& column, bool by_callers, bool by_callees) {
    struct Pool {
      double sum = 0;
      double weight = 0;
      std::size_t size = 0;
      double at() const { return sum / weight; }
    };
    std::vector<Pool> pools;
    std::vector<double> offsets;
    double offset = 0;
    for (std::size_t i = 0; i < column.size(); ++i) {
      const std::size_t box = column[i];
      if (i > 0) offset += (boxes_[column[i - 1]].height + boxes_[box].height) / 2 + gaps_.down;
      offsets.push_back(offset);
      double sum = 0;
      double number = 0;
      const auto include = [&](const Places& others) {
        for (const std::size_t other : others) {
          if (column_[other] == column_[box]) continue;
          sum += middle_of(other);
          ++number;
        }
      };
      if (by_callers) include(before_[box]);
      if (by_callees) include(after_[box]);
      constexpr double inertia = 0.05;  // what has no neighbours stays, and gives way
      const double weight = number > 0 ? 1 : inertia;
      const double wanted = (number > 0 ? sum / number : middle_of(box)) - offset;
      pools.push_back({wanted * weight, weight, 1});
      while (pools.size() > 1 && pools[pools.size() - 2].at() > pools.back().at()) {
        Pool& before = pools[pools.size() - 2];
        before.sum += pools.back().sum;
        before.weight += pools.back().weight;
        before.size += pools.back().size;
        pools.pop_back();
      }
    }
    std::size_t place = 0;
    for (const Pool& pool : pools)
      for (std::size_t i = 0; i < pool.size; ++i, ++place)
        boxes_[column[place]].y = pool.at() + offsets[place] - boxes_[column[place]].height / 2;
  }

  std::vector<Box>& boxes_;
  const Gaps& gaps_;
  std::vector<Places> after_;  ///< without circles
  std::vector<Places> before_;
  std::vector<std::size_t> layer_;
  std::vector<Places> layers_;
  std::vector<double> rank_;
  std::vector<Places> columns_;
  std::vector<std::size_t> column_;
};

}  // namespace

std::pair<double, double> lay_out(Graph& graph, const Gaps& gaps) { return Layout(graph, gaps).run(); }

}  // namespace loadframe::layering
