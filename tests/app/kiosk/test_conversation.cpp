#include "app/kiosk/conversation.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_conversation {

using namespace vouch::kiosk;

class TestConversation : public QObject
{
    Q_OBJECT

private slots:
    void takesThreeTapsToThanks();
    void hasOneStepForEachPair();
    void storesBeforeItMoves();
    void endsFromEveryPage();
    void goesBackToCorrect();
    void asksForTheContactAfterTheConsent();
    void ignoresWhatHasNoMeaning();
};

void TestConversation::takesThreeTapsToThanks()
{
    const auto tap = next(State::Resting, Event::Answered);
    QVERIFY(tap && tap->to == State::Question && tap->effect == Effect::OpenWithAnswer);
    const auto pick = next(State::Question, Event::Edited);
    QVERIFY(pick && pick->to == State::Question);
    const auto done = next(State::Question, Event::AnsweredLast);
    QVERIFY(done && done->to == State::Thanks && done->effect == Effect::AnswerAndComplete);
    const auto over = next(State::Thanks, Event::ThanksOver);
    QVERIFY(over && over->to == State::Resting && over->effect == Effect::Close);
}

void TestConversation::hasOneStepForEachPair()
{
    for (std::size_t i = 0; i < conversation.size(); ++i) {
        for (std::size_t j = i + 1; j < conversation.size(); ++j) {
            QVERIFY2(
                conversation[i].from != conversation[j].from ||
                    conversation[i].event != conversation[j].event,
                qPrintable(QStringLiteral("rows %1 and %2").arg(i).arg(j)));
        }
    }
}

void TestConversation::storesBeforeItMoves()
{
    for (const auto &step : conversation) {
        // Going back, and on to the keypad, are the only ways on which nothing new was said.
        if (step.from != step.to)
            QVERIFY(
                step.effect != Effect::None || step.event == Event::Back ||
                step.event == Event::ConsentGiven);
        if (step.to == State::Thanks && step.from != State::Thanks && step.from != State::Contact)
            QVERIFY(
                step.effect == Effect::Complete || step.effect == Effect::AnswerAndComplete ||
                step.effect == Effect::OpenAndComplete);
        if (isAtRest(step.to) && !isAtRest(step.from))
            QVERIFY(step.effect == Effect::Abandon || step.effect == Effect::Close);
    }
}

void TestConversation::endsFromEveryPage()
{
    for (const auto state : {State::Question, State::Comment, State::Contact}) {
        const bool completed = state == State::Contact;
        QCOMPARE(next(state, Event::StartAgain)->to, State::Resting);
        QCOMPARE(next(state, Event::LeftAlone)->effect, Effect::Warn);
        QCOMPARE(next(state, Event::LeftAlone)->to, state);
        QCOMPARE(next(state, Event::MoreTime)->to, state);
        QCOMPARE(next(state, Event::Finish)->to, completed ? State::Resting : State::Thanks);
        QCOMPARE(next(state, Event::WarningOver)->to, State::Resting);
        QCOMPARE(
            next(state, Event::WarningOver)->effect, completed ? Effect::Close : Effect::Abandon);
    }
    QCOMPARE(next(State::Thanks, Event::StartAgain)->to, State::Resting);
}

void TestConversation::goesBackToCorrect()
{
    QCOMPARE(next(State::Question, Event::Back)->effect, Effect::GoBack);
    QCOMPARE(next(State::Question, Event::Answered)->effect, Effect::Answer);
    QCOMPARE(next(State::Comment, Event::Back)->to, State::Question);
}

void TestConversation::asksForTheContactAfterTheConsent()
{
    QCOMPARE(next(State::Thanks, Event::ConsentGiven)->to, State::Contact);
    QCOMPARE(next(State::Contact, Event::ContactGiven)->effect, Effect::StoreContact);
    QCOMPARE(next(State::Contact, Event::ContactGiven)->to, State::Thanks);
    for (const auto &step : conversation) {
        if (step.to == State::Contact && step.from != State::Contact)
            QCOMPARE(step.event, Event::ConsentGiven);
    }
}

void TestConversation::ignoresWhatHasNoMeaning()
{
    QVERIFY(!next(State::Resting, Event::WriteComment));
    QVERIFY(!next(State::Thanks, Event::Answered));
    QVERIFY(!next(State::Thanks, Event::LeftAlone));
    QVERIFY(!next(State::Comment, Event::Answered));
    QVERIFY(!next(State::Inviting, Event::Answered));
}

VOUCH_TEST(TestConversation)

} // namespace test_conversation

#include "test_conversation.moc"
