#pragma once

#include <QList>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QQuickWindow)

namespace vouch::kiosk {

/// A text on the screen that does not fit into its place.
struct Misfit
{
    QString place; ///< what it, or the control that it stands on, is called: "choice_staff"
    QString text;
    QString problem; ///< "is cut off", as the end of a sentence about the text

    bool operator==(const Misfit &) const = default;
};

/// Every text that the shopper cannot read whole in the window as it is laid out now: cut, without
/// letters in any font, broken in a word, over the edge of its place or on another text, or on a
/// page that has to be scrolled.
QList<Misfit> findMisfits(const QQuickWindow &window);

} // namespace vouch::kiosk
