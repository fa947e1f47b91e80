# What `cmake --install` puts where: the program with its manual and completions, and the rooms with
# their headers for find_package(Parley) and pkg-config.
include(CMakePackageConfigHelpers)

get_property(parley_rooms GLOBAL PROPERTY PARLEY_ROOMS)
add_library(parley_library INTERFACE)
add_library(parley::parley ALIAS parley_library)
set_target_properties(parley_library PROPERTIES EXPORT_NAME parley)
target_link_libraries(parley_library INTERFACE ${parley_rooms})

install(TARGETS parley RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ${parley_rooms} parley_library EXPORT ParleyTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY src/parley DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} 
        MESSAGE_NEVER FILES_MATCHING PATTERN *.hpp)

# The CMake package.
set(parley_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Parley)
configure_package_config_file(cmake/ParleyConfig.cmake.in ${PROJECT_BINARY_DIR}/ParleyConfig.cmake
                              INSTALL_DESTINATION ${parley_package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ParleyConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ParleyConfig.cmake ${PROJECT_BINARY_DIR}/ParleyConfigVersion.cmake
        DESTINATION ${parley_package_folder})
install(EXPORT ParleyTargets NAMESPACE parley:: DESTINATION ${parley_package_folder})

# pkg-config: static libraries, each before those it knows, so in the opposite order of the rooms.
set(parley_pkg_config_libraries "")
foreach(room IN LISTS parley_rooms)
  string(PREPEND parley_pkg_config_libraries " -l${room}")
endforeach()
list(JOIN parley_pkg_config_requires " " parley_pkg_config_requires)
# Relative to the file itself, so that the installed folder may be moved.
file(RELATIVE_PATH parley_pkg_config_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" parley_pkg_config_prefix "\${pcfiledir}/${parley_pkg_config_prefix}")
configure_file(cmake/parley.pc.in ${PROJECT_BINARY_DIR}/parley.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/parley.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# The manual and the completions, printed by the program itself.
set(parley_pages ${PROJECT_BINARY_DIR}/share)
file(MAKE_DIRECTORY ${parley_pages})
add_custom_command(
  OUTPUT ${parley_pages}/parley.1 ${parley_pages}/parley ${parley_pages}/_parley ${parley_pages}/parley.fish
  COMMAND parley man > ${parley_pages}/parley.1
  COMMAND parley completion bash > ${parley_pages}/parley
  COMMAND parley completion zsh > ${parley_pages}/_parley
  COMMAND parley completion fish > ${parley_pages}/parley.fish
  DEPENDS parley
  COMMENT "Writing the manual and the completions" VERBATIM)
add_custom_target(parley_pages ALL DEPENDS ${parley_pages}/parley.1)
install(FILES ${parley_pages}/parley.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${parley_pages}/parley DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${parley_pages}/_parley DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${parley_pages}/parley.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
