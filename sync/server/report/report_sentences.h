#pragma once

#include "sync/server/report/report_figures.h"
#include "sync/server/report/report_text.h"

/// What a report says in sentences, paragraph by paragraph.
namespace vouch::server {

/// "Harbour: monthly report, November 2026".
std::string reportTitle(const ReportFigures &figures, const ReportText &text);
/// "November 2026", or how far it has come.
std::string reportPeriod(const ReportFigures &figures, const ReportText &text);

std::vector<std::string> whatChanged(const ReportFigures &figures, const ReportText &text);
std::vector<std::string> whyPerhaps(const ReportFigures &figures, const ReportText &text);
std::vector<std::string> whatToDo(const ReportFigures &figures, const ReportText &text);
std::vector<std::string> notesOf(const ReportFigures &figures, const ReportText &text);
std::vector<std::string> qualityOf(const ReportFigures &figures, const ReportText &text);

} // namespace vouch::server
