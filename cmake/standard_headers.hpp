// The standard headers that nearly every source includes; precompiled, never included by hand.
// fmt stays out: its optimisation pragma leaks through a precompiled header (GCC bug 105120).
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
