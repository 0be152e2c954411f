#pragma once

#include "architecture/architecture.h"

namespace loadframe {

/// What is wrong with an element, or worth knowing about it.
struct Finding {
  Diagnostic diagnostic;  ///< `where` is the element's name
  ElementId element;      ///< none: the architecture as a whole
};

/// Everything that keeps an architecture from running (errors) or makes it do less than its author may expect
/// (warnings), most severe first, in the document's order.
std::vector<Finding> validate(const Architecture& architecture);

/// Whether there is no error among the findings.
bool can_run(const std::vector<Finding>& findings);

}  // namespace loadframe
