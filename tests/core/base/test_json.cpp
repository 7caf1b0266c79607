#include "core/base/json.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_json {

using namespace vouch;

/// Strict reading and RFC 8785.
class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void plainNumbersAreThoseOfPeople()
    {
        const auto value = json::parse(R"({"b":33.33,"a":[0.0,-7.5,100.0,1e2,null,12]})");
        QCOMPARE(plainJson(value), std::string(R"({"a":[0,-7.5,100,100,null,12],"b":33.33})"));
    }

    void canonical_data();
    void canonical();
    void canonicalIsAFixedPoint();
    void numbersThatAreNoSafeIntegers_data();
    void numbersThatAreNoSafeIntegers();
    void refused_data();
    void refused();
    void depth();
    void members();
};

namespace {

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string nested(int levels)
{
    const auto count = static_cast<std::size_t>(levels);
    return std::string(count, '[') + std::string(count, ']');
}

} // namespace

void TestJson::canonical_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("nothing to sort", " { } ", "{}");
    row("literals", "[ null,true ,false ]", "[null,true,false]");
    row("integers", "[0, -0, -1, 42, 9007199254740991, -9007199254740991]",
        "[0,0,-1,42,9007199254740991,-9007199254740991]");
    // RFC 8785 §3.2.3, without its decimal numbers.
    row("the order of the RFC",
        R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",)"
        R"("1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",)"
        R"("\u00f6":"Latin Small Letter O With Diaeresis"})",
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\","
        "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
        "\"😀\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
    row("the strings of the RFC", R"(["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"])",
        R"(["€$\u000f\nA'B\"\\\\\"/"])");
    row("controls", R"(["\u0000\u0001\u001f\u007f\b\t\f\r"])",
        "[\"\\u0000\\u0001\\u001f\x7F\\b\\t\\f\\r\"]");
    row("a key and its beginning", R"({"ab":1,"a":2,"":3,"abc":4})",
        R"({"":3,"a":2,"ab":1,"abc":4})");
    row("keys sort at every level", R"({"b":{"z":1,"y":[{"d":1,"c":2}]},"a":0})",
        R"({"a":0,"b":{"y":[{"c":2,"d":1}],"z":1}})");
    // U+D7FF < surrogates < U+E000 … U+FFFF in UTF-16; UTF-8 has the last two the other way round.
    row("around the surrogates",
        R"({"\uffff":1,"\ue000":2,"\ud800\udc00":3,"\udbff\udfff":4,"\ud7ff":5})",
        "{\"\xED\x9F\xBF\":5,\"\xF0\x90\x80\x80\":3,\"\xF4\x8F\xBF\xBF\":4,\"\xEE\x80\x80\":2,"
        "\"\xEF\xBF\xBF\":1}");
    row("after an equal beginning", R"({"x\ue000":1,"x\ud83d\ude00":2})",
        "{\"x😀\":2,\"x\xEE\x80\x80\":1}");
}

void TestJson::canonical()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto value = parseJson(text.toStdString());
    QVERIFY2(value, value ? "" : value.failure().text().c_str());
    const auto out = canonicalJson(*value);
    QVERIFY(out);
    QCOMPARE(bytes(*out), expected);
}

void TestJson::canonicalIsAFixedPoint()
{
    const auto once = canonicalJson(*parseJson(R"({ "ب": [1, "\u0007"], "a": "😀" })"));
    const auto twice = canonicalJson(*parseJson(*once));
    QCOMPARE(*twice, *once);
}

void TestJson::numbersThatAreNoSafeIntegers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char *text, const char *where) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(where);
    };
    row("9007199254740992", "");
    row("-9007199254740992", "");
    row("[1, 18446744073709551615]", "/1");
    row("123456789012345678901234567890", "");
    row(R"({"a":[0,{"b":1.5}]})", "/a/1/b");
    row("1.0", "");
    row("-0.0", "");
    row("1e2", "");
}

void TestJson::numbersThatAreNoSafeIntegers()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, where);
    const auto out = canonicalJson(*parseJson(text.toStdString()));
    QVERIFY(!out);
    QCOMPARE(out.failure().code, "number-not-integer");
    QCOMPARE(bytes(out.failure().where), where);
}

void TestJson::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char *name, std::string_view text, const char *code,
                        const char *where) {
        QTest::newRow(name) << bytes(text) << QByteArray(code) << QByteArray(where);
    };
    const char *malformed = "json-malformed", *twice = "json-duplicate-key";
    row("nothing", "", malformed, "line 1, column 1");
    row("cut off", "{\"a\":", malformed, "line 1, column 6");
    row("a second value", "{} {}", malformed, "line 1, column 4");
    row("rubbish on line 3", "[1,\n2,\nx]", malformed, "line 3, column 1");
    row("a trailing comma", "[1,]", malformed, "line 1, column 4");
    row("a comment", "[1/**/]", malformed, "line 1, column 3");
    row("a leading zero", "[01]", malformed, "line 1, column 3");
    row("a plus", "[+1]", malformed, "line 1, column 2");
    row("NaN", "NaN", malformed, "line 1, column 1");
    row("a byte order mark", "\xEF\xBB\xBF{}", malformed, "line 1, column 1");
    row("a raw control", "[\"\n\"]", malformed, "line 1, column 3");
    row("a NUL after the value", std::string_view("{}\0", 3), malformed, "line 1, column 3");
    row("a key twice", R"({"a":1,"b":{},"a":1})", twice, "a");
    row("a key twice inside", R"([{"x":[{"é":1,"\u00e9":2}]}])", twice, "é");
    row("the empty key twice", R"({"":1,"":2})", twice, "");
    row("in a longer key", R"({"abc\n":1,"abc\u000a":2})", twice, "abc\n");
}

void TestJson::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, where);
    const auto value = parseJson(text.toStdString());
    QVERIFY(!value);
    QCOMPARE(bytes(value.failure().code), code);
    QCOMPARE(bytes(value.failure().where), where);
}

void TestJson::depth()
{
    QVERIFY(parseJson(nested(32)));
    const auto value = parseJson(nested(33));
    QVERIFY(!value);
    QCOMPARE(value.failure().code, "json-malformed");
    QVERIFY(!parseJson(std::string(1000000, '[')));
}

void TestJson::members()
{
    const auto value = parseJson(
        R"({"s":"x","i":9007199254740991,"big":9007199254740992,"d":1.0,"a":[1],"o":{},"n":null})");
    const auto &object = value->as_object();
    QCOMPARE(bytes(view(*findString(object, "s"))), QByteArray("x"));
    QVERIFY(!findString(object, "i") && !findString(object, "none") && !findString(object, "n"));
    QCOMPARE(*findInteger(object, "i"), maxSafeInteger);
    QVERIFY(!findInteger(object, "big") && !findInteger(object, "d") && !findInteger(object, "s"));
    QVERIFY(findArray(object, "a") && !findArray(object, "o"));
    QVERIFY(findObject(object, "o") && !findObject(object, "a"));
}

VOUCH_TEST(TestJson)

} // namespace test_json

#include "test_json.moc"
