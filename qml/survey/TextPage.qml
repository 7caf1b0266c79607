import QtQuick
import Vouch.Components
import Vouch.Kiosk

// A question that is answered in the shopper's own words.
WritingPage {
    id: root

    objectName: "textPage"
    placeholder: texts.commentPlaceholder ?? ""
    goOnKind: survey.comment.length > 0 ? VouchButton.Filled : VouchButton.Outlined
    onEdited: text => survey.setComment(text)
    onGoOn: survey.done()
}
