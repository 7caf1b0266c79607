import QtQuick
import Vouch.Kiosk

// The comment that a page offered.
WritingPage {
    id: root

    objectName: "commentPage"
    goOnName: "saveComment"
    goOnText: texts.done ?? ""
    goOnAvailable: true
    placeholder: texts.commentPlaceholder ?? ""
    onEdited: text => survey.setComment(text)
    onGoOn: survey.saveComment()
}
