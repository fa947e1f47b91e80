# Flags that only this project's own targets get; they are not exported.
add_library(parley_build_flags INTERFACE)
target_compile_features(parley_build_flags INTERFACE cxx_std_20)
if(PARLEY_DEVELOPER)
  target_compile_options(parley_build_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Wnull-dereference)
  # A sanitizer's own checks mislead GCC's flow analysis (GCC manual, "-fsanitize"); the other presets
  # compile the same code without them.
  if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    target_compile_options(parley_build_flags INTERFACE -Werror)
  endif()
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND PROJECT_IS_TOP_LEVEL)
  # Precompiled headers only hit the cache with these two settings (ccache manual, "Precompiled headers").
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  add_compile_options("$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

# A room of the house: every .cpp of this folder and below becomes library parley_<name>. KNOWS names the rooms
# it may include; WITH names what its own sources link and nobody else sees.
function(parley_room name)
  cmake_parse_arguments(room "" "" "KNOWS;WITH" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_library(parley_${name} STATIC ${sources})
  add_library(parley::${name} ALIAS parley_${name})
  set_target_properties(parley_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_include_directories(parley_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_compile_features(parley_${name} PUBLIC cxx_std_20)
  list(TRANSFORM room_KNOWS PREPEND parley_)
  target_link_libraries(parley_${name} PUBLIC ${room_KNOWS} PRIVATE ${room_WITH})
  target_link_libraries(parley_${name} PRIVATE $<BUILD_INTERFACE:parley_build_flags>)
  target_precompile_headers(parley_${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/standard_headers.hpp)
  set_property(GLOBAL APPEND PROPERTY PARLEY_ROOMS parley_${name})
endfunction()

# The tests of a room: every .cpp of this folder, one program, one CTest entry a test.
function(parley_tests name)
  cmake_parse_arguments(tests "" "" "WITH" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  target_link_libraries(test_${name} PRIVATE
    ${tests_WITH} parley_build_flags GTest::gtest_main GTest::gmock rapidcheck)
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(test_${name} PRIVATE
    PARLEY_SOURCE_DIR="${PROJECT_SOURCE_DIR}" PARLEY_BINARY_DIR="${PROJECT_BINARY_DIR}")
  add_dependencies(all_tests test_${name})
  target_precompile_headers(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/test_headers.hpp)
  # rapidcheck's seed is fixed, so that a test that passed passes again.
  gtest_discover_tests(test_${name} DISCOVERY_TIMEOUT 60
                       PROPERTIES TIMEOUT 300 LABELS ${name} ENVIRONMENT RC_PARAMS=seed=1)
endfunction()
