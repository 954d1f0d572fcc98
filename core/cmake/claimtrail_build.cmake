# How every target of the project is built: standard, warnings, sanitizers, compiler cache, and the
# three verbs the other files use: claimtrail_library, claimtrail_program, claimtrail_test.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Optimised for use, yet quick to build.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${CCACHE_PROGRAM})
endif()

add_library(claimtrail_options INTERFACE)
target_include_directories(claimtrail_options INTERFACE ${CMAKE_SOURCE_DIR})
# Designated initialisers leave the other members at their defaults on purpose.
target_compile_options(claimtrail_options INTERFACE
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${CLAIMTRAIL_WERROR}>:-Werror>
    # g++ 12 reports an overflow inside its own std::string where there is none (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;-Wno-stringop-overflow;-Wno-restrict>)
target_compile_definitions(claimtrail_options INTERFACE CLAIMTRAIL_VERSION="${PROJECT_VERSION}")
if(CLAIMTRAIL_SANITIZE)
  target_compile_options(claimtrail_options INTERFACE -fsanitize=${CLAIMTRAIL_SANITIZE}
                         -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(claimtrail_options INTERFACE -fsanitize=${CLAIMTRAIL_SANITIZE})
endif()
if(CLAIMTRAIL_COVERAGE)
  target_compile_options(claimtrail_options INTERFACE --coverage -O0)
  target_link_options(claimtrail_options INTERFACE --coverage)
endif()

# One precompiled header of standard headers, shared by all libraries.
file(WRITE ${CMAKE_BINARY_DIR}/pch/anchor.cpp "")
add_library(claimtrail_pch OBJECT ${CMAKE_BINARY_DIR}/pch/anchor.cpp)
target_link_libraries(claimtrail_pch PRIVATE claimtrail_options)
target_precompile_headers(claimtrail_pch PRIVATE
    <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span>
    <string> <string_view> <tl/expected.hpp> <unordered_map> <utility> <variant> <vector>)

# claimtrail_library(NAME sources... [LINK public libraries...] [PRIVATE_LINK libraries...])
# A static library of one folder. Its links are the arrows of the architecture.
function(claimtrail_library name)
  cmake_parse_arguments(ARG "" "" "LINK;PRIVATE_LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PUBLIC claimtrail_options ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
  target_precompile_headers(${name} REUSE_FROM claimtrail_pch)
endfunction()

# claimtrail_program(NAME sources... LINK libraries...)
function(claimtrail_program name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE claimtrail_options ${ARG_LINK})
endfunction()

# Tests are compiled more often than they run: not optimised.
function(claimtrail_test_options name)
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0>)
  target_compile_definitions(${name} PRIVATE CLAIMTRAIL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endfunction()

if(CLAIMTRAIL_TESTS)
  find_package(GTest REQUIRED)
  add_library(claimtrail_test_pch OBJECT ${CMAKE_BINARY_DIR}/pch/anchor.cpp)
  target_link_libraries(claimtrail_test_pch PRIVATE claimtrail_options GTest::gmock_main)
  claimtrail_test_options(claimtrail_test_pch)
  target_precompile_headers(claimtrail_test_pch PRIVATE
      <gmock/gmock.h> <gtest/gtest.h> <algorithm> <chrono> <map> <memory> <optional> <set> <string>
      <string_view> <tl/expected.hpp> <vector>)
endif()

# claimtrail_test(NAME sources... LINK libraries... [LABELS ...] [OWN_PCH])
# A GoogleTest program whose every test is a ctest. OWN_PCH where a linked library brings definitions
# that the shared precompiled header was not made with.
function(claimtrail_test name)
  cmake_parse_arguments(ARG "OWN_PCH" "" "LINK;LABELS" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE claimtrail_options ${ARG_LINK} GTest::gmock_main)
  if(ARG_OWN_PCH)
    target_precompile_headers(${name} PRIVATE <gtest/gtest.h> <string> <vector>)
  else()
    target_precompile_headers(${name} REUSE_FROM claimtrail_test_pch)
  endif()
  claimtrail_test_options(${name})
  set(properties TIMEOUT 300)
  if(ARG_LABELS)
    list(APPEND properties LABELS "${ARG_LABELS}")
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                       PROPERTIES ${properties})
endfunction()
