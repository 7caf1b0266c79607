#pragma once

#include <QObject>

#include <memory>

/// Several test classes in one program, each run alone: `core_base_tests test_time [options]`.
/// One program and one compilation for a folder instead of one for a class: a third of the time.
/// The classes of a folder are compiled together, so each file keeps to a namespace of its own
/// name, which is the test's name too.
namespace vouch::test {

class SuiteEntry
{
public:
    using Make = std::unique_ptr<QObject> (*)();

    /// `className` as moc has it: `test_time::TestTime` is the test `test_time`.
    SuiteEntry(const char *className, Make make);

    static int run(int argc, char **argv); ///< QTest::qExec() of the test that argv[1] names

private:
    const char *m_className;
    Make m_make;
    SuiteEntry *m_next;
};

} // namespace vouch::test

/// Within the namespace of the file, once, after the class.
#define VOUCH_TEST(Class)                                                                          \
    static const ::vouch::test::SuiteEntry suiteEntry(Class::staticMetaObject.className(), [] {    \
        return std::unique_ptr<QObject>(std::make_unique<Class>());                                \
    });
