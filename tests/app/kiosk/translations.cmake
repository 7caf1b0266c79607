# Every text of the kiosk is there in every language of its manager. Needs LUPDATE, SOURCE, SCRATCH.
file(MAKE_DIRECTORY ${SCRATCH})
foreach(language fa ta ru)
    set(ts ${SCRATCH}/kiosk_${language}.ts)
    file(COPY_FILE ${SOURCE}/resources/translations/kiosk_${language}.ts ${ts})
    execute_process(
        COMMAND ${LUPDATE} -silent -no-obsolete -locations none -extensions qml,cpp -I .
            qml sync/client -ts ${ts}
        WORKING_DIRECTORY ${SOURCE}
        COMMAND_ERROR_IS_FATAL ANY)
    file(STRINGS ${ts} missing REGEX "unfinished")
    if(missing)
        message(SEND_ERROR "${language}: texts are not translated. Run `ninja vouch_translations` "
            "and fill in what resources/translations/kiosk_${language}.ts calls unfinished.")
    endif()
endforeach()
