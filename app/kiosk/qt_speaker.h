#pragma once

#include "app/kiosk/voice.h"

namespace vouch::kiosk {

/// Qt TextToSpeech with the system's engine; null where there is none, or where Vouch was built
/// without Qt TextToSpeech.
std::unique_ptr<Speaker> makeQtSpeaker();

} // namespace vouch::kiosk
