#include "panels/palette_panel.h"

#include "appearance.h"
#include "architecture/editing.h"
#include "diagram/geometry.h"
#include "diagram/painter.h"
#include "panels/glyphs.h"
#include "panels/wording.h"

#include <QDrag>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace loadframe {

namespace {

constexpr int what_role = Qt::UserRole;       ///< "component:server"; empty for headings
constexpr int words_role = Qt::UserRole + 1;  ///< what the search looks into
constexpr int tile_size = 26;

}  // namespace

class PaletteList : public QListWidget {
public:
  PaletteList(const Appearance& appearance, QWidget* parent) : QListWidget(parent), appearance_(appearance) {
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setIconSize(QSize(tile_size, tile_size));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    fill();
    connect(&appearance_, &Appearance::changed, this, [this] { color(); });
    color();
  }

  /// Shows what matches and the headings of groups in which something does; returns whether anything matches.
  bool show_matching(const QString& text) {
    bool any = false;
    QListWidgetItem* heading = nullptr;
    QListWidgetItem* first = nullptr;
    for (int row = 0; row < count(); ++row) {
      QListWidgetItem* entry = item(row);
      if (is_heading(*entry)) {
        heading = entry;
        heading->setHidden(true);
        continue;
      }
      const bool matches = entry->data(words_role).toString().contains(text.trimmed(), Qt::CaseInsensitive);
      entry->setHidden(!matches);
      if (!matches) continue;
      if (heading) heading->setHidden(false);
      if (!first) first = entry;
      any = true;
    }
    setCurrentItem(text.isEmpty() ? nullptr : first);
    return any;
  }

  static bool is_heading(const QListWidgetItem& entry) { return entry.data(what_role).toString().isEmpty(); }

protected:
  void startDrag(Qt::DropActions) override {
    const QListWidgetItem* entry = currentItem();
    if (!entry || is_heading(*entry)) return;
    const QString what = entry->data(what_role).toString();
    auto* mime = new QMimeData;
    mime->setData(QLatin1String(PalettePanel::mime_type), what.toUtf8());
    auto* drag = new QDrag(this);
    drag->setMimeData(mime);
    // Small: the canvas itself shows where it would come to lie.
    drag->setPixmap(entry->icon().pixmap(QSize(tile_size, tile_size), devicePixelRatioF()));
    drag->setHotSpot(QPoint(-tile_size / 2, -tile_size / 2));
    drag->exec(Qt::CopyAction);
  }

private:
  void fill() {
    const auto add_tier = [this](Tier tier, const QString& title) {
      add_heading(title);
      for (const KindDescription& kind : kinds())
        if (kind.tier == tier) add_entry(QStringLiteral("component:"), kind.key, kind.label, kind.help);
    };
    add_tier(Tier::entry, PalettePanel::tr("Entry"));
    add_tier(Tier::compute, PalettePanel::tr("Compute"));
    add_tier(Tier::data, PalettePanel::tr("Data"));
    add_tier(Tier::messaging, PalettePanel::tr("Messaging"));
    add_heading(PalettePanel::tr("Areas"));
    for (const AreaKindDescription& kind : area_kinds())
      add_entry(QStringLiteral("area:"), kind.key, kind.label, kind.help);
    add_heading(PalettePanel::tr("Notes"));
    auto* note = new QListWidgetItem(PalettePanel::tr("Note"), this);
    note->setData(what_role, QStringLiteral("note"));
    note->setData(words_role, note->text());
    note->setToolTip(PalettePanel::tr("Text on the canvas."));
  }

  void add_heading(const QString& title) {
    auto* heading = new QListWidgetItem(title, this);
    heading->setFlags(Qt::NoItemFlags);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
  }

  void add_entry(const QString& prefix, std::string_view key, std::string_view label, std::string_view help) {
    auto* entry = new QListWidgetItem(translated(label), this);
    entry->setData(what_role, prefix + to_qstring(key));
    entry->setData(words_role, entry->text() + QLatin1Char(' ') + to_qstring(key));
    entry->setToolTip(QStringLiteral("<p>%1</p>").arg(translated(help).toHtmlEscaped()));
    entry->setData(Qt::AccessibleDescriptionRole, translated(help));
  }

  void color() {
    const Theme& theme = appearance_.theme();
    for (int row = 0; row < count(); ++row) {
      QListWidgetItem* entry = item(row);
      const QString what = entry->data(what_role).toString();
      if (what.isEmpty()) {
        entry->setForeground(theme.muted_text);
        continue;
      }
      const std::string key = to_std(what.contains(QLatin1Char(':')) ? what.section(QLatin1Char(':'), 1) : what);
      const auto kind = kind_from_key(key);
      const bool is_component = what.startsWith(QLatin1String("component:")) && kind;
      entry->setIcon(tile_icon(theme, key, is_component ? color_of(theme, description(*kind).tier) : theme.muted_text));
    }
  }

  const Appearance& appearance_;
};

PalettePanel::PalettePanel(const Appearance& appearance, QWidget* parent) : QFrame(parent) {
  setProperty("role", "panel");
  search_ = new QLineEdit(this);
  search_->setPlaceholderText(tr("Find a component"));
  search_->setAccessibleName(tr("Find a component"));
  search_->setClearButtonEnabled(true);
  list_ = new PaletteList(appearance, this);
  list_->setAccessibleName(tr("Components, areas and notes"));
  nothing_ = new QLabel(this);
  nothing_->setProperty("role", "muted");
  nothing_->setWordWrap(true);
  nothing_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  nothing_->setMargin(16);
  nothing_->hide();

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 12, 6, 6);
  column->addWidget(search_);
  column->addWidget(nothing_);
  column->addWidget(list_, 1);

  connect(search_, &QLineEdit::textChanged, this, &PalettePanel::filter);
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    const QListWidgetItem* entry = list_->currentItem();
    if (entry && !entry->isHidden() && !PaletteList::is_heading(*entry)) emit chosen(entry->data(what_role).toString());
  });
  // Enter and double click, on every platform alike; a platform's single click must not add anything.
  connect(list_, &QListWidget::itemDoubleClicked, this,
          [this](QListWidgetItem* entry) { emit chosen(entry->data(what_role).toString()); });
  search_->installEventFilter(this);
  list_->installEventFilter(this);
}

void PalettePanel::start_search() {
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

void PalettePanel::filter(const QString& text) {
  const bool any = list_->show_matching(text);
  list_->setVisible(any);
  nothing_->setVisible(!any);
  if (!any) nothing_->setText(tr("Nothing is called “%1”.").arg(text.trimmed()));
}

bool PalettePanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == search_ && key == Qt::Key_Down && list_->isVisible()) {
      list_->setFocus(Qt::TabFocusReason);
      if (!list_->currentItem()) list_->setCurrentRow(1);
      return true;
    }
    if (watched == search_ && key == Qt::Key_Escape && !search_->text().isEmpty()) {
      search_->clear();
      return true;
    }
    if (watched == list_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
      const QListWidgetItem* entry = list_->currentItem();
      if (entry && !PaletteList::is_heading(*entry)) emit chosen(entry->data(what_role).toString());
      return true;
    }
  }
  return QFrame::eventFilter(watched, event);
}

}  // namespace loadframe
