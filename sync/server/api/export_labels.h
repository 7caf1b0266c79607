#pragma once

#include "core/check/record_view.h"
#include "core/checklist/definition.h"
#include "sync/server/store/entities.h"

#include <unordered_map>

namespace vouch::server {

/// All versions of all checklists, read.
std::vector<checklist::Checklist> readChecklists(const std::vector<ChecklistVersion> &versions);

/// What stands for the codes of answers: their texts in one language, or the codes themselves.
class Labels
{
public:
    /// Codes stay codes.
    Labels() = default;
    /// Failure `request-malformed` when no checklist offers the language.
    static Result<Labels>
    in(const std::string &language, const std::vector<checklist::Checklist> &checklists);

    /// The text of a code, "true" and "false" for yes and no, in the record's own version of its
    /// checklist; the code where there is none.
    void append(
        const check::RecordView &record, std::string_view question, std::string_view code,
        std::string &out) const;

private:
    bool m_areCodes = true;
    std::unordered_map<std::string, std::string> m_texts;
};

} // namespace vouch::server
