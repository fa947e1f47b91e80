// What every test includes; precompiled, never included by hand.
#pragma once
#include "standard_headers.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
