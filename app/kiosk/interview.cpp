#include "app/kiosk/interview.h"

#include "core/base/boot.h"
#include "core/checklist/answer_json.h"
#include "core/checklist/path.h"

#include <algorithm>
#include <array>

namespace vouch::kiosk {

namespace {

check::Item itemOf(const checklist::Question &question, const checklist::Answer &answer)
{
    check::Item item;
    item.question = question.code;
    item.type = checklist::name(question.type);
    item.value = checklist::toJson(answer);
    return item;
}

} // namespace

Interview::Interview(storage::KioskStore &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

Result<void> Interview::open(
    const SurveySettings &settings, const std::string &language, int score, bool training)
{
    if (m_leftOpen) {
        if (auto closed = m_store.closeLeftOpen(m_clock.monotonicMs()); !closed)
            return closed.failure();
        m_leftOpen = false;
    }
    const auto &survey = *settings.checklist;
    const auto *question = survey.find(survey.score);
    if (auto valid = checklist::validate(*question, score); !valid)
        return valid;

    const auto now = m_clock.now();
    const auto local = settings.zone.local(now);
    check::Check check;
    check.id = Uuid::v7(m_clock);
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
    check.day = local.day;
    check.hour = local.hour;
    check.boot = currentBoot();
    check.monotonicMs = m_clock.monotonicMs();
    check.score = score;
    if (training)
        check.marks.emplace_back(check::mark::training);
    check.items.push_back(itemOf(*question, score));
    if (auto opened = m_store.openCheck(check); !opened)
        return opened;

    forget();
    m_checklist = settings.checklist;
    m_id = check.id;
    m_leftOpen = false;
    m_stored[survey.score] = score;
    findPages();
    return {};
}

Result<void> Interview::setScore(int score)
{
    const auto &question = *m_checklist->find(m_checklist->score);
    if (auto valid = checklist::validate(question, score); !valid)
        return valid;
    auto answers = m_stored;
    answers[question.code] = score;
    std::vector<std::string> unreached;
    for (const auto &[code, answer] : m_stored) {
        if (!checklist::reached(*m_checklist, answers, code))
            unreached.push_back(code);
    }
    // Dropped first: a power cut in between must not leave picks of the other branch.
    if (!unreached.empty()) {
        if (auto dropped = m_store.dropItems(m_id, unreached); !dropped)
            return dropped;
        for (const auto &code : unreached)
            m_stored.erase(code);
    }
    if (this->score() != score) {
        if (auto put = m_store.putItem(m_id, itemOf(question, score), score); !put)
            return put;
        m_stored[question.code] = score;
    }
    findPages();
    return {};
}

Result<void> Interview::setLanguage(const std::string &language)
{
    return m_store.setLanguage(m_id, language);
}

void Interview::toggle(const std::string &code)
{
    if (!m_list || !m_list->findChoice(code))
        return;
    if (const auto at = std::find(m_picks.begin(), m_picks.end(), code); at != m_picks.end())
        m_picks.erase(at);
    else if (static_cast<int>(m_picks.size()) < m_list->maxPicks)
        m_picks.push_back(code);
}

Result<void> Interview::storePicks()
{
    return storePicks(false);
}

Result<void> Interview::complete()
{
    if (auto picks = storePicks(true); !picks)
        return picks;
    if (auto comment = storeComment(); !comment)
        return comment;
    return m_store.complete(m_id);
}

Result<void> Interview::close()
{
    const auto id = m_id;
    forget();
    const auto closed = m_store.close(id, m_clock.monotonicMs());
    if (!closed)
        return closed.failure();
    m_leftOpen = false;
    return {};
}

void Interview::forget()
{
    m_leftOpen = m_leftOpen || isOpen();
    m_id = {};
    m_stored.clear();
    m_list = nullptr;
    m_comment = nullptr;
    m_picks.clear();
    m_draft.clear();
    m_checklist.reset();
}

std::optional<int> Interview::score() const
{
    if (!isOpen())
        return std::nullopt;
    return std::get<int>(m_stored.at(m_checklist->score));
}

std::vector<const checklist::Choice *> Interview::choices() const
{
    std::vector<const checklist::Choice *> out;
    if (m_list) {
        for (const auto index : checklist::order(*m_list, m_id.lastBits()))
            out.push_back(&m_list->choices[index]);
    }
    return out;
}

bool Interview::isPicked(const std::string &code) const
{
    return std::find(m_picks.begin(), m_picks.end(), code) != m_picks.end();
}

Result<void> Interview::storePicks(bool noneIsAnAnswer)
{
    const auto stored = m_stored.find(m_list->code);
    const bool asked = noneIsAnAnswer || !m_picks.empty() || stored != m_stored.end();
    if (!asked || (stored != m_stored.end() && stored->second == checklist::Answer(m_picks)))
        return {};
    return put(*m_list, m_picks);
}

Result<void> Interview::storeComment()
{
    if (!m_comment)
        return {};
    const auto stored = m_stored.find(m_comment->code);
    if (m_draft.empty())
        return stored == m_stored.end() ? Result<void>() : drop(m_comment->code);
    if (stored != m_stored.end() && stored->second == checklist::Answer(m_draft))
        return {};
    return put(*m_comment, m_draft);
}

Result<void> Interview::put(const checklist::Question &question, const checklist::Answer &answer)
{
    if (auto valid = checklist::validate(question, answer); !valid)
        return valid;
    if (auto put = m_store.putItem(m_id, itemOf(question, answer)); !put)
        return put;
    m_stored[question.code] = answer;
    return {};
}

Result<void> Interview::drop(const std::string &question)
{
    if (auto dropped = m_store.dropItems(m_id, std::array{question}); !dropped)
        return dropped;
    m_stored.erase(question);
    return {};
}

void Interview::findPages()
{
    const auto *before = m_list;
    m_list = checklist::path(*m_checklist, m_stored).at(1);
    const auto offered = checklist::offered(*m_checklist, m_stored, m_list->code);
    m_comment = offered.empty() ? nullptr : offered.front();
    if (m_list != before)
        m_picks.clear();
}

} // namespace vouch::kiosk
