#include "app/kiosk/conversation.h"

#include <QTest>

using namespace vouch::kiosk;

class TestConversation : public QObject
{
    Q_OBJECT

private slots:
    void takesThreeTapsToThanks();
    void hasOneStepForEachPair();
    void storesBeforeItMoves();
    void endsFromEveryPage();
    void correctsTheScore();
    void ignoresWhatHasNoMeaning();
};

void TestConversation::takesThreeTapsToThanks()
{
    const auto tap = next(State::Resting, Event::ScoreTapped);
    QVERIFY(tap && tap->to == State::List && tap->effect == Effect::OpenWithScore);
    const auto pick = next(State::List, Event::ChoiceToggled);
    QVERIFY(pick && pick->to == State::List);
    const auto done = next(State::List, Event::Done);
    QVERIFY(done && done->to == State::Thanks && done->effect == Effect::Complete);
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
    // Going back is the only way between pages on which nothing new was said.
    for (const auto &step : conversation) {
        if (step.from != step.to)
            QVERIFY(step.effect != Effect::None || step.event == Event::Back);
        if (step.to == State::Thanks)
            QVERIFY(step.effect == Effect::Complete);
        if (step.to == State::Resting && step.from != State::Resting)
            QVERIFY(step.effect == Effect::Abandon || step.effect == Effect::Close);
    }
}

void TestConversation::endsFromEveryPage()
{
    for (const auto state : {State::List, State::Comment, State::Changing}) {
        QCOMPARE(next(state, Event::StartAgain)->to, State::Resting);
        QCOMPARE(next(state, Event::LeftAlone)->effect, Effect::Warn);
        QCOMPARE(next(state, Event::LeftAlone)->to, state);
        QCOMPARE(next(state, Event::MoreTime)->to, state);
        QCOMPARE(next(state, Event::Finish)->to, State::Thanks);
        QCOMPARE(next(state, Event::WarningOver)->to, State::Resting);
        QCOMPARE(next(state, Event::WarningOver)->effect, Effect::Abandon);
    }
    QCOMPARE(next(State::Thanks, Event::StartAgain)->to, State::Resting);
}

void TestConversation::correctsTheScore()
{
    QCOMPARE(next(State::List, Event::Change)->to, State::Changing);
    QCOMPARE(next(State::Changing, Event::ScoreTapped)->to, State::List);
    QCOMPARE(next(State::Changing, Event::ScoreTapped)->effect, Effect::StoreScore);
    QCOMPARE(next(State::Changing, Event::Back)->to, State::List);
}

void TestConversation::ignoresWhatHasNoMeaning()
{
    QVERIFY(!next(State::Resting, Event::Done));
    QVERIFY(!next(State::List, Event::ScoreTapped));
    QVERIFY(!next(State::Thanks, Event::ScoreTapped));
    QVERIFY(!next(State::Thanks, Event::LeftAlone));
    QVERIFY(!next(State::Comment, Event::Done));
}

QTEST_APPLESS_MAIN(TestConversation)
#include "test_conversation.moc"
