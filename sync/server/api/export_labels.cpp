#include "sync/server/api/export_labels.h"

#include "core/checklist/parser.h"
#include "sync/protocol/codes.h"

#include <algorithm>

namespace vouch::server {

namespace {

std::string placeOf(
    std::string_view checklist, std::string_view version, std::string_view question,
    std::string_view code)
{
    std::string out;
    for (const auto part : {checklist, version, question, code})
        out.append(part).push_back('\n');
    return out;
}

} // namespace

std::vector<checklist::Checklist> readChecklists(const std::vector<ChecklistVersion> &versions)
{
    std::vector<checklist::Checklist> out;
    for (const auto &version : versions) {
        auto read = checklist::parse(version.json, version.id);
        if (read)
            out.push_back(std::move(*read));
    }
    return out;
}

Result<Labels>
Labels::in(const std::string &language, const std::vector<checklist::Checklist> &checklists)
{
    Labels out;
    out.m_areCodes = false;
    bool isOffered = false;
    for (const auto &list : checklists) {
        const auto &offered = list.languages;
        if (std::find(offered.begin(), offered.end(), language) == offered.end())
            continue;
        isOffered = true;
        const auto version = std::to_string(list.version);
        const auto add = [&](const checklist::Question &question, std::string_view code,
                             const checklist::Wording &wording) {
            if (const auto text = checklist::in(wording, language); !text.empty())
                out.m_texts[placeOf(list.id, version, question.code, code)] = text;
        };
        for (const auto &question : list.questions) {
            for (const auto &choice : question.choices)
                add(question, choice.code, choice.text);
            add(question, "true", question.yes);
            add(question, "false", question.no);
        }
    }
    if (!isOffered)
        return Failure{
            std::string(protocol::code::malformed),
            "No checklist has texts in this language. The code book names those there are.",
            "labels"};
    return out;
}

void Labels::append(
    const check::RecordView &record, std::string_view question, std::string_view code,
    std::string &out) const
{
    if (!m_areCodes) {
        const auto found =
            m_texts.find(placeOf(record.checklist.text(), record.version.raw(), question, code));
        if (found != m_texts.end()) {
            out += found->second;
            return;
        }
    }
    out += code;
}

} // namespace vouch::server
