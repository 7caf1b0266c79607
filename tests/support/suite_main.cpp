#include "tests/support/suite.h"

#ifdef VOUCH_TEST_GUI
#include <QGuiApplication>
using Application = QGuiApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

int main(int argc, char **argv)
{
    Application application(argc, argv);
    return vouch::test::SuiteEntry::run(argc, argv);
}
