#include "tests/support/suite.h"

#include <QTest>

#include <cstdio>
#include <string_view>
#include <vector>

namespace vouch::test {

namespace {

SuiteEntry *first = nullptr;

std::string_view testName(std::string_view className)
{
    return className.substr(0, className.find(':'));
}

} // namespace

SuiteEntry::SuiteEntry(const char *className, Make make)
    : m_className(className)
    , m_make(make)
    , m_next(first)
{
    first = this;
}

int SuiteEntry::run(int argc, char **argv)
{
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    for (const auto *entry = first; entry; entry = entry->m_next) {
        if (testName(entry->m_className) != wanted)
            continue;
        std::vector<char *> options(argv, argv + argc);
        options.erase(options.begin() + 1);
        const auto test = entry->m_make();
        return QTest::qExec(test.get(), int(options.size()), options.data());
    }
    std::fprintf(stderr, "Which test? %s NAME [options of Qt Test], NAME one of:\n", argv[0]);
    for (const auto *entry = first; entry; entry = entry->m_next) {
        const auto name = testName(entry->m_className);
        std::fprintf(stderr, "  %.*s\n", int(name.size()), name.data());
    }
    return 2;
}

} // namespace vouch::test
