#include "tests/support/suite.h"

#include "checklist_files.h"

#include <QDir>
#include <QTest>

#include <algorithm>

namespace test_shipped_checklists {

using namespace vouch;
using namespace vouch::checklist;

/// What all ready checklists have in common; resources/checklists/README.md says why.
class TestShippedChecklists : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isNamedAndWhole_data() { addRows(); }
    void isNamedAndWhole();
    void asksLittle_data() { addRows(); }
    void asksLittle();
    void branchesShareTheirList_data() { addRows(); }
    void branchesShareTheirList();
    void criteriaKeepTheirWordings();
    void conventions();

private:
    void addRows() const;
    const Checklist &current() const { return m_files.at(QTest::currentDataTag()); }

    std::map<std::string, Checklist, std::less<>> m_files; ///< by file name without ".json"
};

void TestShippedChecklists::initTestCase()
{
    const QDir folder(QStringLiteral(VOUCH_SOURCE_DIR "/resources/checklists"));
    for (const auto &file : folder.entryInfoList({"*.json"}, QDir::Files)) {
        if (file.fileName() != QLatin1String("checklist.schema.json"))
            m_files.emplace(file.baseName().toStdString(), load(file.filePath().toStdString()));
    }
    QCOMPARE(m_files.size(), std::size_t(10));
}

void TestShippedChecklists::addRows() const
{
    QTest::addColumn<bool>("unused");
    for (const auto &[name, checklist] : m_files)
        QTest::newRow(name.c_str()) << true;
}

void TestShippedChecklists::isNamedAndWhole()
{
    QCOMPARE(current().id, QTest::currentDataTag());
    const auto &known = interfaceLanguages();
    QVERIFY(std::equal(
        current().languages.begin(), current().languages.end(), known.begin(), known.end()));
    for (const auto &[key, wording] : current().texts)
        QCOMPARE(wording.size(), known.size());
}

/// Nothing after the score has to be answered, and nobody is asked for more than eight answers.
void TestShippedChecklists::asksLittle()
{
    QVERIFY(current().questions.size() <= 8);
    for (const auto &question : current().questions)
        QCOMPARE(question.required, question.code == current().score);
    QVERIFY(current().find("comment")->onRequest);
}

void TestShippedChecklists::branchesShareTheirList()
{
    const auto *liked = current().find("liked");
    const auto *improve = current().find("improve");
    QCOMPARE(liked == nullptr, improve == nullptr);
    if (!liked)
        return;
    QCOMPARE(liked->when->to, current().find(current().score)->max);
    QCOMPARE(improve->when->from, current().find(current().score)->min);
    QCOMPARE(improve->when->to + 1, liked->when->from);
    QCOMPARE(liked->choices.size(), improve->choices.size());
    for (std::size_t i = 0; i < liked->choices.size(); ++i) {
        QCOMPARE(liked->choices[i].code, improve->choices[i].code);
        QVERIFY(liked->choices[i].text == improve->choices[i].text);
    }
    for (const auto *branch : {liked, improve}) {
        QCOMPARE(branch->maxPicks, 3);
        QVERIFY(branch->rotate);
        QCOMPARE(branch->last, "other");
    }
}

/// A criterion is one thing in every survey of shoppers; a workplace lies elsewhere than a shop.
void TestShippedChecklists::criteriaKeepTheirWordings()
{
    std::map<std::string, Wording> criteria;
    for (const auto &[name, checklist] : m_files) {
        if (checklist.measurement == Measurement::EmployeeNps)
            continue;
        for (const auto &question : checklist.questions) {
            for (const auto &choice : question.choices) {
                const auto &first = criteria.emplace(choice.code, choice.text).first->second;
                QVERIFY2(first == choice.text, (name + ": " + choice.code).c_str());
            }
        }
    }
    QVERIFY(criteria.count("staff") == 1 && criteria.count("returns") == 1);
}

void TestShippedChecklists::conventions()
{
    QCOMPARE(m_files.at("checkout-womi").find("dissuade")->max, 10);
    QVERIFY(!m_files.at("checkout-womi").find("dissuade")->when);
    const auto &probe = m_files.at("checkout-competitor");
    QCOMPARE(probe.find("prefer")->max, 10);
    QCOMPARE(probe.find("competitor")->when->question, "prefer");
    QCOMPARE(probe.find("competitor")->when->from, 9);
    const auto &shop = m_files.at("checkout-nps").find("liked");
    int rated = 0;
    for (const auto &question : m_files.at("checkout-drivers").questions) {
        if (question.type != Type::Scale || question.code == "recommend")
            continue;
        ++rated;
        QVERIFY(shop->findChoice(question.code) && !question.when);
        QVERIFY(question.min == 1 && question.max == 5);
    }
    QCOMPARE(rated, 5);
}

VOUCH_TEST(TestShippedChecklists)

} // namespace test_shipped_checklists

#include "test_shipped_checklists.moc"
