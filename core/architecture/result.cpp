#include "architecture/result.h"

namespace loadframe {

std::string to_text(const Diagnostic& diagnostic) {
  std::string text;
  if (!diagnostic.where.empty()) text += diagnostic.where + ": ";
  text += diagnostic.what;
  if (!diagnostic.remedy.empty()) text += " (" + diagnostic.remedy + ")";
  return text;
}

}  // namespace loadframe
