#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace vouch::kiosk {

/// The criteria of the list page in the order of this check. Roles: `code`, `label`, `picked`,
/// `enabled` (false for what is not picked while the most are picked).
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by SurveyModel")

public:
    struct Row
    {
        QString code;
        QString label;
        bool picked = false;
        bool enabled = true;
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Same codes in the same order: the rows change in place, so that a delegate outlives a touch.
    void setRows(std::vector<Row> rows);

private:
    std::vector<Row> m_rows;
};

} // namespace vouch::kiosk
