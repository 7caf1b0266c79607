#include "checklist_files.h"
#include "core/checklist/demographics.h"
#include "core/checklist/plain_words.h"
#include "core/checklist/simulate.h"
#include "made_checklist.h"
#include "tests/support/suite.h"

#include <QTest>

Q_DECLARE_METATYPE(vouch::checklist::Checklist)

namespace test_checklist_simulate {

using namespace vouch;
using namespace vouch::checklist;

class TestChecklistSimulate : public QObject
{
    Q_OBJECT

private slots:
    void findings_data();
    void findings();
    void messagesNameWhatIsLeftOut();
    void interfaceTextsOfAnotherLanguage();
    void sentencesInTwoLanguages();
    void storeChecksMayBeLong();
    void personalQuestions_data();
    void personalQuestions();
    void harmlessQuestions_data();
    void harmlessQuestions();
    void plainWordsOfEveryScript_data();
    void plainWordsOfEveryScript();
};

namespace {

QByteArray summary(const std::vector<Failure> &failures)
{
    QByteArray out;
    for (const auto &failure : failures)
        out += QByteArray::fromStdString(failure.code + " " + failure.where + "\n");
    return out;
}

Question scale(const char *code)
{
    return question(code, Type::Scale);
}

Question yesNo(const char *code)
{
    return question(code, Type::YesNo);
}

} // namespace

void TestChecklistSimulate::findings_data()
{
    QTest::addColumn<Checklist>("checklist");
    QTest::addColumn<QByteArray>("problems");
    QTest::addColumn<QByteArray>("warnings");
    const auto row = [](const char *name, std::vector<Question> questions, const char *problems,
                        const char *warnings) {
        QTest::newRow(name) << survey(std::move(questions)) << QByteArray(problems)
                            << QByteArray(warnings);
    };
    const auto optional = question("again", Type::YesNo, false);
    auto empty = question("empty", Type::Choice);
    empty.choices.clear();
    auto five = scale("prefer");
    five.max = 5;
    const auto list = question("competitor", Type::Choice);

    row("one question", {scale("r")}, "", "");
    row("passed over, but required", {scale("r"), answered(yesNo("a"), "r", false)},
        "unreachable /questions/1/when\n", "");
    row("below an unreachable one",
        {scale("r"), answered(yesNo("a"), "r", false), saying(yesNo("b"), "a", true)},
        "unreachable /questions/1/when\nunreachable /questions/2/when\n", "");
    row("passed over, and may be", {scale("r"), optional, answered(yesNo("a"), "again", false)}, "",
        "");
    row("an unknown question", {scale("r"), saying(yesNo("a"), "x", true)},
        "unreachable /questions/1/when\n", "");
    row("a later question", {scale("r"), saying(yesNo("a"), "b", true), yesNo("b")},
        "unreachable /questions/1/when\n", "");
    row("a condition beyond the scale", {scale("r"), between(yesNo("a"), "r", 11, 12)},
        "unreachable /questions/1/when\n", "");
    row("nothing to choose", {scale("r"), empty}, "unanswerable /questions/1\n", "");
    row("a gap", {scale("r"), between(yesNo("a"), "r", 0, 7), between(yesNo("b"), "r", 9, 10)}, "",
        "dead-end /questions/0\n");
    row("no gap", {scale("r"), between(yesNo("a"), "r", 0, 8), between(yesNo("b"), "r", 9, 10)}, "",
        "");
    row("overlaps", {scale("r"), between(yesNo("a"), "r", 0, 9), between(yesNo("b"), "r", 2, 10)},
        "", "");
    row("a gap before a common page",
        {scale("r"), between(yesNo("a"), "r", 0, 7), between(yesNo("b"), "r", 9, 10), yesNo("c")},
        "", "");
    row("one branch is no gap", {scale("r"), between(yesNo("a"), "r", 9, 10)}, "", "");
    row("eight questions",
        {scale("r"), yesNo("b"), yesNo("c"), yesNo("d"), yesNo("e"), yesNo("f"), yesNo("g"),
         yesNo("h")},
        "", "");
    row("nine questions",
        {scale("r"), yesNo("b"), yesNo("c"), yesNo("d"), yesNo("e"), yesNo("f"), yesNo("g"),
         yesNo("h"), yesNo("i")},
        "", "long /questions\n");
    row("an offer is no page",
        {scale("r"), yesNo("b"), yesNo("c"), yesNo("d"), yesNo("e"), yesNo("f"), yesNo("g"),
         yesNo("h"), onRequest(question("i", Type::Text))},
        "", "");
    row("contact by force", {scale("r"), question("contact", Type::Contact)}, "",
        "required-contact /questions/1\n");
    row("WoMI", {scale("r"), scale("dissuade")}, "", "");
    row("WoMI of some", {scale("r"), between(scale("dissuade"), "r", 0, 6)}, "",
        "convention /questions/1/when\n");
    row("WoMI yes or no", {scale("r"), yesNo("dissuade")}, "", "convention /questions/1\n");
    row("probe", {scale("r"), scale("prefer"), between(list, "prefer", 9, 10)}, "", "");
    row("probe of five", {scale("r"), five}, "", "convention /questions/1\n");
    row("competitor of all", {scale("r"), list}, "", "convention /questions/1\n");
    row("competitor from 7", {scale("r"), scale("prefer"), between(list, "prefer", 7, 10)}, "",
        "convention /questions/2\n");
    row("age", {scale("r"), question("age", Type::Number)}, "", "demographic /questions/1\n");

    auto late = survey({yesNo("a"), scale("r")});
    late.score = "r";
    QTest::newRow("a late score") << late << QByteArray() << QByteArray("late-score /score\n");
}

void TestChecklistSimulate::findings()
{
    QFETCH(Checklist, checklist);
    QFETCH(QByteArray, problems);
    QFETCH(QByteArray, warnings);
    const auto simulation = simulate(checklist);
    QCOMPARE(summary(simulation.problems), problems);
    QCOMPARE(summary(simulation.warnings), warnings);
    for (const auto *list : {&simulation.problems, &simulation.warnings}) {
        for (const auto &failure : *list)
            QVERIFY(failure.message.size() > 40 && failure.message.back() == '.');
    }
}

void TestChecklistSimulate::messagesNameWhatIsLeftOut()
{
    const auto gap = simulate(
        survey({scale("r"), between(yesNo("a"), "r", 1, 3), between(yesNo("b"), "r", 6, 9)}));
    QCOMPARE(gap.warnings.size(), 1u);
    QVERIFY(gap.warnings[0].message.find(" 0, 4–5, 10 ") != std::string::npos);
}

void TestChecklistSimulate::interfaceTextsOfAnotherLanguage()
{
    auto checklist = survey({scale("r")});
    checklist.languages = {"en", "de-CH", "pt"};
    auto warnings = simulate(checklist).warnings;
    QCOMPARE(summary(warnings), QByteArray("interface-text /texts\n"));
    QVERIFY(warnings[0].message.find("“pt”") != std::string::npos);
    QVERIFY(warnings[0].message.find("(hint-three, hint, ") != std::string::npos);
    QVERIFY(warnings[0].message.find(", next and 39 more)") != std::string::npos);
    for (const auto &key : textKeys())
        checklist.texts[std::string(key.key)]["pt"] = "x";
    QCOMPARE(summary(simulate(checklist).warnings), QByteArray());
    checklist.texts.erase("idle");
    warnings = simulate(checklist).warnings;
    QCOMPARE(warnings.size(), 1u);
    QVERIFY(warnings[0].message.find(" 1 of its texts") != std::string::npos);
    QVERIFY(warnings[0].message.find("(idle)") != std::string::npos);
}

void TestChecklistSimulate::sentencesInTwoLanguages()
{
    auto checklist = survey({scale("r"), yesNo("a")});
    checklist.languages = {"en", "en-GB", "de", "fr"};
    checklist.questions[0].text = {
        {"en", "How was it today?"},
        {"en-GB", "How was it today?"},
        {"de", "Wie war es heute?"},
        {"fr", "How was it today?"}};
    checklist.questions[0].low = {{"en", "Bad"}, {"en-GB", "Bad"}, {"de", "Bad"}, {"fr", "Bad"}};
    checklist.questions[1].text = checklist.questions[0].text;
    checklist.questions[1].text["de"] = checklist.questions[1].text["en"];
    const auto warnings = simulate(checklist).warnings;
    QCOMPARE(
        summary(warnings), QByteArray("untranslated /questions/1/text/de\n"
                                      "untranslated /questions/0/text/fr\n"));
    QVERIFY(warnings[1].message.starts_with("2 of the texts in “fr” read as in “en”"));
}

void TestChecklistSimulate::storeChecksMayBeLong()
{
    std::vector<Question> questions;
    for (int i = 0; i < 30; ++i)
        questions.push_back(yesNo("q"));
    for (std::size_t i = 0; i < questions.size(); ++i)
        questions[i].code += std::to_string(i);
    auto checklist = survey(questions);
    checklist.kind = Kind::StoreCheck;
    checklist.score.clear();
    const auto simulation = simulate(checklist);
    QCOMPARE(summary(simulation.warnings), QByteArray());
    QCOMPARE(simulation.ways.longest.count, 30);
}

void TestChecklistSimulate::personalQuestions_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("topic");
    const auto row = [](const char *language, const char *topic, const char *text) {
        QTest::addRow("%s: %s", language, text)
            << language << QString::fromUtf8(text) << QString(topic);
    };
    row("en", "age", "How old are you?");
    row("en", "age", "What is your AGE?");
    row("en-GB", "gender", "Your gender (optional)");
    row("en", "religion", "What’s your religion?");
    row("en", "nationality", "Ethnicity");
    row("fa", "age", "سن شما چقدر است؟");
    row("fa", "age", "سن‌تان چقدر است؟");
    row("fa", "income", "درآمد ماهانهٔ شما چقدر است؟");
    row("ta", "age", "உங்கள் வயது என்ன?");
    row("ta", "gender", "உங்கள் பாலினம் என்ன?");
    row("ru", "age", "Ваш ВОЗРАСТ?");
    row("ru", "gender", "Ваш пол?");
    row("ru", "nationality", "Какого вы гражданства?");
    row("ar", "age", "كم عمرك؟");
    row("ar", "nationality", "ما هي جنسيتك؟");
    row("de", "age", "Wie alt sind Sie?");
    row("de", "income", "Wie hoch ist Ihr Einkommen?");
    row("de", "nationality", "Ihre Staatsangehörigkeit?");
    row("es", "age", "¿Cuál es su edad?");
    row("es", "age", "¿Cuántos años tiene?");
    row("es", "nationality", "¿NACIONALIDAD?");
    row("fr", "age", "Quel est votre âge ?");
    row("fr", "age", "À quelle tranche d’âge appartenez-vous ?");
    row("fr", "gender", "Quel est votre genre ?");
    row("hi", "age", "आपकी उम्र क्या है?");
    row("hi", "religion", "आपका धर्म क्या है?");
    row("tr", "age", "Kaç yaşındasınız?");
    row("tr", "gender", "Cinsiyetiniz nedir?");
    row("tr", "nationality", "Irkınız nedir?");
}

