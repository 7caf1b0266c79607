#pragma once

#include "app/kiosk/manager_model.h"
#include "app/kiosk/manager_translator.h"
#include "app/kiosk/survey_model.h"
#include "app/kiosk/voice.h"
#include "tests/app/kiosk/kiosk_fixture.h"

#include <QObject>
#include <QQuickItem>
#include <QStringList>
#include <QVariantList>

#include <memory>

namespace vouch::test {

/// What a page test stands on: the real models on a real store in a folder of its own, with time
/// that moves by hand. begin() makes all of it anew.
class Bench : public QObject
{
    Q_OBJECT
    Q_PROPERTY(vouch::kiosk::SurveyModel *survey READ survey NOTIFY begun)
    Q_PROPERTY(vouch::kiosk::ManagerModel *manager READ manager NOTIFY begun)
    /// Every combination is asked for, not only those that strain a page most.
    Q_PROPERTY(bool thorough READ thorough CONSTANT)

public:
    explicit Bench(QObject *parent = nullptr);
    ~Bench() override;

    kiosk::SurveyModel *survey() const { return m_survey.get(); }
    kiosk::ManagerModel *manager() const { return m_manager.get(); }
    bool thorough() const { return qEnvironmentVariableIsSet("VOUCH_THOROUGH"); }

    /// `language` at rest; with the manager's PIN 2468 already set unless told, and after so many
    /// conversations: from 0 to 10 and round again.
    Q_INVOKABLE void begin(const QString &language, bool withPin, int conversations);
    /// What the next begin() holds the conversations with, once: `checklist` (a file of the
    /// repository), `zone`, `invitation`, `contact` (whether there is a key to seal one for),
    /// `turned` (false: lists stay in the order of the file).
    Q_INVOKABLE void prepare(const QVariantMap &more);
    Q_INVOKABLE void end();
    /// Whether pages move as the theme says.
    Q_INVOKABLE void setMotion(bool on);
    /// Waits for what is still to be placed and drawn in a window: two frames of it.
    Q_INVOKABLE void drawn(QObject *window) const;
    /// The backmost of what is visible below `root` and called so, or null.
    Q_INVOKABLE QQuickItem *visible(QQuickItem *root, const QString &name) const;
    Q_INVOKABLE void advance(int milliseconds);
    /// The closed records in their order: {state, kind, score, language, <question>: value …}.
    Q_INVOKABLE QVariantList records() const;
    /// The score of the one open check as it is on the disk; −1 when there is none.
    Q_INVOKABLE int openScore() const;
    /// The server refuses the oldest record that waits.
    Q_INVOKABLE void refuseOldest(const QString &code, const QString &reason);
    /// From now on no check can be stored.
    Q_INVOKABLE void breakStore() const;
    /// The server gives the store its PINs: figures 1212, exit 3434, technician 5656.
    Q_INVOKABLE void giveServerPins();
    /// As the program tells of itself: enrolled, one setting given, one problem.
    Q_INVOKABLE void tellDevice();
    /// So many answers a day over the last days, today included, an hour apart from 9 on: of ten,
    /// `promoters` are tens, two eights, the rest threes; each day one comment.
    Q_INVOKABLE void answerDaily(int days, int answers, int promoters);
    /// Ten tens within a minute, before opening: marked for all three reasons.
    Q_INVOKABLE void answerMarked();
    Q_INVOKABLE void addComment(int score, const QString &text);
    Q_INVOKABLE void setTarget(int points);
    /// What the server would say of the store; an eighth of the promoters is marked.
    Q_INVOKABLE void setStoreAnswers(int promoters, int passives, int detractors);
    /// And of what was said in it: comments of today and yesterday, one of them marked, and two
    /// single answers, one without a reason; one comment and two answers are held back.
    Q_INVOKABLE void setStoreLatest();

    /// The accessibility tree of a window, as a screen reader meets it, flat: {role, name,
    /// description, focusable, focused, checkable, checked, disabled, invisible, x, y, width,
    /// height}. Invisible things and what is in them are left out.
    Q_INVOKABLE QVariantList accessibleTree(QObject *window) const;
    /// Presses what is called so, as assistive technology does; whether there is such a thing.
    Q_INVOKABLE bool pressAccessible(QObject *window, const QString &name) const;
    Q_INVOKABLE QString clipboard() const;
    Q_INVOKABLE void setClipboard(const QString &text) const;
    /// A voice for the languages given, which keeps what it is told to say.
    Q_INVOKABLE void giveVoice(const QStringList &languages);
    Q_INVOKABLE QStringList heard() const { return *m_heard; }
    /// In which language each of heard() was said.
    Q_INVOKABLE QStringList heardIn() const { return *m_heardIn; }
    /// What is being said comes to its end; until then a voice goes on.
    Q_INVOKABLE void endSpeech();
    /// A key pressed and held until the keyboard has repeated it so often, then let go.
    Q_INVOKABLE void holdKey(QObject *window, int key, const QString &text, int repeats) const;

signals:
    void begun();

private:
    kiosk::SurveySettings settings();
    void converse(int count);

    QVariantMap m_more;
    std::shared_ptr<QStringList> m_heard = std::make_shared<QStringList>();
    std::shared_ptr<QStringList> m_heardIn = std::make_shared<QStringList>();
    kiosk::Speaker *m_speaker = nullptr; ///< the last one given, owned by Voice
    crypto::SealingKey m_sealing = crypto::SealingKey::make();

    std::unique_ptr<kiosk::ManagerTranslator> m_translator;
    std::unique_ptr<Kiosk> m_kiosk;
    std::unique_ptr<kiosk::SurveyModel> m_survey;
    std::unique_ptr<kiosk::ManagerModel> m_manager;
};

} // namespace vouch::test
