#pragma once

#include <QUrl>

QT_FORWARD_DECLARE_CLASS(QQmlEngine)

namespace vouch::qml {

/// Chooses the keyboard on the screen as the input method. Before the application object is made.
void chooseKeyboard();

/// Makes the modules Vouch.* known to `engine`.
void addModules(QQmlEngine &engine);

/// Main.qml, the kiosk's window. Needs the initial properties `survey` (SurveyModel*) and
/// `manager` (ManagerModel*); `windowed` (bool) keeps it off the full screen.
QUrl mainPage();

} // namespace vouch::qml
