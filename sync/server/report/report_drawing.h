#pragma once

#include "sync/server/report/report_figures.h"
#include "sync/server/report/report_text.h"

namespace vouch::server {

/// The report as a PDF of one or two pages; the same figures give the same bytes. Safe from any
/// thread. Failures `font-missing`, `report-undrawn`.
Result<std::string> drawReport(const ReportFigures &figures, const ReportText &text);

} // namespace vouch::server
