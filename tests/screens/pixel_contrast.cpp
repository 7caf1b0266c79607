#include "tests/screens/pixel_contrast.h"

#include <QFont>
#include <QHash>

#include <algorithm>

namespace vouch::test {

namespace {

constexpr double textRatio = 4.5;
constexpr double partRatio = 3;
/// A picture or a pattern behind a text leaves less of one colour than this.
constexpr double leastGround = 0.4;

int measured = 0;

double contrastOf(QRgb one, QRgb other)
{
    static QHash<QPair<QRgb, QRgb>, double> known;
    const auto key = qMakePair(std::min(one, other), std::max(one, other));
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    return known[key] = kiosk::contrastRatio(QColor(one).name(), QColor(other).name());
}

/// What stands out of a part of the picture, and what from.
struct Ink
{
    QRgb ground = 0;
    QRgb ink = 0;
    double share = 0; ///< of the ground
    double ratio = 1;
};

/// The ground is the colour there is most of. The ink is as far from it as the least far of its
/// few clearest pixels: those between are the soft edges of the letters.
Ink inkIn(const QImage &picture, const QRect &part, int clearest = 6)
{
    QHash<QRgb, int> colours;
    const auto seen = part & picture.rect();
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = seen.left(); x <= seen.right(); ++x)
            ++colours[line[x] | 0xff000000];
    }
    Ink out;
    int most = 0;
    for (auto it = colours.begin(); it != colours.end(); ++it) {
        if (it.value() > most) {
            most = it.value();
            out.ground = it.key();
        }
    }
    out.share = most / std::max(1.0, double(seen.width()) * seen.height());
    QList<QPair<double, QRgb>> others;
    for (auto it = colours.begin(); it != colours.end(); ++it) {
        for (int i = 0; i < std::min(it.value(), clearest); ++i)
            others += {contrastOf(it.key(), out.ground), it.key()};
    }
    std::sort(others.begin(), others.end(), std::greater<>());
    if (others.size() >= clearest) {
        out.ratio = others[clearest - 1].first;
        out.ink = others[clearest - 1].second;
    }
    return out;
}

QString line(const QString &what, QRectF at, const Ink &ink, double least)
{
    return QStringLiteral("%1 at %2,%3: %4 on %5 is %6:1, needs %7:1")
        .arg(what)
        .arg(qRound(at.x()))
        .arg(qRound(at.y()))
        .arg(QColor(ink.ink).name(), QColor(ink.ground).name())
        .arg(ink.ratio, 0, 'f', 2)
        .arg(least);
}

bool isText(const QQuickItem *item)
{
    return item->metaObject()->indexOfProperty("lineCount") >= 0 &&
           item->metaObject()->indexOfProperty("contentWidth") >= 0 &&
           !item->property("text").toString().trimmed().isEmpty();
}

bool isControl(const QQuickItem *item)
{
    return item->metaObject()->indexOfProperty("spoiled") >= 0;
}

/// Visible as it is drawn, and not fading.
bool isSolid(const QQuickItem *item)
{
    for (; item; item = item->parentItem()) {
        if (item->opacity() < 1)
            return false;
    }
    return true;
}

/// What of an item shows: nothing that scrolls out of sight.
QRectF shown(const Scene &scene, const QQuickItem *item)
{
    auto box = scene.place(item);
    for (const auto *above = item->parentItem(); above; above = above->parentItem()) {
        if (above->clip())
            box &= scene.place(above);
    }
    return box & QRectF(QPointF(), QSizeF(scene.window().size()));
}

/// The lines of a text, without what stands around it.
QRect inked(const Scene &scene, const QQuickItem *item)
{
    const auto box = shown(scene, item);
    const double width = std::min(item->property("contentWidth").toDouble(), box.width());
    const double height = std::min(item->property("contentHeight").toDouble(), box.height());
    const int across = item->property("effectiveHorizontalAlignment").toInt();
    const double x = across == Qt::AlignRight  ? box.right() - width
                     : across == Qt::AlignLeft ? box.x()
                                               : box.x() + (box.width() - width) / 2;
    const bool centred = item->property("verticalAlignment").toInt() == Qt::AlignVCenter;
    const double y = centred ? box.y() + (box.height() - height) / 2 : box.y();
    return QRectF(x, y, width, height).toAlignedRect();
}

/// Strokes thinner than a pixel, of small figures and of signs such as a dash or the Persian zero,
/// have no pixel of their colour: there the colour itself is held against the pixels around it.
bool isThin(const QQuickItem *item, const Ink &ink, double least)
{
    const bool small = item->property("font").value<QFont>().pixelSize() < 14;
    const bool sign = item->property("text").toString().size() == 1;
    return (small || sign) &&
           contrastOf(item->property("color").value<QColor>().rgb(), ink.ground) >= least;
}

