#pragma once

#include "tests/screens/scene.h"

namespace vouch::test {

/// Every text and every control's edge on the screen that is harder to see than WCAG 2.2 AA allows,
/// measured on the pixels of `picture`: 4.5:1 for text, 3:1 for large text (24 px, or 19 px bold),
/// for signs without words and for the edges of controls. What is disabled is exempt, as there. One
/// line each: what, where, the two colours, the ratio.
QStringList findLowContrast(const Scene &scene, const QImage &picture);

/// How many texts and edges the last findLowContrast() measured.
int measuredContrasts();

} // namespace vouch::test
