#include "checklist_files.h"
#include "core/base/json.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_checklist_parser {

using namespace vouch;
using namespace vouch::checklist;

class TestChecklistParser : public QObject
{
    Q_OBJECT

private slots:
    void mistakes_data();
    void mistakes();
    void noJson_data();
    void noJson();
    void everyTypeIsRead();
    void storeCheckIsRead();
    void measurements_data();
    void measurements();
    void relationalNeedsAnotherPlaceThanTheCheckout();
    void textsAreOverrides();
    void olderNamesOfTheConsentAnswers();
    void everyTextMayBeOverridden();
    void interfaceLanguages_data();
    void interfaceLanguages();
    void allProblemsAreReported();
    void conditionOnABrokenQuestionIsNoSecondProblem();
    void namesAreReversible();
};

namespace {

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string textOf(const json::object &object, std::string_view key)
{
    const auto *text = findString(object, key);
    return text ? std::string(view(*text)) : std::string();
}

/// The last part of a JSON Pointer, unescaped.
std::string lastKey(const std::string &at)
{
    auto key = QString::fromStdString(at.substr(at.rfind('/') + 1));
    return key.replace("~1", "/").replace("~0", "~").toStdString();
}

void set(json::value &document, const std::string &at, const json::value &value)
{
    auto &parent = document.at_pointer(at.substr(0, at.rfind('/')));
    if (parent.is_array())
        parent.as_array().at(std::stoul(lastKey(at))) = value;
    else
        parent.as_object()[lastKey(at)] = value;
}

/// Sets or removes the member that the mistake names.
void apply(json::value &document, const json::object &mistake)
{
    const auto at = textOf(mistake, "at");
    if (const auto *value = mistake.if_contains("set"))
        set(document, at, *value);
    else
        document.at_pointer(at.substr(0, at.rfind('/'))).as_object().erase(lastKey(at));
}

std::vector<Failure> failuresOf(std::string_view text, const std::string &fileName)
{
    auto parsed = parseAll(text, fileName);
    if (auto *failures = std::get_if<std::vector<Failure>>(&parsed))
        return std::move(*failures);
    return {};
}

QByteArray summary(const std::vector<Failure> &failures)
{
    QByteArray out;
    for (const auto &failure : failures)
        out += bytes(failure.code) + " at " + bytes(failure.where) + "\n";
    return out;
}

} // namespace

void TestChecklistParser::mistakes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto mistakes = json::parse(readFile(dataFolder + "mistakes.json"));
    QVERIFY(mistakes.as_array().size() > 90);
    for (const auto &entry : mistakes.as_array()) {
        const auto &mistake = entry.as_object();
        const auto file = textOf(mistake, "file");
        auto document =
            json::parse(readFile(dataFolder + (file.empty() ? "every_type.json" : file)));
        apply(document, mistake);
        QByteArray expected;
        for (const auto &one : *findArray(mistake, "expect")) {
            expected += bytes(view(one.at(0).as_string())) + " at file.json: ";
            expected += bytes(view(one.at(1).as_string())) + "\n";
        }
        QTest::addRow("%s", textOf(mistake, "name").c_str())
            << bytes(json::serialize(document)) << expected;
    }
}

void TestChecklistParser::mistakes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto failures = failuresOf(text.toStdString(), "file.json");
    QCOMPARE(summary(failures), expected);
    for (const auto &failure : failures)
        QVERIFY2(failure.message.size() > 20 && failure.message.back() == '.', "says what to do");

    const auto first = parse(text.toStdString(), "file.json");
    QVERIFY(!first);
    QCOMPARE(first.failure().text(), failures.front().text());
}

void TestChecklistParser::noJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("empty") << QByteArray() << QByteArray("json-malformed")
                           << QByteArray("f: line 1, column 1");
    QTest::newRow("a comma too many")
        << QByteArray("{\n  \"format\": 1,\n}") << QByteArray("json-malformed")
        << QByteArray("f: line 3, column 1");
    QTest::newRow("a key twice") << QByteArray("{\"format\":1,\"format\":1}")
                                 << QByteArray("json-duplicate-key") << QByteArray("f: format");
    QTest::newRow("a list") << QByteArray("[]") << QByteArray("checklist-type") << QByteArray("f");
    QTest::newRow("a newer format") << QByteArray("{\"format\":2,\"questionnaire\":[]}")
                                    << QByteArray("checklist-format") << QByteArray("f: /format");
}

void TestChecklistParser::noJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, where);
    const auto failures = failuresOf(text.toStdString(), "f");
    QCOMPARE(failures.size(), 1u);
    QCOMPARE(bytes(failures[0].code), code);
    QCOMPARE(bytes(failures[0].where), where);
}

