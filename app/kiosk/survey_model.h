#pragma once

#include "app/kiosk/choice_model.h"
#include "app/kiosk/conversation.h"
#include "app/kiosk/kiosk_times.h"
#include "app/kiosk/survey_settings.h"
#include "app/kiosk/timers.h"
#include "core/storage/kiosk_store.h"

#include <QObject>
#include <QVariantList>
#include <QVariantMap>
#include <QtQmlIntegration>

namespace vouch::kiosk {

class ContactForm;

/// The shopper's side for QML: shows what the conversation is at and hands the touches on. An
/// answer is on disk before `page` changes. Main thread only; store and clock outlive it.
class SurveyModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main.qml as the property survey")

    /// Resting is the scale of the first question at rest; every other type of question has its
    /// own page. A checklist whose first question is no scale rests on its invitation.
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    /// Changes with every page, with two pages of the same type too.
    Q_PROPERTY(QString pageKey READ pageKey NOTIFY pageChanged)
    Q_PROPERTY(QString question READ question NOTIFY pageChanged) ///< on thanks: the thanks
    Q_PROPERTY(QString progress READ progress NOTIFY pageChanged) ///< "Question 2 of 5", or empty
    /// What the button at the top says: "Your answer: 3 · Change" after the score, else "Back".
    Q_PROPERTY(QString backText READ backText NOTIFY pageChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged)
    /// What the filled button says: "Done" at the end, "Next", "Skip" while an optional page is
    /// empty.
    Q_PROPERTY(QString goOnText READ goOnText NOTIFY answersChanged)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY answersChanged)
    /// "Your answer: 3" where the page was answered before, for a scale that is shown again.
    Q_PROPERTY(QString echo READ echo NOTIFY answersChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY pageChanged) ///< how many picks, which numbers

    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    Q_PROPERTY(QVariantList languages READ languages NOTIFY surveyChanged) ///< {code, name}
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged)
    Q_PROPERTY(bool lowReachOffered READ lowReachOffered NOTIFY surveyChanged)
    Q_PROPERTY(bool readAloudOffered READ readAloudOffered NOTIFY surveyChanged)
    /// The interface's texts by their keys in camel case: done, writeComment, startAgain, …
    Q_PROPERTY(QVariantMap texts READ texts NOTIFY languageChanged)

    /// {value, label}, lowest first; like what names its ends, of the page that had one last.
    Q_PROPERTY(QVariantList scale READ scale NOTIFY scaleChanged)
    Q_PROPERTY(QString lowLabel READ lowLabel NOTIFY scaleChanged)
    Q_PROPERTY(QString highLabel READ highLabel NOTIFY scaleChanged)
    Q_PROPERTY(int currentScore READ currentScore NOTIFY answersChanged) ///< −1: none

    /// Of List and Choice pages; elsewhere of the last one, with nothing picked.
    Q_PROPERTY(vouch::kiosk::ChoiceModel *choices READ choices CONSTANT)
    Q_PROPERTY(int pickedCount READ pickedCount NOTIFY answersChanged)
    Q_PROPERTY(int maxPicks READ maxPicks NOTIFY pageChanged)
    Q_PROPERTY(bool commentOffered READ commentOffered NOTIFY pageChanged)

    Q_PROPERTY(QString yesLabel READ yesLabel NOTIFY pageChanged)
    Q_PROPERTY(QString noLabel READ noLabel NOTIFY pageChanged)
    /// The answer that a YesNo page was given before: "yes", "no" or empty.
    Q_PROPERTY(QString yesNo READ yesNo NOTIFY answersChanged)

    Q_PROPERTY(QString number READ number NOTIFY answersChanged) ///< typed, in local digits
    /// Why the number is not taken, or the last digit of it, until the next key; else empty.
    Q_PROPERTY(QString numberProblem READ numberProblem NOTIFY answersChanged)
    Q_PROPERTY(QString unit READ unit NOTIFY pageChanged)
    Q_PROPERTY(bool mayBeNegative READ mayBeNegative NOTIFY pageChanged)
    Q_PROPERTY(QVariantList digits READ digits NOTIFY languageChanged) ///< local 0–9, by value

    /// The text of a Text or Comment page.
    Q_PROPERTY(QString comment READ comment WRITE setComment NOTIFY commentChanged)
    Q_PROPERTY(int maxCommentLength READ maxCommentLength CONSTANT) ///< in UTF-16 units

    /// On thanks: whether the contact is offered. On a Contact page: how it is typed.
    Q_PROPERTY(bool contactOffered READ contactOffered NOTIFY pageChanged)
    Q_PROPERTY(QString consentText READ consentText NOTIFY pageChanged)
    /// A Contact page in the path asks for the consent first, with the same two buttons.
    Q_PROPERTY(bool consented READ consented NOTIFY contactChanged)
    Q_PROPERTY(bool byEmail READ byEmail WRITE setByEmail NOTIFY contactChanged)
    /// As typed: a phone number in local digits, "+" before it, or an address.
    Q_PROPERTY(QString contact READ contact NOTIFY contactChanged)
    Q_PROPERTY(QString contactProblem READ contactProblem NOTIFY contactChanged)
    /// On thanks once a contact was kept: "Your erasure code: …"; shown here and never again.
    Q_PROPERTY(QString erasureText READ erasureText NOTIFY pageChanged)
    Q_PROPERTY(QString erasureSpoken READ erasureSpoken NOTIFY pageChanged) ///< letter by letter

    Q_PROPERTY(bool warning READ warning NOTIFY warningChanged)
    Q_PROPERTY(int warningSeconds READ warningSeconds NOTIFY warningChanged)
    Q_PROPERTY(QString warningText READ warningText NOTIFY warningChanged)
    /// When the warning begins and once more before it ends: what is left, for who hears it.
    Q_PROPERTY(QString warningSpoken READ warningSpoken NOTIFY warningChanged)

    /// The store is closed and nobody is being asked: the screen is dark, a touch wakes it.
    Q_PROPERTY(bool dimmed READ dimmed NOTIFY dimmedChanged)
    Q_PROPERTY(bool training READ training NOTIFY trainingChanged)
    /// For a second after a conversation: touches are no answers, numbers look as always.
    Q_PROPERTY(bool locked READ locked NOTIFY lockedChanged)
    /// A kind text when answers cannot be stored, else empty; any tap on it: dismissFailure().
    Q_PROPERTY(QString failure READ failure NOTIFY failureChanged)

