#include "core/base/json.h"
#include "core/base/utf8.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_utf8 {

using namespace vouch;

/// isUtf8, the strictness of parseJson about the same bytes, and where a text may be cut.
class TestUtf8 : public QObject
{
    Q_OBJECT

private slots:
    void sequences_data();
    void sequences();
    void escapedSurrogates_data();
    void escapedSurrogates();
    void everyCharacter();
    void beginnings();
    void names();
};

void TestUtf8::sequences_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, const char *text, bool valid) {
        QTest::newRow(name) << QByteArray(text) << valid;
    };
    row("nothing", "", true);
    row("ASCII", "a~", true);
    row("four scripts", "NPS ‌قیمت விலை Цены 🙂", true);
    row("last of the BMP", "\xEF\xBF\xBF", true);
    row("last of all", "\xF4\x8F\xBF\xBF", true);
    row("a lone continuation", "a\x80", false);
    row("Latin-1", "caf\xE9", false);
    row("cut off after 1 of 2", "\xC3", false);
    row("cut off after 2 of 3", "\xE2\x82", false);
    row("cut off after 3 of 4", "\xF0\x9F\x99", false);
    row("cut off before ASCII", "\xE2\x82x", false);
    row("overlong NUL", "\xC0\x80", false);
    row("overlong slash", "\xE0\x80\xAF", false);
    row("overlong in 4", "\xF0\x8F\xBF\xBF", false);
    row("a surrogate", "\xED\xA0\x80", false);
    row("just before the surrogates", "\xED\x9F\xBF", true);
    row("above U+10FFFF", "\xF4\x90\x80\x80", false);
    row("a lead byte that never was", "\xF8\x88\x80\x80\x80", false);
    row("FF", "\xFF", false);
}

void TestUtf8::sequences()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(isUtf8(text.toStdString()), valid);
    QCOMPARE(parseJson("[\"" + text.toStdString() + "\"]").ok(), valid);
    QCOMPARE(parseJson("{\"" + text.toStdString() + "\":0}").ok(), valid);
}

void TestUtf8::escapedSurrogates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a high one alone") << QByteArray(R"(["\ud83d"])");
    QTest::newRow("a high one before a letter") << QByteArray(R"(["\ud83dx"])");
    QTest::newRow("a high one before a newline") << QByteArray(R"(["\ud83d\n"])");
    QTest::newRow("two high ones") << QByteArray(R"(["\ud83d\ud83d"])");
    QTest::newRow("a low one alone") << QByteArray(R"(["\ude00"])");
    QTest::newRow("in a key") << QByteArray(R"({"\udead":1})");
}

void TestUtf8::escapedSurrogates()
{
    QFETCH(QByteArray, text);
    const auto value = parseJson(text.toStdString());
    QVERIFY(!value);
    QCOMPARE(value.failure().code, "json-malformed");
}

/// Every character that there is, and no surrogate, passes.
void TestUtf8::everyCharacter()
{
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        const auto text = QString::fromUcs4(&code, 1).toStdString();
        QVERIFY2(isUtf8(text), qPrintable(QString::number(code, 16)));
    }
}

void TestUtf8::beginnings()
{
    const std::string text = "aé€🙂";
    const std::size_t expected[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (std::size_t most = 0; most < std::size(expected); ++most)
        QCOMPARE(beginningOf(text, most), std::string_view(text).substr(0, expected[most]));
}

void TestUtf8::names()
{
    using namespace std::literals;
    for (const auto name : {"a"sv, " "sv, "'=1"sv, "سلام\u200c"sv, "\u202ea"sv, "\u0080"sv})
        QVERIFY2(isName(name), name.data());
    for (const auto name : {""sv, "\0"sv, "a\0b"sv, "a\n"sv, "\x1f"sv, "\x7f"sv, "\xff"sv})
        QVERIFY(!isName(name));
    QVERIFY(isName(std::string(200, 'x')));
    QVERIFY(!isName(std::string(201, 'x')));
    QVERIFY(!isName("abc", 2));
}

VOUCH_TEST(TestUtf8)

} // namespace test_utf8

#include "test_utf8.moc"