void TestChecklistParser::everyTypeIsRead()
{
    const auto checklist = load(dataFolder + "every_type.json");
    QCOMPARE(checklist.id, "every-type");
    QCOMPARE(checklist.version, 3);
    QCOMPARE(checklist.series, "2026a");
    QVERIFY(checklist.kind == Kind::Survey);
    QVERIFY(checklist.measurement == Measurement::TransactionalNps);
    QCOMPARE(checklist.touchpoint, "checkout");
    QCOMPARE(checklist.score, "recommend");
    QCOMPARE(checklist.languages, (std::vector<std::string>{"en", "fa"}));
    QCOMPARE(checklist.interfaceText("done", "fa"), "ثبت");
    QCOMPARE(checklist.interfaceText("done", "de"), "");
    QCOMPARE(checklist.interfaceText("nothing", "en"), "");

    const auto &scale = *checklist.find("recommend");
    QVERIFY(scale.required && !scale.when && scale.min == 0 && scale.max == 10);
    QCOMPARE(in(scale.low, "en"), "Low");
    QCOMPARE(in(scale.high, "fa"), "زیاد");
    const auto &choices = *checklist.find("liked");
    QVERIFY(choices.type == Type::Choices && choices.rotate && !choices.required);
    QCOMPARE(choices.maxPicks, 2);
    QCOMPARE(choices.last, "other");
    QCOMPARE(choices.choices.size(), 3u);
    QCOMPARE(in(choices.findChoice("prices")->text, "en"), "Prices");
    QVERIFY(!choices.findChoice("queue"));
    QVERIFY(choices.when->question == "recommend" && choices.when->from == 9);
    QCOMPARE(choices.when->to, 10);
    const auto &choice = *checklist.find("visit");
    QVERIFY(choice.type == Type::Choice && !choice.rotate && choice.last.empty());
    QCOMPARE(choice.when->anyOf, (std::vector<std::string>{"staff", "prices"}));
    QCOMPARE(in(checklist.find("again")->no, "en"), "No");
    const auto &number = *checklist.find("times");
    QVERIFY(number.when->yes && number.max == 99);
    QCOMPARE(in(number.unit, "en"), "times");
    QVERIFY(checklist.find("comment")->onRequest);
    QVERIFY(checklist.find("phone")->type == Type::Contact);
    QVERIFY(checklist.find("remark")->when->answered == true);
    QVERIFY(!choices.when->answered);
    QVERIFY(checklist.find("call")->onRequest && !checklist.find("phone")->onRequest);
    QVERIFY(!checklist.find("fax"));
}

void TestChecklistParser::storeCheckIsRead()
{
    const auto checklist = load(dataFolder + "store_check.json");
    QVERIFY(checklist.kind == Kind::StoreCheck);
    QVERIFY(checklist.measurement == Measurement::None && checklist.score.empty());
    QVERIFY(checklist.find("shelf")->type == Type::Photo);
    QVERIFY(!checklist.find("shelf")->when->yes);
}

void TestChecklistParser::measurements_data()
{
    QTest::addColumn<int>("min");
    QTest::addColumn<int>("max");
    QTest::addColumn<bool>("nps");
    QTest::newRow("transactional-nps") << 0 << 10 << true;
    QTest::newRow("relational-nps") << 0 << 10 << true;
    QTest::newRow("employee-nps") << 0 << 10 << true;
    QTest::newRow("partner-nps") << 0 << 10 << true;
    QTest::newRow("csat") << 1 << 5 << false;
    QTest::newRow("ces") << 1 << 7 << false;
}

void TestChecklistParser::measurements()
{
    QFETCH(int, min);
    QFETCH(int, max);
    QFETCH(bool, nps);
    auto document = json::parse(R"({
        "format": 1, "id": "a", "version": 1, "series": "a", "kind": "survey",
        "measurement": "", "touchpoint": "service-desk", "score": "q", "languages": ["en"],
        "questions": [{"code": "q", "type": "scale", "required": true, "text": {"en": "?"},
            "min": 0, "max": 0, "low": {"en": "-"}, "high": {"en": "+"}}]})");
    const std::string measured = QTest::currentDataTag();
    set(document, "/measurement", json::value(json::string(measured)));
    set(document, "/questions/0/min", min);
    set(document, "/questions/0/max", max);
    const auto checklist = parse(json::serialize(document), "f");
    QVERIFY2(checklist, checklist ? "" : checklist.failure().text().c_str());
    QVERIFY(checklist->texts.empty());
    QCOMPARE(name(checklist->measurement), std::string_view(measured));
    QVERIFY(findMeasurement(measured) == checklist->measurement);
    QCOMPARE(scoreBounds(checklist->measurement).min, min);
    QCOMPARE(scoreBounds(checklist->measurement).max, max);
    QCOMPARE(isNps(checklist->measurement), nps);

    for (const int other : {max - 1, max + 1}) {
        set(document, "/questions/0/max", other);
        const auto failures = failuresOf(json::serialize(document), "f");
        QCOMPARE(summary(failures), QByteArray("checklist-range at f: /score\n"));
        const auto bounds = std::to_string(min) + " to " + std::to_string(max);
        QVERIFY(failures.front().message.find(bounds) != std::string::npos);
    }
}

