#pragma once

namespace vouch::kiosk {

/// Loads every page in every language with a store of its own that is thrown away; the exit code.
/// Any warning of the QML engine fails it. Needs the application object.
int selfTest();

} // namespace vouch::kiosk
