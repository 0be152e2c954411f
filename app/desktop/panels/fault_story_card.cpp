#include "panels/fault_story_card.h"

#include "analysis/failover.h"
#include "document.h"
#include "live/live_run.h"
#include "panels/wording.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int tell_again_ms = 500;
/// What comes before the fault is compared with what comes after it.
constexpr Duration looks_back = seconds(10);

}  // namespace

FaultStoryCard::FaultStoryCard(Document& document, LiveRun& run, QWidget* parent)
    : QFrame(parent), document_(document), run_(run) {
  setProperty("role", "card");
  title_ = new QLabel(this);
  title_->setProperty("role", "title");
  title_->setWordWrap(true);
  text_ = new QLabel(this);
  text_->setProperty("role", "muted");
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  text_->setAccessibleName(tr("What the last fault did"));
  text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  // However long it is, it must not press on what stands around it.
  auto* const scrolled = new QScrollArea(this);
  scrolled->setWidget(text_);
  scrolled->setWidgetResizable(true);
  scrolled->setFrameShape(QFrame::NoFrame);
  scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 14, 10);
  column->addWidget(title_);
  column->addWidget(scrolled, 1);
  hide();
  told_.start();
  connect(&run_, &LiveRun::advanced, this, [this] {
    if (told_.elapsed() >= tell_again_ms) follow();
  });
  connect(&run_, &LiveRun::state_changed, this, &FaultStoryCard::follow);
  connect(&run_, &LiveRun::restarted, this, &QWidget::hide);
  connect(&run_, &LiveRun::rewound, this, &FaultStoryCard::follow);
}

void FaultStoryCard::follow() {
  told_.restart();
  tell();
}

void FaultStoryCard::tell() {
  const std::vector<Event>& happened = run_.happened();
  const auto last = std::find_if(happened.rbegin(), happened.rend(), [](const Event& event) {
    return event.kind == EventKind::action && tone_of(event) == Tone::bad;
  });
  if (last == happened.rend()) {
    hide();
    return;
  }
  const Duration from = last->at - looks_back;
  Recording recent;
  const auto& samples = run_.samples();
  auto first = samples.end();
  while (first != samples.begin() && (*(first - 1))->end > from) --first;
  recent.samples.assign(first, samples.end());
  recent.events.assign(last.base() - 1, happened.end());
  const Architecture& architecture = document_.architecture();
  const std::vector<FaultStory> stories = explain_faults(architecture, recent);
  const std::vector<Sentence> sentences =
      stories.empty() ? std::vector<Sentence>() : to_sentences(architecture, stories.back());
  setVisible(!sentences.empty());
  if (sentences.empty()) return;
  title_->setText(sentence_text(sentences.front()));
  QStringList lines;
  for (std::size_t i = 1; i < sentences.size(); ++i) lines << sentence_text(sentences[i]);
  text_->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace loadframe
