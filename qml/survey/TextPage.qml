import QtQuick
import Vouch.Kiosk

// A question that is answered in the shopper's own words.
WritingPage {
    id: root

    objectName: "textPage"
    placeholder: texts.commentPlaceholder ?? ""
    onEdited: text => survey.setComment(text)
    onGoOn: survey.done()
}
