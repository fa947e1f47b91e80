# Every package comes from Debian 12 (packages.txt); nothing is downloaded at configure time. One
# list serves the build, the installed CMake package and pkg-config.
set(parley_find_dependencies "")
set(parley_pkg_config_requires "")

# parley_needs(<name for pkg-config or NONE> <arguments of find_package>...)
macro(parley_needs pkg_config_name)
  find_package(${ARGN} REQUIRED)
  string(JOIN " " parley_words ${ARGN})
  string(APPEND parley_find_dependencies "find_dependency(${parley_words})\n")
  if(NOT "${pkg_config_name}" STREQUAL "NONE")
    list(APPEND parley_pkg_config_requires ${pkg_config_name})
  endif()
endmacro()

# parley_needs_module(<prefix> <pkg-config module>): for packages that only pkg-config knows.
macro(parley_needs_module prefix module)
  pkg_check_modules(${prefix} REQUIRED IMPORTED_TARGET ${module})
  string(APPEND parley_find_dependencies
         "pkg_check_modules(${prefix} QUIET REQUIRED IMPORTED_TARGET ${module})\n")
  list(APPEND parley_pkg_config_requires ${module})
endmacro()

parley_needs(NONE PkgConfig)
parley_needs(NONE Threads)
parley_needs(tbb TBB)
parley_needs(yaml-cpp yaml-cpp)
parley_needs(nlohmann_json nlohmann_json)
parley_needs(fmt fmt)
parley_needs(NONE tl-expected)
parley_needs(pugixml pugixml)
parley_needs(zlib ZLIB)
parley_needs("icu-uc;icu-i18n" ICU COMPONENTS uc i18n)
parley_needs_module(re2 re2)
parley_needs_module(cmark_gfm libcmark-gfm)
parley_needs_module(xlsxwriter xlsxwriter)
parley_needs_module(archive libarchive)
parley_needs_module(gmime gmime-3.0)
parley_needs_module(poppler_cpp poppler-cpp)
