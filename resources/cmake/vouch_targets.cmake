# What every target of Vouch shares. A target names what it links; include paths start at the
# repository root, so that an #include says which part it reaches into.

# One definition of warnings and hardening; third-party headers are SYSTEM and stay silent.
add_library(vouch_options INTERFACE)
target_include_directories(vouch_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(vouch_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    -fstack-protector-strong)
target_compile_definitions(vouch_options INTERFACE
    BOOST_ASIO_DISABLE_AWAITABLE_FRAME_RECYCLING
    $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
# GCC 12 takes an optimised std::optional for uninitialised (GCC bug 80635); the sanitizers watch.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(vouch_options INTERFACE -Wno-maybe-uninitialized)
endif()
# Sources compiled together are all included ones: what is local to one looks exposed by a header.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(vouch_options INTERFACE -Wno-subobject-linkage)
endif()
if(VOUCH_SANITIZE)
    target_compile_options(vouch_options INTERFACE -fsanitize=${VOUCH_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(vouch_options INTERFACE -fsanitize=${VOUCH_SANITIZE})
endif()

# vouch_precompile(target SOURCE…): reads the heaviest headers once a target instead of once a file;
# not worth it for a few files, nor where sources are compiled together anyway.
function(vouch_precompile target)
    list(FILTER ARGN INCLUDE REGEX "\\.cpp$")
    list(LENGTH ARGN files)
    if(files GREATER 3 AND NOT CMAKE_UNITY_BUILD)
        target_precompile_headers(${target} PRIVATE <boost/json.hpp> <chrono> <filesystem> <map>)
    endif()
endfunction()

# vouch_library(name SOURCES … LINKS …): a static library of one folder.
function(vouch_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC vouch_options ${arg_LINKS})
    vouch_precompile(${name} ${arg_SOURCES})
endfunction()

# vouch_program(name SOURCES … LINKS …): an executable, put into build/<preset>/bin.
function(vouch_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE vouch_options ${arg_LINKS})
    vouch_precompile(${name} ${arg_SOURCES})
endfunction()

# vouch_test(name SOURCES … LINKS … [LABELS …]): one Qt Test program, run by CTest under its name.
# The label is `quick` unless told otherwise; `long` tests run by ./test.sh --long only.
function(vouch_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;LABELS")
    if(NOT arg_LABELS)
        set(arg_LABELS quick)
    endif()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE vouch_options Qt6::Test ${arg_LINKS})
    target_compile_definitions(${name} PRIVATE VOUCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    # What is tested is optimised as shipped; the tests themselves compile faster without.
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0 -U_FORTIFY_SOURCE>)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()
