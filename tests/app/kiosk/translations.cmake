# Every text of the kiosk is there in every language. Needs LUPDATE, SOURCE, SCRATCH.
file(MAKE_DIRECTORY ${SCRATCH})
foreach(language en fa ta ru ar de es fr hi tr)
    set(ts ${SCRATCH}/kiosk_${language}.ts)
    file(COPY_FILE ${SOURCE}/resources/translations/kiosk_${language}.ts ${ts})
    set(only)
    if(language STREQUAL en)
        set(only -pluralonly)
    endif()
    execute_process(
        COMMAND ${LUPDATE} -silent -no-obsolete -locations none -extensions qml,cpp -I .
            qml sync/client app/kiosk ${only} -ts ${ts}
        WORKING_DIRECTORY ${SOURCE}
        COMMAND_ERROR_IS_FATAL ANY)
    file(STRINGS ${ts} missing REGEX "unfinished")
    if(missing)
        message(SEND_ERROR "${language}: texts are not translated. Run `ninja vouch_translations` "
            "and fill in what resources/translations/kiosk_${language}.ts calls unfinished.")
    endif()
endforeach()
