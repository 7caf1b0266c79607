#pragma once

#include "app/kiosk/survey_settings.h"
#include "core/checklist/answer.h"
#include "core/storage/kiosk_store.h"

#include <optional>
#include <string>
#include <vector>

namespace vouch::kiosk {

/// One shopper's check while it is being answered: what is on disk already, and beside it the picks
/// and the comment that the screen shows and that are stored when their page is left.
/// Each call that gives a Result has stored when it is ok, and changed nothing here when it is not.
class Interview
{
public:
    /// The longest comment, in characters of UTF-16: what a person can look through on a tablet.
    static constexpr int maxCommentLength = 1000;

    Interview(storage::KioskStore &store, const Clock &clock);

    /// The first tap: check and score in one transaction. What a failed conversation before it left
    /// open is closed first. The checklist stays alive until forget().
    Result<void>
    open(const SurveySettings &settings, const std::string &language, int score, bool training);
    bool isOpen() const { return !m_id.isNull(); }

    /// Drops the answers of the branch that this score does not reach.
    Result<void> setScore(int score);
    Result<void> setLanguage(const std::string &language);
    void toggle(const std::string &code);
    void setDraft(std::string text) { m_draft = std::move(text); }
    /// What is picked; nothing picked is stored only where something was stored before.
    Result<void> storePicks();
    /// Picks (none is an answer too), the comment, and that the shopper reached thanks.
    Result<void> complete();
    /// Closes the check and forgets the shopper. What could not be stored now is closed before the
    /// next check opens or at the next start.
    Result<void> close();
    /// Forgets the shopper, leaving the check open on disk.
    void forget();

    std::optional<int> score() const;
    /// The page after the score; null before the first tap.
    const checklist::Question *list() const { return m_list; }
    /// What that page offers on request; may be null.
    const checklist::Question *comment() const { return m_comment; }
    /// The choices in the order of this check.
    std::vector<const checklist::Choice *> choices() const;
    const std::vector<std::string> &picks() const { return m_picks; }
    bool isPicked(const std::string &code) const;
    const std::string &draft() const { return m_draft; }

private:
    Result<void> storePicks(bool noneIsAnAnswer);
    Result<void> storeComment();
    Result<void> put(const checklist::Question &question, const checklist::Answer &answer);
    Result<void> drop(const std::string &question);
    void findPages();

    storage::KioskStore &m_store;
    const Clock &m_clock;
    bool m_leftOpen = false;

    std::shared_ptr<const checklist::Checklist> m_checklist;
    Uuid m_id;
    checklist::Answers m_stored; ///< exactly what is on disk
    const checklist::Question *m_list = nullptr;
    const checklist::Question *m_comment = nullptr;
    std::vector<std::string> m_picks;
    std::string m_draft;
};

} // namespace vouch::kiosk
