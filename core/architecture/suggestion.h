#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Help with mistyped words.
namespace loadframe {

/// The candidate that was most likely meant by a mistyped word; empty if none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// "did you mean \"policy\"?", or what to say if nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                         std::string otherwise = {});

/// Text from outside as it may stand in a message: in quotation marks, shortened, without control characters.
std::string in_quotes(std::string_view text);

}  // namespace loadframe
