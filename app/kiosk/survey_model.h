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

/// The shopper's side for QML: shows what the conversation is at and hands the touches on. An
/// answer is on disk before `page` changes. Main thread only; store and clock outlive it.
class SurveyModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main.qml as the property survey")

    /// Resting shows the question and its scale; so it does when `changing`, with `currentScore`.
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(bool changing READ changing NOTIFY pageChanged)
    Q_PROPERTY(int currentScore READ currentScore NOTIFY answersChanged) ///< −1: none
    Q_PROPERTY(QString echo READ echo NOTIFY answersChanged)             ///< "Your answer: 3"
    Q_PROPERTY(QString question READ question NOTIFY pageChanged)        ///< on thanks: the thanks

    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    Q_PROPERTY(QVariantList languages READ languages NOTIFY surveyChanged) ///< {code, name}
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged)
    /// done, writeComment, commentPlaceholder, startAgain, back, hint, thanks, idle, moreTime,
    /// finish, change, unavailable … : the checklist's keys in camel case.
    Q_PROPERTY(QVariantMap texts READ texts NOTIFY languageChanged)
    Q_PROPERTY(QString lowLabel READ lowLabel NOTIFY languageChanged)
    Q_PROPERTY(QString highLabel READ highLabel NOTIFY languageChanged)
    Q_PROPERTY(QVariantList scale READ scale NOTIFY languageChanged) ///< {value, label}, 0 first

    Q_PROPERTY(vouch::kiosk::ChoiceModel *choices READ choices CONSTANT)
    Q_PROPERTY(int pickedCount READ pickedCount NOTIFY answersChanged)
    Q_PROPERTY(int maxPicks READ maxPicks NOTIFY pageChanged)
    Q_PROPERTY(bool commentOffered READ commentOffered NOTIFY pageChanged)
    Q_PROPERTY(QString comment READ comment WRITE setComment NOTIFY commentChanged)
    Q_PROPERTY(int maxCommentLength READ maxCommentLength CONSTANT) ///< in UTF-16 units

    Q_PROPERTY(bool warning READ warning NOTIFY warningChanged)
    Q_PROPERTY(int warningSeconds READ warningSeconds NOTIFY warningChanged)
    Q_PROPERTY(QString warningText READ warningText NOTIFY warningChanged)

    Q_PROPERTY(bool training READ training NOTIFY trainingChanged)
    /// For a second after a conversation: touches are no answers, numbers look as always.
    Q_PROPERTY(bool locked READ locked NOTIFY lockedChanged)
    /// A kind text when answers cannot be stored, else empty; any tap on it: dismissFailure().
    Q_PROPERTY(QString failure READ failure NOTIFY failureChanged)

public:
    enum Page { Resting, List, Comment, Thanks };
    Q_ENUM(Page)

    SurveyModel(
        storage::KioskStore &store, const Clock &clock, Timers &timers, SurveySettings settings,
        KioskTimes times = {}, QObject *parent = nullptr);
    ~SurveyModel() override;

    /// Takes effect at once at rest, else when the present conversation has ended.
    void setSettings(SurveySettings settings);
    /// Training answers are kept and marked, never counted. An open conversation is closed first.
    void setTraining(bool training);
    /// Closes an open check, as walking away does: for the end of the program.
    void end();

    Page page() const;
    bool changing() const;
    int currentScore() const;
    QString echo() const;
    QString question() const;
    QString language() const;
    QVariantList languages() const;
    bool rightToLeft() const;
    QVariantMap texts() const;
    QString lowLabel() const;
    QString highLabel() const;
    QVariantList scale() const;
    ChoiceModel *choices();
    int pickedCount() const;
    int maxPicks() const;
    bool commentOffered() const;
    QString comment() const;
    int maxCommentLength() const;
    bool warning() const;
    int warningSeconds() const;
    QString warningText() const;
    bool training() const;
    bool locked() const;
    QString failure() const;

    Q_INVOKABLE void tapScore(int score);
    Q_INVOKABLE void toggle(const QString &code);
    Q_INVOKABLE void done();
    Q_INVOKABLE void writeComment();
    /// The draft: stored by saveComment() and done(), forgotten when the shopper walks away.
    Q_INVOKABLE void setComment(const QString &text);
    Q_INVOKABLE void saveComment(); ///< to thanks
    Q_INVOKABLE void back();        ///< from the comment or from `changing` to the list
    Q_INVOKABLE void change();
    Q_INVOKABLE void startAgain();
    Q_INVOKABLE void setLanguage(const QString &code);
    Q_INVOKABLE void moreTime();
    Q_INVOKABLE void finish(); ///< to thanks
    Q_INVOKABLE void dismissThanks();
    Q_INVOKABLE void dismissFailure();
    /// Any touch or key: the shopper is there. Does nothing while the warning is shown.
    Q_INVOKABLE void activity();

signals:
    void pageChanged();
    void answersChanged();
    void languageChanged();
    void surveyChanged();
    void commentChanged();
    void warningChanged();
    void trainingChanged();
    void lockedChanged();
    void failureChanged();
    /// Something was stored: figures may have changed, a closed check may be waiting to travel.
    void stored();
    void touched(); ///< any touch, for those who count how long nobody used the tablet

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vouch::kiosk
