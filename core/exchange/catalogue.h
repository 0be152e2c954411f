#pragma once

#include <string>

/// What can be drawn, set and done, for other programs: the kinds of components and areas, links, request classes and
/// actions, with every setting's type, range, default and meaning.
namespace loadframe {

std::string catalogue_to_json();

}  // namespace loadframe
