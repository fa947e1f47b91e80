// What every test includes; precompiled, never included by hand.
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include "standard_headers.hpp"
