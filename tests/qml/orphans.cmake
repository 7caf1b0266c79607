# Every QML file below FOLDER must be one of LISTED.
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE files ${FOLDER}/*.qml)
foreach(file IN LISTS files)
    if(NOT file IN_LIST LISTED)
        message(SEND_ERROR "${file} is in no module: add it to the CMakeLists.txt beside it")
    endif()
endforeach()
