#include "tests/screens/scene.h"
#include "tests/support/suite.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    vouch::test::Scene::prepareApplication();
    const QGuiApplication application(argc, argv);
    return vouch::test::SuiteEntry::run(argc, argv);
}
