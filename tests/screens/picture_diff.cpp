#include "tests/screens/picture_diff.h"

#include <array>
#include <cstdlib>
#include <vector>

namespace vouch::test {

namespace {

constexpr int tolerance = 40;

using Channels = std::array<int, 3>;

Channels minus(QRgb one, QRgb other)
{
    return {qRed(one) - qRed(other), qGreen(one) - qGreen(other), qBlue(one) - qBlue(other)};
}

/// The differences of one colour after the other, with their signs.
std::vector<Channels> differences(const QImage &expected, const QImage &seen)
{
    std::vector<Channels> out;
    out.reserve(static_cast<std::size_t>(seen.width()) * seen.height());
    for (int y = 0; y < seen.height(); ++y) {
        const auto *one = reinterpret_cast<const QRgb *>(expected.constScanLine(y));
        const auto *other = reinterpret_cast<const QRgb *>(seen.constScanLine(y));
        for (int x = 0; x < seen.width(); ++x)
            out.push_back(minus(one[x], other[x]));
    }
    return out;
}

bool isFar(const std::vector<Channels> &all, int width, int x, int y)
{
    Channels sum{};
    for (int row = y - 1; row <= y + 1; ++row) {
        for (int column = x - 1; column <= x + 1; ++column) {
            const auto &here = all[static_cast<std::size_t>(row) * width + column];
            for (std::size_t i = 0; i < sum.size(); ++i)
                sum[i] += here[i];
        }
    }
    return std::abs(sum[0]) > 9 * tolerance || std::abs(sum[1]) > 9 * tolerance ||
           std::abs(sum[2]) > 9 * tolerance;
}

QImage faint(const QImage &picture)
{
    auto out =
        picture.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < out.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            const int grey = 170 + qRed(line[x]) / 3;
            line[x] = qRgb(grey, grey, grey);
        }
    }
    return out;
}

} // namespace

PictureDiff compare(const QImage &expected, const QImage &seen)
{
    PictureDiff out;
    const auto before = expected.convertToFormat(QImage::Format_RGB32);
    const auto now = seen.convertToFormat(QImage::Format_RGB32);
    out.sameSize = before.size() == now.size();
    if (!out.sameSize)
        return out;
    out.picture = faint(now);
    const auto all = differences(before, now);
    for (int y = 1; y < now.height() - 1; ++y) {
        for (int x = 1; x < now.width() - 1; ++x) {
            if (!isFar(all, now.width(), x, y))
                continue;
            ++out.pixels;
            out.where |= QRect(x, y, 1, 1);
            out.picture.setPixel(x, y, qRgb(0xd0, 0, 0));
        }
    }
    return out;
}

} // namespace vouch::test
