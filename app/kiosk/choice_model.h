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
    /// Of all rows, changed once however many of them are.
    Q_PROPERTY(QStringList labels READ labels NOTIFY labelsChanged)

public:
    struct Row
    {
        QString code;
        QString label;
        bool picked = false;
        bool enabled = true;

        bool operator==(const Row &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    QStringList labels() const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// In place as far as there are as many, so that a delegate outlives a touch and a page.
    void setRows(std::vector<Row> rows);
    /// The rows stay, none of them picked.
    void forgetPicks();

signals:
    void labelsChanged();

private:
    std::vector<Row> m_rows;
};

} // namespace vouch::kiosk
