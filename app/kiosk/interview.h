#pragma once

#include "app/kiosk/survey_settings.h"
#include "core/checklist/answer.h"
#include "core/storage/kiosk_store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vouch::kiosk {

/// One shopper's check while it is being answered: what was answered, what of it is on disk, and
/// the draft that the screen shows and that is stored when its page is left.
/// Each call that gives a Result has stored when it is ok. Answers of a branch that is no longer
/// reached are not on disk; they come back with their branch.
class Interview
{
public:
    /// The longest text, in characters of UTF-16: what a person can look through on a tablet.
    static constexpr int maxTextLength = 1000;

    Interview(storage::KioskStore &store, const Clock &clock);

    /// Opens a check on the first page; with the first answer in the same transaction when it is
    /// given. What a failed conversation before it left open is closed first. The checklist stays
    /// alive until forget().
    Result<void> open(
        const SurveySettings &settings, const std::string &language, bool training,
        const std::optional<checklist::Answer> &first);
    bool isOpen() const { return !m_id.isNull(); }

    Result<void> setLanguage(const std::string &language);

    // The page.
    /// The question that the shopper is at; null before open().
    const checklist::Question *page() const { return m_page; }
    /// The page before it; null on the first.
    const checklist::Question *before() const;
    /// The text that the page offers on request; may be null.
    const checklist::Question *comment() const;
    /// The contact that is offered at the end; may be null.
    const checklist::Question *contact() const;
    /// Whether thanks follows when the page is left with this answer; with its draft when null.
    bool isLast(const checklist::Answer *answer = nullptr) const;
    /// The place of the page in its path, from 1, and the path's length where no answer that is
    /// still to come can change it, else 0.
    struct Progress
    {
        int place = 0;
        int length = 0;
    };
    Progress progress() const;

    /// Stores the answer of the page and goes to the next one, if there is one.
    Result<void> answer(const checklist::Answer &answer);
    /// The same with what the page's draft says; a list with nothing picked is an answer too,
    /// nothing else left empty is one.
    Result<void> goOn();
    Result<void> goBack();
    /// Stores picks and a valid number. A text is stored by goOn() and complete() only.
    Result<void> keepPage();
    /// What the page and all texts say, and that the shopper reached thanks.
    Result<void> complete();
    /// Stores the item of a contact, sealed already.
    Result<void> putContact(const std::string &question, json::value sealed);
    Result<void> dropContact(const std::string &question);
    /// Closes the check and forgets the shopper, with or without what is written and was not sent.
    /// What could not be stored now is closed before the next check opens or at the next start.
    Result<void> close(bool keepTexts);
    /// Forgets the shopper, leaving the check open on disk.
    void forget();

    // The draft.
    void toggle(const std::string &code);
    /// Whether it was taken: nothing beyond the number's bounds is.
    bool typeDigit(int digit);
    void flipSign();
    void eraseDigit();
    /// Of the question `code`, a page of its own or one on request.
    void setText(const std::string &code, std::string text);
    const std::vector<std::string> &picks() const { return m_picks; }
    bool isPicked(const std::string &code) const;
    const std::string &number() const { return m_number; } ///< digits, "-" before them
    std::optional<int> typedNumber() const;                ///< whether it may be taken or not
    const std::string &text(const std::string &code) const;
    /// Whether the draft may be left: complete, or empty where the question is optional.
    bool canGoOn() const;
    bool isDraftEmpty() const;

    /// What was answered to the question; null when nothing.
    const checklist::Answer *answered(const std::string &code) const;
    std::optional<int> score() const;
    /// How many answers were changed after they had been given.
    int corrections() const { return m_corrections; }
    /// The choices of the page in the order of this check.
    std::vector<const checklist::Choice *> choices() const;

private:
    std::optional<checklist::Answer> draft() const;
    Result<void> store(const checklist::Question &question, const checklist::Answer &answer);
    Result<void> drop(const std::string &question);
    Result<void> put(const checklist::Question &question, const checklist::Answer &answer);
    Result<void> storeTexts();
    void enter(const checklist::Question *page);
    const checklist::Question *after(const checklist::Answers &answers) const;

    storage::KioskStore &m_store;
    const Clock &m_clock;
    bool m_leftOpen = true; ///< a start with a full disk could not close what was

    std::shared_ptr<const checklist::Checklist> m_checklist;
    Uuid m_id;
    checklist::Answers m_answers; ///< all, of branches that are not reached too
    checklist::Answers m_stored;  ///< exactly what is on disk
    int m_corrections = 0;
    const checklist::Question *m_page = nullptr;
    std::vector<std::string> m_picks;
    std::string m_number;
    std::map<std::string, std::string> m_texts;
};

} // namespace vouch::kiosk
