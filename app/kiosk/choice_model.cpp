#include "app/kiosk/choice_model.h"

#include <algorithm>

namespace vouch::kiosk {

namespace {

enum Role { CodeRole = Qt::UserRole, LabelRole, PickedRole, EnabledRole };

} // namespace

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case CodeRole:
        return row.code;
    case LabelRole:
    case Qt::DisplayRole:
        return row.label;
    case PickedRole:
        return row.picked;
    case EnabledRole:
        return row.enabled;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChoiceModel::roleNames() const
{
    return {
        {CodeRole, "code"}, {LabelRole, "label"}, {PickedRole, "picked"}, {EnabledRole, "enabled"}};
}

void ChoiceModel::setRows(std::vector<Row> rows)
{
    const bool inPlace = std::equal(
        rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const Row &a, const Row &b) { return a.code == b.code; });
    if (!inPlace) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace vouch::kiosk

#include "moc_choice_model.cpp"
