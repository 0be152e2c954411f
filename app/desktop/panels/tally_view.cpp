#include "panels/tally_view.h"

#include "panels/wording.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace loadframe {

namespace {

struct Count {
  QString name;
  QString figure;
  QString help;
};

/// Sums over components; those of the whole system are sums as well.
struct Tally {
  std::uint64_t coalesced = 0;
  std::uint64_t stale = 0;
  std::uint64_t hinted = 0;
  std::uint64_t lost_writes = 0;
  std::uint64_t redelivered = 0;
  std::uint64_t dead_letters = 0;
  std::uint64_t expired = 0;
  std::uint64_t cold_starts = 0;
  std::uint64_t wasted = 0;
  double cost = 0;

  void add(const ComponentStatistics& one) {
    coalesced += one.coalesced;
    stale += one.stale;
    hinted += one.hinted;
    lost_writes += one.lost_writes;
    redelivered += one.redelivered;
    dead_letters += one.dead_letters;
    expired += one.expired;
    cold_starts += one.cold_starts;
    wasted += one.wasted;
    cost += one.cost;
  }
};

QString cost_text(double cost) {
  const int decimals = cost >= 100 ? 0 : cost >= 1 ? 2 : cost >= 0.01 ? 4 : 6;
  return QLocale().toString(cost, 'f', decimals);
}

std::vector<Count> counts_of(const Tally& tally) {
  std::vector<Count> counts;
  const auto add = [&counts](std::uint64_t count, const QString& name, const QString& help) {
    if (count > 0) counts.push_back({name, QLocale().toString(static_cast<qulonglong>(count)), help});
  };
  add(tally.coalesced, TallyView::tr("Coalesced misses"), TallyView::tr("They waited for another's fetch."));
  add(tally.cold_starts, TallyView::tr("Cold starts"), TallyView::tr("Requests that waited for a new instance."));
  add(tally.stale, TallyView::tr("Stale reads"),
      TallyView::tr("They missed a write that was acknowledged before they began."));
  add(tally.hinted, TallyView::tr("Hinted writes"), TallyView::tr("Kept by another node for a dead one."));
  add(tally.lost_writes, TallyView::tr("Lost writes"), TallyView::tr("Acknowledged, and lost by a failover."));
  add(tally.redelivered, TallyView::tr("Redelivered"), TallyView::tr("Deliveries beyond a message's first."));
  add(tally.dead_letters, TallyView::tr("Dead letters"), TallyView::tr("Messages given up after too many deliveries."));
  add(tally.expired, TallyView::tr("Messages lost"),
      TallyView::tr("They outlived their retention, or were lost in a crash."));
  add(tally.wasted, TallyView::tr("Wasted calls"), TallyView::tr("Finished after their caller had given up."));
  if (tally.cost > 0)
    counts.push_back({TallyView::tr("Cost"), cost_text(tally.cost),
                      TallyView::tr("Since the start, in the currency of the prices: US dollars by default.")});
  return counts;
}

}  // namespace

TallyView::TallyView(QWidget* parent) : QWidget(parent) {
  grid_ = new QGridLayout(this);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setVerticalSpacing(4);
  grid_->setColumnStretch(0, 1);
  auto* heading = new QLabel(tr("Since the start"), this);
  heading->setProperty("role", "heading");
  grid_->addWidget(heading, 0, 0, 1, 2);
  hide();
}

void TallyView::show_tally(const Statistics* statistics, const ElementId& subject) {
  Tally tally;
  const bool is_all = std::holds_alternative<std::monostate>(subject);
  if (statistics) {
    for (const ComponentStatistics& one : statistics->components)
      if (is_all || subject == ElementId(one.id)) tally.add(one);
    for (const HostStatistics& one : statistics->hosts)
      if (is_all || subject == ElementId(one.id)) tally.cost += one.cost;
  }
  const std::vector<Count> counts = counts_of(tally);
  while (rows_.size() < counts.size()) {
    Row row{new QLabel(this), new QLabel(this)};
    row.name->setProperty("role", "muted");
    row.figure->setAlignment(Qt::AlignRight);
    const int place = static_cast<int>(rows_.size()) + 1;
    grid_->addWidget(row.name, place, 0);
    grid_->addWidget(row.figure, place, 1);
    rows_.push_back(row);
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool used = i < counts.size();
    rows_[i].name->setVisible(used);
    rows_[i].figure->setVisible(used);
    if (!used) continue;
    rows_[i].name->setText(counts[i].name);
    rows_[i].name->setToolTip(counts[i].help);
    rows_[i].figure->setText(counts[i].figure);
    rows_[i].figure->setToolTip(counts[i].help);
  }
  setVisible(!counts.empty());
}

}  // namespace loadframe