void TestChecklistSimulate::personalQuestions()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(QString, topic);
    auto asked = question("q", Type::Text);
    asked.text = {{language.toStdString(), text.toStdString()}};
    const auto found = demographicOf(asked);
    QVERIFY(found);
    QCOMPARE(QString::fromStdString(found->topic), topic);
    asked.text = {{"pt", text.toStdString()}};
    QVERIFY(!demographicOf(asked));
    asked.code = "your-age";
    QVERIFY(demographicOf(asked));
    asked.code = "person";
    asked.choices = {{"female", {}}, {"male", {}}};
    QVERIFY(demographicOf(asked));
}

void TestChecklistSimulate::harmlessQuestions_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *language, const char *text) {
        QTest::addRow("%s: %s", language, text) << language << QString::fromUtf8(text);
    };
    row("en", "Did the packaging and the manager's message help at this stage?");
    row("ru", "Насколько чистым был пол в зале?");
    row("tr", "Aklınıza ne gelir?");
    row("fr", "Quel genre de produits cherchiez-vous ?");
    row("de", "Wie war die Verwaltung Ihrer Bestellung?");
    row("es", "¿Qué le pareció la variedad de productos?");
    row("fa", "با توجه به خرید امروزتان، سنجش شما چیست؟");
    row("ar", "كيف كانت تجربتك اليوم؟");
}

