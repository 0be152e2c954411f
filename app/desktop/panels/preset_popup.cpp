#include "panels/preset_popup.h"

#include "panels/setting_editor.h"
#include "panels/wording.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace loadframe {

namespace {

constexpr int place_role = Qt::UserRole;
constexpr int width_in_letters = 52;
constexpr int most_rows = 9;
constexpr int preview_lines = 9;
constexpr std::size_t most_differences = 5;

}  // namespace

PresetPopup::PresetPopup(std::vector<Preset> program, std::vector<Preset> own, std::vector<const void*> settings,
                         QWidget* parent)
    : QFrame(parent, Qt::Popup),
      presets_(std::move(program)),
      own_from_(presets_.size()),
      settings_(std::move(settings)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setProperty("role", "popup");
  presets_.insert(presets_.end(), own.begin(), own.end());
  search_ = new QLineEdit(this);
  search_->setPlaceholderText(tr("Find a preset"));
  search_->setAccessibleName(search_->placeholderText());
  search_->installEventFilter(this);
  list_ = new QListWidget(this);
  list_->setAccessibleName(tr("Presets"));
  list_->setMouseTracking(true);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setTextElideMode(Qt::ElideRight);
  add_section(tr("Documented"), 0, own_from_);
  add_section(tr("Your own"), own_from_, presets_.size());
  preview_ = new QLabel(this);
  preview_->setProperty("role", "caption");
  preview_->setWordWrap(true);
  preview_->setTextFormat(Qt::RichText);
  preview_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  preview_->setContentsMargins(4, 4, 4, 4);
  preview_->setMinimumHeight(preview_lines * preview_->fontMetrics().lineSpacing());
  auto* save = new QPushButton(tr("Save settings as a preset…"), this);
  save->setProperty("role", "quiet");
  save->setAutoDefault(false);
  auto* remove = new QPushButton(tr("Delete"), this);
  remove->setProperty("role", "quiet");
  remove->setAutoDefault(false);
  remove_ = remove;

  auto* buttons = new QHBoxLayout;
  buttons->addWidget(save);
  buttons->addStretch();
  buttons->addWidget(remove);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 10, 10, 8);
  column->setSpacing(6);
  column->addWidget(search_);
  column->addWidget(list_);
  column->addWidget(preview_);
  column->addLayout(buttons);
  setFixedWidth(width_in_letters * fontMetrics().averageCharWidth());
  const int rows = std::clamp(list_->count(), 1, most_rows);
  list_->setFixedHeight(rows * std::max(list_->sizeHintForRow(0), fontMetrics().height() + 8) + 4);

  connect(search_, &QLineEdit::textChanged, this, &PresetPopup::search);
  connect(list_, &QListWidget::itemEntered, list_, [this](QListWidgetItem* entry) {
    if (entry->flags().testFlag(Qt::ItemIsSelectable)) list_->setCurrentItem(entry);
  });
  connect(list_, &QListWidget::currentItemChanged, this, &PresetPopup::preview);
  connect(list_, &QListWidget::itemClicked, this, &PresetPopup::choose);
  connect(save, &QPushButton::clicked, this, [this] {
    emit save_wanted();
    close();
  });
  connect(remove, &QPushButton::clicked, this, [this] {
    if (const Preset* preset = marked()) emit remove_wanted(*preset);
    close();
  });
  search({});
}

void PresetPopup::add_section(const QString& heading, std::size_t from, std::size_t to) {
  if (from == to) return;
  auto* title = new QListWidgetItem(heading, list_);
  title->setFlags(Qt::NoItemFlags);
  for (std::size_t i = from; i < to; ++i) {
    auto* entry = new QListWidgetItem(to_qstring(presets_[i].name), list_);
    entry->setData(place_role, static_cast<int>(i));
    const bool holds = std::all_of(settings_.begin(), settings_.end(),
                                   [&](const void* one) { return differences(presets_[i], one).empty(); });
    if (!holds) continue;
    QFont bold = list_->font();
    bold.setBold(true);
    entry->setFont(bold);
    entry->setText(tr("✓ %1", "a preset whose settings it has").arg(entry->text()));
  }
}

