#include "app/kiosk/interview.h"

#include "core/base/boot.h"
#include "core/base/calendar.h"
#include "core/checklist/answer_json.h"
#include "core/checklist/path.h"

#include <algorithm>
#include <array>

namespace vouch::kiosk {

namespace {

using checklist::Type;

check::Item itemOf(const checklist::Question &question, const checklist::Answer &answer)
{
    check::Item item;
    item.question = question.code;
    item.type = checklist::name(question.type);
    item.value = checklist::toJson(answer);
    return item;
}

/// The check as it is when it opens, without items.
check::Check newCheck(
    const SurveySettings &settings, const std::string &language, bool training, const Clock &clock)
{
    const auto &survey = *settings.checklist;
    const auto now = clock.now();
    const auto local = settings.zone.local(now);
    check::Check check;
    check.id = Uuid::v7(clock);
    check.device = settings.device;
    check.store = settings.store;
    check.kind = training ? check::kind::training : check::kind::survey;
    check.checklist = survey.id;
    check.version = survey.version;
    check.series = survey.series;
    check.touchpoint = settings.touchpoint.empty() ? survey.touchpoint : settings.touchpoint;
    check.language = language;
    check.openedAt = now;
    check.utcOffsetMinutes = local.utcOffsetMinutes;
    check.day = businessDay(local, settings.dayStart);
    check.hour = local.hour;
    check.boot = currentBoot();
    check.monotonicMs = clock.monotonicMs();
    if (training)
        check.marks.emplace_back(check::mark::training);
    return check;
}

} // namespace

Interview::Interview(storage::KioskStore &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

Result<void> Interview::open(
    const SurveySettings &settings, const std::string &language, bool training,
    const std::optional<checklist::Answer> &first)
{
    if (m_leftOpen) {
        if (auto closed = m_store.closeLeftOpen(m_clock.monotonicMs()); !closed)
            return closed.failure();
        m_leftOpen = false;
    }
    const auto *question = checklist::path(*settings.checklist, {}).front();
    auto check = newCheck(settings, language, training, m_clock);
    if (first) {
        if (auto valid = checklist::validate(*question, *first); !valid)
            return valid;
        check.items.push_back(itemOf(*question, *first));
        if (question->code == settings.checklist->score)
            check.score = std::get<int>(*first);
    }
    if (auto opened = m_store.openCheck(check); !opened)
        return opened;

    forget();
    m_checklist = settings.checklist;
    m_id = check.id;
    m_leftOpen = false;
    enter(question);
    if (first) {
        m_answers[question->code] = m_stored[question->code] = *first;
        if (const auto *next = after(m_answers))
            enter(next);
    }
    return {};
}

Result<void> Interview::setLanguage(const std::string &language)
{
    return m_store.setLanguage(m_id, language);
}

const checklist::Question *Interview::before() const
{
    if (!m_page)
        return nullptr;
    const auto pages = checklist::path(*m_checklist, m_answers);
    const auto here = std::find(pages.begin(), pages.end(), m_page);
    return here == pages.begin() || here == pages.end() ? nullptr : *(here - 1);
}

const checklist::Question *Interview::comment() const
{
    if (!m_page)
        return nullptr;
    for (const auto *question : checklist::offered(*m_checklist, m_answers, m_page->code)) {
        if (question->type == Type::Text)
            return question;
    }
    return nullptr;
}

const checklist::Question *Interview::contact() const
{
    return isOpen() ? checklist::offeredAtEnd(*m_checklist, m_answers) : nullptr;
}

bool Interview::isLast(const checklist::Answer *answer) const
{
    auto answers = m_answers;
    if (answer)
        answers[m_page->code] = *answer;
    else if (const auto drafted = draft())
        answers[m_page->code] = *drafted;
    else
        answers.erase(m_page->code);
    return after(answers) == nullptr;
}

Interview::Progress Interview::progress() const
{
    if (!m_page)
        return {};
    const auto pages = checklist::path(*m_checklist, m_answers);
    const auto here = std::find(pages.begin(), pages.end(), m_page);
    Progress out{static_cast<int>(here - pages.begin()) + 1, static_cast<int>(pages.size())};
    // What is asked from here on is still open, and with it whatever looks at it.
    std::vector<std::string> open;
    for (auto page = here; page != pages.end(); ++page)
        open.push_back((*page)->code);
    for (const auto &question : m_checklist->questions) {
        const bool depends =
            question.when &&
            std::find(open.begin(), open.end(), question.when->question) != open.end();
        if (!depends)
            continue;
        open.push_back(question.code);
        if (!question.onRequest)
            out.length = 0;
    }
    return out;
}

Result<void> Interview::answer(const checklist::Answer &answer)
{
    if (auto stored = store(*m_page, answer); !stored)
        return stored;
    if (const auto *next = after(m_answers))
        enter(next);
    return {};
}

Result<void> Interview::goOn()
{
    if (auto texts = storeTexts(); !texts)
        return texts;
    if (const auto drafted = draft())
        return answer(*drafted);
    if (m_page->type != Type::Contact) { // which is no draft: it is stored or dropped as such
        if (auto dropped = drop(m_page->code); !dropped)
            return dropped;
    }
    if (const auto *next = after(m_answers))
        enter(next);
    return {};
}

Result<void> Interview::goBack()
{
    const auto *page = before();
    if (auto kept = keepPage(); !kept)
        return kept;
    if (page)
        enter(page);
    return {};
}

Result<void> Interview::keepPage()
{
    if (!m_page || m_page->type == Type::Text)
        return {};
    if (m_page->type == Type::Choices && m_picks.empty() && !answered(m_page->code))
        return {}; // picking none is an answer when the shopper says so only
    const auto drafted = draft();
    return drafted && checklist::validate(*m_page, *drafted) ? store(*m_page, *drafted)
                                                             : Result<void>();
}

Result<void> Interview::complete()
{
    const auto drafted = draft();
    if (drafted && checklist::validate(*m_page, *drafted)) {
        if (auto stored = store(*m_page, *drafted); !stored)
            return stored;
    }
    if (auto texts = storeTexts(); !texts)
        return texts;
    return m_store.complete(m_id);
}

Result<void> Interview::putContact(const std::string &question, json::value sealed)
{
    check::Item item;
    item.question = question;
    item.type = checklist::name(Type::Contact);
    item.value = std::move(sealed);
    if (auto put = m_store.putItem(m_id, item); !put)
        return put;
    m_stored[question] = std::string(); // that there is one: what it says is not kept here
    return {};
}

Result<void> Interview::dropContact(const std::string &question)
{
    return drop(question);
}

Result<void> Interview::close(bool keepTexts)
{
    if (keepTexts)
        (void)storeTexts();
    const auto id = m_id;
    const auto leftOn = m_page ? m_page->code : std::string();
    forget();
    const auto closed = m_store.close(id, m_clock.monotonicMs(), leftOn);
    if (!closed)
        return closed.failure();
    m_leftOpen = false;
    return {};
}

void Interview::forget()
{
    m_leftOpen = m_leftOpen || isOpen();
    m_id = {};
    m_answers.clear();
    m_stored.clear();
    m_corrections = 0;
    m_page = nullptr;
    m_picks.clear();
    m_number.clear();
    m_texts.clear();
    m_checklist.reset();
}

const checklist::Answer *Interview::answered(const std::string &code) const
{
    const auto found = m_answers.find(code);
    return found == m_answers.end() ? nullptr : &found->second;
}

std::optional<int> Interview::score() const
{
    const auto *given = isOpen() ? answered(m_checklist->score) : nullptr;
    return given ? std::optional(std::get<int>(*given)) : std::nullopt;
}

std::vector<const checklist::Choice *> Interview::choices() const
{
    std::vector<const checklist::Choice *> out;
    if (m_page) {
        for (const auto index : checklist::order(*m_page, m_id.lastBits()))
            out.push_back(&m_page->choices[index]);
    }
    return out;
}

/// Brings the disk to what the answers are with this one: what is no longer reached is dropped
/// first, so that a power cut in between leaves nothing of another branch.
Result<void> Interview::store(const checklist::Question &question, const checklist::Answer &answer)
{
    if (auto valid = checklist::validate(question, answer); !valid)
        return valid;
    auto answers = m_answers;
    answers[question.code] = answer;
    std::vector<std::string> unreached;
    for (const auto &[code, stored] : m_stored) {
        if (!checklist::reached(*m_checklist, answers, code))
            unreached.push_back(code);
    }
    if (!unreached.empty()) {
        if (auto dropped = m_store.dropItems(m_id, unreached); !dropped)
            return dropped;
        for (const auto &code : unreached)
            m_stored.erase(code);
    }
    if (const auto *former = answered(question.code); former && *former != answer)
        ++m_corrections;
    for (const auto &[code, given] : answers) {
        const auto stored = m_stored.find(code);
        if ((stored != m_stored.end() && stored->second == given) ||
            !checklist::reached(*m_checklist, answers, code))
            continue;
        if (auto put = this->put(*m_checklist->find(code), given); !put)
            return put;
    }
    m_answers = std::move(answers);
    return {};
}

Result<void> Interview::drop(const std::string &question)
{
    m_answers.erase(question);
    if (!m_stored.contains(question))
        return {};
    if (auto dropped = m_store.dropItems(m_id, std::array{question}); !dropped)
        return dropped;
    m_stored.erase(question);
    return {};
}

Result<void> Interview::put(const checklist::Question &question, const checklist::Answer &answer)
{
    const bool isScore = question.code == m_checklist->score;
    const auto score = isScore ? std::optional(std::get<int>(answer)) : std::nullopt;
    if (auto put = m_store.putItem(m_id, itemOf(question, answer), score); !put)
        return put;
    m_stored[question.code] = answer;
    return {};
}

Result<void> Interview::storeTexts()
{
    const auto texts = m_texts; // store() leaves them alone; a copy says so
    for (const auto &[code, text] : texts) {
        const auto *question = m_checklist->find(code);
        if (!question || !checklist::reached(*m_checklist, m_answers, code))
            continue;
        const auto done = text.empty() ? drop(code) : store(*question, text);
        if (!done)
            return done;
    }
    return {};
}

const checklist::Question *Interview::after(const checklist::Answers &answers) const
{
    const auto pages = checklist::path(*m_checklist, answers);
    const auto here = std::find(pages.begin(), pages.end(), m_page);
    return here == pages.end() || here + 1 == pages.end() ? nullptr : *(here + 1);
}

} // namespace vouch::kiosk
