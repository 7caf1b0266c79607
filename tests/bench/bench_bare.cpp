#include "tests/bench/first_frame.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>

#include <string_view>

/// What the kiosk's start is compared with: a window of Qt's own with nothing in it, or (argument
/// `words`) with the names of the languages that the kiosk offers first, which take three fonts.
/// Used by bench_start.sh.
namespace {

constexpr const char *emptyWindow = R"(
import QtQuick.Controls.Basic
ApplicationWindow { width: 1280; height: 800; visible: true }
)";

constexpr const char *fewWords = R"(
import QtQuick
import QtQuick.Controls.Basic
ApplicationWindow {
    width: 1280; height: 800; visible: true
    Column {
        Text { font.family: "Noto Sans"; text: "English Русский" }
        Text { font.family: "Noto Sans Arabic"; text: "فارسی" }
        Text { font.family: "Noto Sans Tamil"; text: "தமிழ்" }
    }
}
)";

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData(argc == 2 && std::string_view(argv[1]) == "words" ? fewWords : emptyWindow);
    vouch::bench::reportFirstFrame();
    return application.exec();
}