void TestChecklistSimulate::harmlessQuestions()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    auto asked = question("women", Type::Choice);
    asked.choices = {{"men", {}}, {"health", {}}, {"message", {}}};
    asked.text = {{language.toStdString(), text.toStdString()}};
    const auto found = demographicOf(asked);
    QVERIFY2(!found, found ? found->sign.c_str() : "");
}

void TestChecklistSimulate::plainWordsOfEveryScript_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("empty") << ""
                           << " ";
    QTest::newRow("en") << "What, YOU?"
                        << " what you ";
    QTest::newRow("tr") << "İŞ IŞIĞI"
                        << " iş işiği ";
    QTest::newRow("ru") << "Ёлка — ЙОД"
                        << " ёлка йод ";
    QTest::newRow("fr") << "ÂGE d’œuvre «ŒUVRE»"
                        << " âge d œuvre œuvre ";
    QTest::newRow("fa") << "نمی‌دانم، چرا؟"
                        << " نمی دانم چرا ";
    QTest::newRow("hi") << "क्या है।"
                        << " क्या है ";
    QTest::newRow("ta") << "நன்றி!"
                        << " நன்றி ";
    QTest::newRow("emoji") << "🙂 ok"
                           << " 🙂 ok ";
}

void TestChecklistSimulate::plainWordsOfEveryScript()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QCOMPARE(QString::fromStdString(plainWords(text.toStdString())), plain);
}

VOUCH_TEST(TestChecklistSimulate)

} // namespace test_checklist_simulate

#include "test_checklist_simulate.moc"
