#pragma once

#include <QUrl>

QT_FORWARD_DECLARE_CLASS(QQmlEngine)

namespace vouch::qml {

/// Chooses the keyboard on the screen as the input method, and the rules by which fonts are found.
/// Before the application object is made.
void prepareProcess();

/// Where the modules Vouch.* are, for `engine`: enough to load a file of theirs.
void addModulePath(QQmlEngine &engine);

/// Makes the modules Vouch.* known to `engine`, and the types of the view models to qmlTypeId().
void addModules(QQmlEngine &engine);

/// Main.qml, the kiosk's window. Needs the initial properties `survey` (SurveyModel*) and
/// `manager` (ManagerModel*); `windowed` (bool) keeps it off the full screen.
QUrl mainPage();

/// The page that Main.qml shows first, unless the store wishes an invitation before it.
QUrl restingPage();

} // namespace vouch::qml