void PresetPopup::search(const QString& text) {
  QListWidgetItem* first = nullptr;
  for (int row = 0; row < list_->count(); ++row) {
    QListWidgetItem* entry = list_->item(row);
    const bool is_heading = !entry->data(place_role).isValid();
    const bool shown = is_heading ? text.isEmpty() : entry->text().contains(text, Qt::CaseInsensitive);
    entry->setHidden(!shown);
    if (shown && !is_heading && !first) first = entry;
  }
  list_->setCurrentItem(first);
  preview();
}

const Preset* PresetPopup::marked() const {
  const QListWidgetItem* entry = list_->currentItem();
  if (!entry || entry->isHidden() || !entry->data(place_role).isValid()) return nullptr;
  return &presets_[static_cast<std::size_t>(entry->data(place_role).toInt())];
}

void PresetPopup::preview() {
  const Preset* preset = marked();
  remove_->setVisible(preset && preset >= presets_.data() + own_from_);
  if (!preset) {
    preview_->setText(list_->count() == 0 ? tr("There are no presets for this yet. Save these settings as the first.")
                                          : tr("No preset matches."));
    return;
  }
  QStringList lines;
  if (!preset->help.empty()) lines << translated(preset->help).toHtmlEscaped();
  const auto changes = settings_.empty() ? std::vector<SettingDifference>{} : differences(*preset, settings_.front());
  if (settings_.size() > 1) lines << tr("Is applied to all %1 that are selected.").arg(settings_.size());
  else if (changes.empty()) lines << tr("Changes nothing: these are its settings already.");
  QStringList told;
  for (std::size_t i = 0; i < std::min(changes.size(), most_differences); ++i)
    told << tr("<b>%1</b> %2 → %3", "a setting, its value, and the value that it gets")
                .arg(translated(changes[i].setting->label).toHtmlEscaped(),
                     value_label(*changes[i].setting, changes[i].before).toHtmlEscaped(),
                     value_label(*changes[i].setting, changes[i].after).toHtmlEscaped());
  if (changes.size() > most_differences) told << tr("and %1 more").arg(changes.size() - most_differences);
  if (!told.isEmpty()) lines << told.join(QStringLiteral(" · "));
  if (!preset->source.empty())
    lines << QStringLiteral("<i>%1</i>").arg(tr("Source: %1").arg(to_qstring(preset->source).toHtmlEscaped()));
  preview_->setText(QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("</p><p>"))));
}

void PresetPopup::choose() {
  const Preset* preset = marked();
  if (!preset) return;
  emit chosen(*preset);
  close();
}

bool PresetPopup::eventFilter(QObject* watched, QEvent* event) {
  if (watched != search_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
  const int key = static_cast<const QKeyEvent*>(event)->key();
  if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    choose();
    return true;
  }
  if (key != Qt::Key_Up && key != Qt::Key_Down) return QFrame::eventFilter(watched, event);
  const int by = key == Qt::Key_Down ? 1 : -1;
  for (int row = list_->currentRow() + by; row >= 0 && row < list_->count(); row += by) {
    const QListWidgetItem* entry = list_->item(row);
    if (entry->isHidden() || !entry->data(place_role).isValid()) continue;
    list_->setCurrentRow(row);
    break;
  }
  return true;
}

void PresetPopup::open_below(const QWidget& anchor) {
  adjustSize();
  const QRect screen = anchor.screen()->availableGeometry();
  const QPoint corner = anchor.mapToGlobal(QPoint(anchor.width() - width(), anchor.height() + 4));
  move(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
       std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
  show();
  search_->setFocus(Qt::PopupFocusReason);
}

}  // namespace loadframe
