#pragma once

#include "architecture/architecture.h"
#include "diagram/theme.h"

#include <QPainter>
#include <QPainterPath>

/// What people wrote on a link.
namespace loadframe {

/// Where it stands: beside the middle of the link, so that figures find their place on it.
QRectF label_box(const QPainterPath& path, const QString& label);

void paint_link_label(QPainter& painter, const Theme& theme, const QPainterPath& path, const Link& link);

}  // namespace loadframe