void TestChecklistParser::relationalNeedsAnotherPlaceThanTheCheckout()
{
    QVERIFY(!mayBeAskedAt(Measurement::RelationalNps, "checkout"));
    QVERIFY(mayBeAskedAt(Measurement::RelationalNps, "exit"));
    QVERIFY(mayBeAskedAt(Measurement::TransactionalNps, "checkout"));
    QVERIFY(mayBeAskedAt(Measurement::Ces, "checkout"));
}

void TestChecklistParser::textsAreOverrides()
{
    auto document = json::parse(readFile(dataFolder + "every_type.json"));
    set(document, "/texts", json::parse(R"({"thanks": {"fa": "سپاس"}})"));
    const auto checklist = parse(json::serialize(document), "f");
    QVERIFY(checklist);
    QCOMPARE(checklist->interfaceText("thanks", "fa"), "سپاس");
    QCOMPARE(checklist->interfaceText("thanks", "en"), "");
    QCOMPARE(checklist->interfaceText("done", "fa"), "");
}

void TestChecklistParser::olderNamesOfTheConsentAnswers()
{
    const auto checklist = load(dataFolder + "every_type.json");
    QCOMPARE(checklist.interfaceText("consent-yes", "en"), "Yes");
    QCOMPARE(checklist.interfaceText("consent-no", "fa"), "نه");
    QCOMPARE(checklist.interfaceText("yes", "en"), "");
}

void TestChecklistParser::everyTextMayBeOverridden()
{
    json::object texts;
    for (const auto &key : textKeys()) {
        std::string text = "x";
        for (const auto placeholder : key.placeholders)
            text += placeholder;
        texts[key.key] = json::object{{"en", text}};
    }
    auto document = json::parse(readFile(dataFolder + "every_type.json"));
    set(document, "/texts", texts);
    const auto checklist = parse(json::serialize(document), "f");
    QVERIFY2(checklist, checklist ? "" : checklist.failure().text().c_str());
    QCOMPARE(checklist->texts.size(), textKeys().size());
}

void TestChecklistParser::interfaceLanguages_data()
{
    QTest::addColumn<QByteArray>("speaks");
    QTest::newRow("en") << QByteArray("en");
    QTest::newRow("fa") << QByteArray("fa");
    QTest::newRow("de-AT") << QByteArray("de");
    QTest::newRow("ar-EG") << QByteArray("ar");
    QTest::newRow("pt") << QByteArray();
    QTest::newRow("fil") << QByteArray();
}

void TestChecklistParser::interfaceLanguages()
{
    QFETCH(QByteArray, speaks);
    QCOMPARE(bytes(interfaceLanguageOf(QTest::currentDataTag())), speaks);
    QCOMPARE(vouch::checklist::interfaceLanguages().size(), 10u);
}

void TestChecklistParser::allProblemsAreReported()
{
    auto document = json::parse(readFile(dataFolder + "every_type.json"));
    set(document, "/version", 0);
    set(document, "/questions/0/low/fa", "");
    set(document, "/questions/4/max", -1);
    set(document, "/texts/echo/en", "nothing");
    QCOMPARE(
        summary(failuresOf(json::serialize(document), "f")),
        QByteArray("checklist-range at f: /version\n"
                   "checklist-text at f: /questions/0/low/fa\n"
                   "checklist-range at f: /questions/4/max\n"
                   "checklist-placeholder at f: /texts/echo/en\n"));
}

void TestChecklistParser::conditionOnABrokenQuestionIsNoSecondProblem()
{
    auto document = json::parse(readFile(dataFolder + "every_type.json"));
    set(document, "/questions/0/type", "stars");
    QCOMPARE(
        summary(failuresOf(json::serialize(document), "f")),
        QByteArray("checklist-value at f: /questions/0/type\n"));
}

void TestChecklistParser::namesAreReversible()
{
    for (const auto type :
         {Type::Scale, Type::Choice, Type::Choices, Type::YesNo, Type::Number, Type::Text,
          Type::Contact, Type::Photo})
        QVERIFY(findType(name(type)) == type);
    for (const auto kind : {Kind::Survey, Kind::StoreCheck})
        QVERIFY(findKind(name(kind)) == kind);
    QVERIFY(!findMeasurement(""));
    QVERIFY(!findType("Scale"));
}

VOUCH_TEST(TestChecklistParser)

} // namespace test_checklist_parser

#include "test_checklist_parser.moc"
