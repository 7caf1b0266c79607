#include "app/kiosk/choice_model.h"

#include <algorithm>

namespace vouch::kiosk {

namespace {

enum Role { CodeRole = Qt::UserRole, LabelRole, PickedRole, EnabledRole };

} // namespace

QStringList ChoiceModel::labels() const
{
    QStringList out;
    for (const auto &row : m_rows)
        out.append(row.label);
    return out;
}

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
    const auto labelsBefore = labels();
    const auto before = m_rows.size();
    const auto now = rows.size();
    const auto last = [](std::size_t count) { return static_cast<int>(count) - 1; };
    if (now < before) {
        beginRemoveRows({}, last(now + 1), last(before));
        m_rows.resize(now);
        endRemoveRows();
    }
    if (now > before) {
        beginInsertRows({}, last(before + 1), last(now));
        m_rows = std::move(rows);
        endInsertRows();
    } else {
        m_rows = std::move(rows);
    }
    if (const auto kept = std::min(before, now))
        emit dataChanged(index(0), index(last(kept)));
    if (labels() != labelsBefore)
        emit labelsChanged();
}

void ChoiceModel::forgetPicks()
{
    auto rows = m_rows;
    for (auto &row : rows) {
        row.picked = false;
        row.enabled = true;
    }
    if (rows != m_rows)
        setRows(std::move(rows));
}

} // namespace vouch::kiosk

#include "moc_choice_model.cpp"
