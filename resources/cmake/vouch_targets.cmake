# What every target of Vouch shares. A target names what it links; include paths start at the
# repository root, so that an #include says which part it reaches into.

# What generated code is compiled with too.
add_library(vouch_common INTERFACE)
target_compile_options(vouch_common INTERFACE -fstack-protector-strong)
target_compile_definitions(vouch_common INTERFACE
    BOOST_ASIO_DISABLE_AWAITABLE_FRAME_RECYCLING
    $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)

# One definition of warnings; third-party headers are SYSTEM and stay silent.
add_library(vouch_options INTERFACE)
target_link_libraries(vouch_options INTERFACE vouch_common)
target_include_directories(vouch_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(vouch_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align)
# GCC 12 takes an optimised std::optional for uninitialised (GCC bug 80635); the sanitizers watch.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(vouch_options INTERFACE -Wno-maybe-uninitialized)
endif()
# Sources compiled together are all included ones: what is local to one looks exposed by a header.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(vouch_options INTERFACE -Wno-subobject-linkage)
endif()
if(VOUCH_SANITIZE)
    target_compile_options(vouch_common INTERFACE -fsanitize=${VOUCH_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(vouch_common INTERFACE -fsanitize=${VOUCH_SANITIZE})
endif()

# The heaviest headers, read once for the whole build. Programs are compiled as position-independent
# as libraries, or they could not share them.
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/headers.cpp CONTENT "")
add_library(vouch_headers STATIC ${CMAKE_BINARY_DIR}/headers.cpp)
target_link_libraries(vouch_headers PRIVATE vouch_options Boost::json)
target_precompile_headers(vouch_headers PRIVATE
    <boost/json.hpp> <algorithm> <chrono> <filesystem> <functional> <map> <memory> <mutex>
    <optional> <set> <string> <string_view> <variant> <vector>)
# The same with Qt's, for what QML sees and for what is generated from it. They can be shared when
# whatever is defined for them is defined where they are used: so no more than Qt6::Core is linked.
if(VOUCH_QT)
    add_library(vouch_qt_headers STATIC ${CMAKE_BINARY_DIR}/headers.cpp)
    target_link_libraries(vouch_qt_headers PRIVATE vouch_options Boost::json Qt6::Core)
    foreach(part Gui Network Qml QmlIntegration)
        target_include_directories(vouch_qt_headers SYSTEM PRIVATE
            $<TARGET_PROPERTY:Qt6::${part},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
    target_precompile_headers(vouch_qt_headers PRIVATE
        <boost/json.hpp> <algorithm> <chrono> <filesystem> <functional> <map> <memory> <mutex>
        <optional> <set> <string> <string_view> <variant> <vector>
        <QColor> <QDateTime> <QGuiApplication> <QHash> <QJsonDocument> <QJSEngine> <QLocale>
        <QObject> <QQmlComponent> <QQmlContext> <QQmlEngine> <QString> <QTimer> <QUrl> <QVariant>
        <QtQml/qjsprimitivevalue.h> <QtQml/qqmlprivate.h>)
endif()
# vouch_precompile(target [WITH vouch_qt_headers])
function(vouch_precompile target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "WITH" "")
    if(NOT arg_WITH)
        set(arg_WITH vouch_headers)
    endif()
    target_compile_options(${target} PRIVATE -fPIC)
    if(VOUCH_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${arg_WITH})
    endif()
endfunction()

# For what moc makes little or nothing of.
function(vouch_moc_without_headers target)
    set_source_files_properties(
        ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# vouch_generated(module): what Qt generates for a module of QML, compiled as one piece.
function(vouch_generated module)
    foreach(target ${module} ${module}_qmlcache ${module}plugin ${module}plugin_init)
        if(TARGET ${target})
            target_link_libraries(${target} PRIVATE vouch_common Boost::json)
            set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE 0)
            vouch_precompile(${target} WITH vouch_qt_headers)
            vouch_moc_without_headers(${target})
        endif()
    endforeach()
    foreach(target _qmlcache plugin_init _resources_1 _resources_2 _resources_3)
        if(TARGET ${module}${target}) # nothing for moc
            set_target_properties(${module}${target} PROPERTIES AUTOMOC OFF)
        endif()
    endforeach()
endfunction()

# vouch_library(name SOURCES … LINKS … [PRECOMPILE …]): a static library of one folder.
function(vouch_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PRECOMPILE" "SOURCES;LINKS")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC vouch_options ${arg_LINKS})
    vouch_precompile(${name} WITH ${arg_PRECOMPILE})
endfunction()

# vouch_program(name SOURCES … LINKS … [PRECOMPILE …]): an executable in build/<preset>/bin.
function(vouch_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PRECOMPILE" "SOURCES;LINKS")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE vouch_options ${arg_LINKS})
    vouch_precompile(${name} WITH ${arg_PRECOMPILE})
endfunction()

# vouch_test_options(target [headers]): what is tested is optimised as shipped; the tests themselves
# compile faster without. Each test's own folder, which Qt Test would define and none uses, would
# keep the headers from being shared.
function(vouch_test_options target)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O0 -U_FORTIFY_SOURCE>
        -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
    if(ARGC GREATER 1 AND VOUCH_PRECOMPILE)
        target_compile_options(${target} PRIVATE -fPIC)
        target_precompile_headers(${target} REUSE_FROM ${ARGV1})
    endif()
endfunction()

# vouch_tests(program TESTS … [SOURCES …] LINKS … [GUI | MAIN file]): the tests of one folder, each
# `<test>.cpp`, as one program (see tests/support/suite.h); CTest runs each under its name, label
# `quick`. SOURCES are what the tests share, each header of it with a class for moc. GUI: with a
# QGuiApplication; MAIN: a main() of their own. They are compiled together, eight at a time, where
# everything else is too.
function(vouch_tests program)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "MAIN" "TESTS;SOURCES;LINKS")
    if(NOT arg_MAIN)
        set(arg_MAIN ${CMAKE_SOURCE_DIR}/tests/support/suite_main.cpp)
    endif()
    list(TRANSFORM arg_TESTS APPEND .cpp OUTPUT_VARIABLE tests)
    # By ourselves, for AUTOMOC has moc read every header there is: half a second a test, for nothing.
    set(mocs)
    foreach(test IN LISTS arg_TESTS)
        qt_generate_moc(${test}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${test}.moc)
        list(APPEND mocs ${CMAKE_CURRENT_BINARY_DIR}/${test}.moc)
    endforeach()
    foreach(source IN LISTS arg_SOURCES)
        get_filename_component(stem ${source} NAME_WLE)
        if(source MATCHES "\\.h$")
            qt_generate_moc(${source} ${CMAKE_CURRENT_BINARY_DIR}/moc_${stem}.cpp)
            set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/moc_${stem}.cpp
                PROPERTIES HEADER_FILE_ONLY ON) # included by the source
            list(APPEND mocs ${CMAKE_CURRENT_BINARY_DIR}/moc_${stem}.cpp)
        endif()
    endforeach()
    add_executable(${program} ${tests} ${arg_SOURCES} ${mocs} ${arg_MAIN})
    target_include_directories(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    set_target_properties(${program} PROPERTIES UNITY_BUILD_BATCH_SIZE 8
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    # The headers that all tests share are compiled with it, used or not.
    target_link_libraries(${program} PRIVATE vouch_options vouch_base vouch_test_suite Qt6::Test
        ${arg_LINKS})
    target_compile_definitions(${program} PRIVATE VOUCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    if(arg_GUI)
        set_source_files_properties(${arg_MAIN} PROPERTIES COMPILE_DEFINITIONS VOUCH_TEST_GUI)
    endif()
    vouch_test_options(${program} vouch_test_headers)
    foreach(test IN LISTS arg_TESTS)
        add_test(NAME ${test} COMMAND ${program} ${test})
        set_tests_properties(${test} PROPERTIES LABELS quick TIMEOUT 300
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
    endforeach()
endfunction()
