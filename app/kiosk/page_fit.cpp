#include "app/kiosk/page_fit.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTextLayout>

#include <functional>

namespace vouch::kiosk {

namespace {

/// What rounding may take.
constexpr double slack = 1.5;

double extentOf(const QQuickItem *item, const char *property)
{
    return item->property(property).toDouble();
}

/// A text of ours: VouchText.qml.
bool isText(const QQuickItem *item)
{
    const auto *type = item->metaObject();
    return type->indexOfProperty("lineCount") >= 0 && type->indexOfProperty("language") >= 0 &&
           !item->property("text").toString().isEmpty();
}

bool scrolls(const QQuickItem *item)
{
    return item->objectName() == QLatin1String("scroll") && item->property("interactive").toBool();
}

bool inScrolled(const QQuickItem *item)
{
    for (const auto *above = item->parentItem(); above; above = above->parentItem()) {
        if (scrolls(above))
            return true;
    }
    return false;
}

QString placeOf(const QQuickItem *item)
{
    for (; item; item = item->parentItem()) {
        if (!item->objectName().isEmpty())
            return item->objectName();
    }
    return {};
}

/// The box that the letters of a text fill, in the window.
QRectF inked(const QQuickItem *item)
{
    const QRectF box = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const double width = std::min(extentOf(item, "contentWidth"), item->width());
    const double height = extentOf(item, "contentHeight") + extentOf(item, "topPadding") +
                          extentOf(item, "bottomPadding");
    const int across = item->property("effectiveHorizontalAlignment").toInt();
    const bool centred = item->property("verticalAlignment").toInt() == Qt::AlignVCenter;
    const double x = across == Qt::AlignHCenter ? box.x() + (box.width() - width) / 2
                     : across == Qt::AlignRight ? box.right() - width
                                                : box.x();
    return {x, centred ? box.y() + (box.height() - height) / 2 : box.y(), width, height};
}

bool breaksWord(const QQuickItem *item, const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[ \\n\u200c-]"));
    const QFontMetricsF metrics(item->property("font").value<QFont>());
    const double room = item->width() - extentOf(item, "leftPadding") + slack;
    const auto words = text.split(between);
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return metrics.horizontalAdvance(word) > room;
    });
}

/// Whether some letter has no picture in any font of this machine.
bool lacksLetters(const QQuickItem *item, const QString &text)
{
    QTextLayout layout(text, item->property("font").value<QFont>());
    layout.beginLayout();
    while (layout.createLine().isValid()) {
    }
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    return std::any_of(runs.begin(), runs.end(), [](const QGlyphRun &run) {
        return run.glyphIndexes().contains(0);
    });
}

QString problemOf(const QQuickItem *item, const QString &text, const QQuickWindow &window)
{
    if (lacksLetters(item, text))
        return QStringLiteral("has letters that no font on this machine can show");
    if (item->property("truncated").toBool())
        return QStringLiteral("is cut off");
    // Set by FittedText.qml, which has already tried its smallest letters.
    const auto room = item->property("room");
    if (room.isValid() && item->implicitHeight() > room.toDouble() + slack)
        return QStringLiteral("is too long even in the smallest letters");
    if (breaksWord(item, text))
        return QStringLiteral("has a word that is wider than its place");
    if (extentOf(item, "contentWidth") > item->width() + slack)
        return QStringLiteral("is wider than its place");
    if (extentOf(item, "contentHeight") + extentOf(item, "topPadding") +
            extentOf(item, "bottomPadding") >
        item->height() + slack)
        return QStringLiteral("is higher than its place");
    const QRectF screen(-slack, -slack, window.width() + 2 * slack, window.height() + 2 * slack);
    if (!inScrolled(item) && !screen.contains(inked(item)))
        return QStringLiteral("leaves the screen");
    return {};
}

void findOverlaps(const QList<const QQuickItem *> &texts, QList<Misfit> &out)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            const auto shared = inked(texts[i]) & inked(texts[j]);
            if (shared.width() > 2 && shared.height() > 2)
                out +=
                    {placeOf(texts[i]), texts[i]->property("text").toString(),
                     QStringLiteral("lies on \"%1\"").arg(texts[j]->property("text").toString())};
        }
    }
}

/// What makes the page longer than the screen: the texts with the most lines of those that scroll.
void findScrolled(const QList<const QQuickItem *> &texts, QList<Misfit> &out)
{
    int most = 0;
    for (const auto *text : texts)
        most = std::max(most, inScrolled(text) ? text->property("lineCount").toInt() : 0);
    for (const auto *text : texts) {
        if (inScrolled(text) && text->property("lineCount").toInt() == most)
            out +=
                {placeOf(text), text->property("text").toString(),
                 QStringLiteral("makes the page so long that it has to be scrolled")};
    }
}

} // namespace

QList<Misfit> findMisfits(const QQuickWindow &window)
{
    QList<Misfit> out;
    QList<const QQuickItem *> texts;
    bool scrolled = false;
    const std::function<void(const QQuickItem *)> look = [&](const QQuickItem *item) {
        if (!item->isVisible())
            return;
        scrolled = scrolled || scrolls(item);
        if (isText(item))
            texts += item;
        for (const auto *child : item->childItems())
            look(child);
    };
    look(window.contentItem());
    for (const auto *item : texts) {
        const auto text = item->property("text").toString();
        if (const auto problem = problemOf(item, text, window); !problem.isEmpty())
            out += {placeOf(item), text, problem};
    }
    findOverlaps(texts, out);
    if (scrolled)
        findScrolled(texts, out);
    return out;
}

} // namespace vouch::kiosk
