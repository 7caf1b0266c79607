#pragma once

#include <QImage>
#include <QRect>

namespace vouch::test {

/// Where two pictures of one screen differ for a person. Pixels count as different when, averaged
/// over the nine around them, a colour is more than 40 of 255 apart: letters whose edges are
/// smoothed otherwise stay below, a letter that has moved by one pixel does not.
struct PictureDiff
{
    bool sameSize = false;
    int pixels = 0;
    QRect where;
    QImage picture; ///< the second picture, faint, with what differs in red

    /// So few pixels that no letter can be missing.
    bool isSame() const { return sameSize && pixels <= 12; }
};

PictureDiff compare(const QImage &expected, const QImage &seen);

} // namespace vouch::test
