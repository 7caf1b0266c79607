#include "app/kiosk/kiosk_theme.h"

#include "app/kiosk/font_rules.h"

#include <utility>

namespace vouch::kiosk {

namespace {

QVariantMap toVariants(const QMap<QString, QString> &colours)
{
    QVariantMap out;
    for (auto it = colours.begin(); it != colours.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

} // namespace

KioskTheme::KioskTheme(QObject *parent)
    : QObject(parent)
{
    use(builtInTheme(QStringLiteral("plain")));
}

void KioskTheme::use(const Theme &theme)
{
    if (!theme.font.isEmpty())
        addSystemFont(theme.font);
    m_theme = theme;
    m_colours = toVariants(theme.colours);
    emit changed();
}

QString KioskTheme::useFile(const QString &file)
{
    const auto theme = loadTheme(file.toStdString());
    if (!theme)
        return QString::fromStdString(theme.failure().text());
    use(*theme);
    return {};
}

void KioskTheme::setLessMotion(bool wished)
{
    if (std::exchange(m_lessMotion, wished) != wished)
        emit changed();
}

QVariantMap KioskTheme::contrastColours() const
{
    return toVariants(builtInTheme(QStringLiteral("contrast")).colours);
}

} // namespace vouch::kiosk

#include "moc_kiosk_theme.cpp"
