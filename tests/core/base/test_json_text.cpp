#include "core/base/json.h"
#include "core/base/json_text.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_json_text {

using namespace vouch;

class TestJsonText : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatTheCanonicalFormWrites()
    {
        const json::object value{
            {"a", "plain"},
            {"b", "quote \" back \\ tab \t line \n bell \x07 é 😀 \\\""},
            {"c", -42},
            {"d", json::array{1, "two, ]", json::array{}, json::object{{"x", "}"}}}},
            {"e", nullptr},
            {"f", true},
            {"g", ""}};
        const auto text = canonicalJson(value).value();
        std::map<std::string, std::string> found;
        QVERIFY(JsonText(text).members(
            [&](JsonText key, JsonText member) { found[key.text()] = member.raw(); }));
        QCOMPARE(found.size(), value.size());
        for (const auto &member : value)
            QCOMPARE(found[std::string(member.key())], canonicalJson(member.value()).value());
        QCOMPARE(JsonText(found["b"]).text(), std::string(view(value.at("b").as_string())));
        QCOMPARE(JsonText(found["c"]).integer().value(), -42);
        QVERIFY(!JsonText(found["f"]).integer() && JsonText(found["e"]).isNull());
        QVERIFY(JsonText(found["a"]).is("plain") && !JsonText(found["a"]).is("plai"));
        std::vector<std::string> elements;
        QVERIFY(JsonText(found["d"]).elements([&](JsonText element) {
            elements.emplace_back(element.raw());
        }));
        QCOMPARE(elements, (std::vector<std::string>{"1", "\"two, ]\"", "[]", R"({"x":"}"})"}));
    }

    void readsEscapes()
    {
        const JsonText text(R"("\u0041\u00e9\ud83d\ude00\/\b")");
        QCOMPARE(text.text(), std::string("Aé😀/\b"));
    }

    /// Cut anywhere, it is told and nothing is read beyond its end.
    void tellsWhatIsCutOff()
    {
        const std::string text = R"({"a":"x\"y","b":[1,{"c":"\\"}],"d":null})";
        for (std::size_t size = 0; size < text.size(); ++size) {
            const auto cut = std::make_unique<char[]>(size);
            std::copy_n(text.data(), size, cut.get());
            const JsonText value(std::string_view(cut.get(), size));
            QVERIFY2(!value.members([](JsonText, JsonText) {}), qPrintable(QString::number(size)));
        }
        QVERIFY(JsonText(text).members([](JsonText, JsonText) {}));
        QVERIFY(!JsonText(text + "}").members([](JsonText, JsonText) {}));
        QVERIFY(!JsonText(R"({"a":})").members([](JsonText, JsonText) {}));
        QVERIFY(!JsonText("[1,2").elements([](JsonText) {}));
    }
};

VOUCH_TEST(TestJsonText)

} // namespace test_json_text

#include "test_json_text.moc"
