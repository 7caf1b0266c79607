#include "app/kiosk/shopper_traces.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethod>

namespace vouch::kiosk {

void ShopperTraces::wipe()
{
    if (auto *method = QGuiApplication::inputMethod()) {
        method->reset();
        method->hide();
    }
    auto *clipboard = QGuiApplication::clipboard();
    clipboard->clear(QClipboard::Clipboard);
    if (clipboard->supportsSelection())
        clipboard->clear(QClipboard::Selection);
}

} // namespace vouch::kiosk

#include "moc_shopper_traces.cpp"