void measureText(
    const Scene &scene, const QImage &picture, const QQuickItem *item, QStringList &out)
{
    const auto part = inked(scene, item);
    if (part.width() < 4 || part.height() < 8)
        return;
    const auto font = item->property("font").value<QFont>();
    // The second letters of Qt's keys; what they say is on a page of keys of its own.
    if (item->metaObject()->indexOfProperty("language") < 0 && font.pixelSize() < 20)
        return;
    const bool large = font.pixelSize() >= 24 || (font.bold() && font.pixelSize() >= 19);
    const double least = large ? partRatio : textRatio;
    // The thin strokes of small letters are soft all over but for a pixel or two.
    const auto ink = inkIn(picture, part, font.pixelSize() < 14 ? 1 : 6);
    const auto what = QStringLiteral("\"%1\"").arg(item->property("text").toString().left(40));
    ++measured;
    if (ink.share < leastGround)
        out += QStringLiteral("%1 at %2,%3 has no even ground: %4 %")
                   .arg(what)
                   .arg(part.x())
                   .arg(part.y())
                   .arg(qRound(ink.share * 100));
    else if (ink.ratio < least && !isThin(item, ink, least))
        out += line(what, part, ink, least);
}

/// From outside into a control over the middle of one of its sides.
struct Crossing
{
    QPoint outside, step;
};

QList<Crossing> crossings(const QRect &box)
{
    const auto middle = box.center();
    constexpr int away = 3;
    return {
        {{middle.x(), box.top() - away}, {0, 1}},
        {{middle.x(), box.bottom() + away}, {0, -1}},
        {{box.left() - away, middle.y()}, {1, 0}},
        {{box.right() + away, middle.y()}, {-1, 0}},
    };
}

/// The least clear side of a control's edge.
void measureEdge(
    const Scene &scene, const QImage &picture, const QString &what, const QQuickItem *item,
    QStringList &out)
{
    const auto box = scene.place(item).toRect();
    if (shown(scene, item).toRect() != box)
        return;
    Ink worst;
    worst.ratio = 100;
    for (const auto &[outside, step] : crossings(box)) {
        if (!picture.rect().contains(outside))
            continue;
        Ink side;
        side.ground = picture.pixel(outside);
        for (int i = 1; i <= 7; ++i) {
            const QRgb pixel = picture.pixel(outside + step * i);
            if (const double ratio = contrastOf(pixel, side.ground); ratio >= side.ratio) {
                side.ratio = ratio;
                side.ink = pixel;
            }
        }
        if (side.ratio < worst.ratio)
            worst = side;
    }
    ++measured;
    if (worst.ratio < partRatio)
        out += line(QStringLiteral("the edge of ") + what, box, worst, partRatio);
}

/// An outlined or a filled control is seen by its edge, a quiet one by its word or its sign.
void measureControl(
    const Scene &scene, const QImage &picture, const QQuickItem *item, QStringList &out)
{
    const auto box = shown(scene, item);
    const bool whole =
        box.width() * box.height() > 0.3 * scene.window().width() * scene.window().height();
    const auto name =
        item->objectName().isEmpty() ? item->property("name").toString() : item->objectName();
    if (whole || name == QLatin1String("managerCorner"))
        return;
    const auto kind = item->property("kind");
    const bool quiet = kind.isValid() && kind.toInt() == 2;
    if (!quiet) {
        measureEdge(scene, picture, name, item, out);
        return;
    }
    if (!item->property("text").toString().isEmpty())
        return;
    const auto ink = inkIn(picture, box.toRect().adjusted(4, 4, -4, -4));
    ++measured;
    if (ink.ratio < partRatio)
        out += line(QStringLiteral("the sign of ") + name, box, ink, partRatio);
}

/// The frame of what is typed into.
const QQuickItem *frameOf(const QQuickItem *field)
{
    for (; field; field = field->parentItem()) {
        if (field->metaObject()->indexOfProperty("radius") >= 0)
            return field;
    }
    return nullptr;
}

} // namespace

QStringList findLowContrast(const Scene &scene, const QImage &picture)
{
    QStringList out;
    measured = 0;
    const auto seen = scene.all(
        [](QQuickItem *item) { return item->isEnabled() && (isText(item) || isControl(item)); });
    for (const auto *item : seen) {
        if (!isSolid(item))
            continue;
        if (isText(item))
            measureText(scene, picture, item, out);
        if (isControl(item))
            measureControl(scene, picture, item, out);
        if (item->objectName() == QLatin1String("commentField"))
            measureEdge(scene, picture, QStringLiteral("the field"), frameOf(item), out);
    }
    return out;
}

int measuredContrasts()
{
    return measured;
}

} // namespace vouch::test
