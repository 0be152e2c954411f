#pragma once

#include <string>

/// JSON Schemas (draft 2020-12), made from the settings tables; the copies in resources/schema are checked in.
namespace loadframe {

/// Of layout files. Editors that know it complete and check layouts as they are typed.
std::string layout_schema();

/// Of run results, with the meaning of each member.
std::string run_schema();

}  // namespace loadframe