public:
    enum Page {
        Invitation,
        Resting,
        Scale,
        List,
        Choice,
        YesNo,
        Number,
        Text,
        Comment,
        Contact,
        Thanks
    };
    Q_ENUM(Page)

    SurveyModel(
        storage::KioskStore &store, const Clock &clock, Timers &timers, SurveySettings settings,
        KioskTimes times = {}, QObject *parent = nullptr);
    ~SurveyModel() override;

    /// Takes effect at once at rest, else when the present conversation has ended.
    void setSettings(SurveySettings settings);
    /// Training answers are kept and marked, never counted. An open conversation is closed first.
    void setTraining(bool training);
    /// Whether the screen may be dark at rest.
    void setDimmed(bool dimmed);
    /// Nobody is in a conversation.
    bool atRest() const;
    /// Closes an open check, as walking away does: for the end of the program.
    void end();

    Page page() const;
    QString pageKey() const;
    QString question() const;
    QString progress() const;
    QString backText() const;
    bool canGoBack() const;
    QString goOnText() const;
    bool canGoOn() const;
    QString echo() const;
    QString hint() const;
    QString language() const;
    QVariantList languages() const;
    bool rightToLeft() const;
    bool lowReachOffered() const;
    bool readAloudOffered() const;
    QVariantMap texts() const;
    QVariantList scale() const;
    QString lowLabel() const;
    QString highLabel() const;
    int currentScore() const;
    ChoiceModel *choices();
    int pickedCount() const;
    int maxPicks() const;
    bool commentOffered() const;
    QString yesLabel() const;
    QString noLabel() const;
    QString yesNo() const;
    QString number() const;
    QString numberProblem() const;
    QString unit() const;
    bool mayBeNegative() const;
    QVariantList digits() const;
    QString comment() const;
    int maxCommentLength() const;
    bool contactOffered() const;
    QString consentText() const;
    bool consented() const;
    bool byEmail() const;
    QString contact() const;
    QString contactProblem() const;
    QString erasureText() const;
    QString erasureSpoken() const;
    bool warning() const;
    int warningSeconds() const;
    QString warningText() const;
    QString warningSpoken() const;
    bool dimmed() const;
    bool training() const;
    bool locked() const;
    QString failure() const;

    Q_INVOKABLE void begin();             ///< on the invitation
    Q_INVOKABLE void tapPoint(int value); ///< Resting and Scale: the answer
    Q_INVOKABLE void answerYesNo(bool yes);
    /// On a list picks it or takes the pick back; on a Choice page it is the answer.
    Q_INVOKABLE void toggle(const QString &code);
    Q_INVOKABLE void typeDigit(int digit); ///< Number, and the phone number of a Contact page
    Q_INVOKABLE void typeSign();           ///< minus of a number, plus of a phone number
    Q_INVOKABLE void eraseDigit();
    /// The filled button of List, Choice, YesNo, Number, Text; stays with `numberProblem` where the
    /// number is none that is asked for.
    Q_INVOKABLE void done();
    Q_INVOKABLE void writeComment();
    /// The draft: stored by saveComment() and done(), forgotten when the shopper walks away.
    Q_INVOKABLE void setComment(const QString &text);
    Q_INVOKABLE void saveComment();
    Q_INVOKABLE void giveConsent();
    Q_INVOKABLE void refuseConsent(); ///< on thanks it ends, in the path it goes on
    void setByEmail(bool byEmail);
    Q_INVOKABLE void setContact(const QString &text); ///< the address
    Q_INVOKABLE void confirmContact();                ///< stays with `contactProblem` when wrong
    Q_INVOKABLE void back();
    Q_INVOKABLE void startAgain();
    Q_INVOKABLE void setLanguage(const QString &code);
    Q_INVOKABLE void moreTime();
    Q_INVOKABLE void finish(); ///< to thanks
    Q_INVOKABLE void dismissThanks();
    Q_INVOKABLE void dismissFailure();
    /// Any touch or key: the shopper is there. Does nothing while the warning is shown.
    Q_INVOKABLE void activity();
    /// While something is read aloud no time runs out; each begins anew, the countdown where it
    /// was, when it has ended.
    Q_INVOKABLE void setSpeaking(bool speaking);

signals:
    void pageChanged();
    void scaleChanged();
    void answersChanged();
    void languageChanged();
    void surveyChanged();
    void commentChanged();
    void contactChanged();
    void warningChanged();
    void dimmedChanged();
    void trainingChanged();
    void lockedChanged();
    void failureChanged();
    /// A conversation, or a language picked without one, has ended: nothing of it may be left.
    void shopperLeft();
    /// Something was stored: figures may have changed, a closed check may be waiting to travel.
    void stored();
    void warned();
    void moreTimeTaken();
    void touched(); ///< any touch, for those who count how long nobody used the tablet

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vouch::kiosk
