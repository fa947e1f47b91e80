# The tests of the installed package: install from this build, then build and run the consumer with
# CMake and with pkg-config, and look at what else was installed.
set(package_folder ${PROJECT_BINARY_DIR}/package)
separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
add_test(NAME package.install
  COMMAND ${CMAKE_COMMAND} --install ${PROJECT_BINARY_DIR} --prefix ${package_folder}/installed)
set_tests_properties(package.install PROPERTIES FIXTURES_SETUP package LABELS package)

add_test(NAME package.find_package
  COMMAND ${CMAKE_CTEST_COMMAND} --build-and-test ${CMAKE_CURRENT_LIST_DIR} ${package_folder}/consumer
    --build-generator Ninja --build-two-config
    --build-options -DCMAKE_PREFIX_PATH=${package_folder}/installed
      -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DCMAKE_CXX_FLAGS=${CMAKE_CXX_FLAGS}
    --test-command consumer)
add_test(NAME package.pkg_config
  COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/with_pkg_config.sh ${package_folder}/installed
    ${CMAKE_INSTALL_LIBDIR} ${CMAKE_CURRENT_LIST_DIR}/consumer.cpp ${package_folder}/consumer_by_pkg_config
    ${CMAKE_CXX_COMPILER} ${flags})
add_test(NAME package.program
  COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/installed_program.sh ${package_folder}/installed)
set_tests_properties(package.find_package package.pkg_config package.program
  PROPERTIES FIXTURES_REQUIRED package LABELS package TIMEOUT 300)
