#include "app/kiosk/kiosk_config.h"

#include "core/base/json.h"
#include "core/checklist/parser.h"

#include <QFile>

namespace vouch::kiosk {

namespace {

std::string textOf(const json::object *object, std::string_view key)
{
    const auto *text = object ? findString(*object, key) : nullptr;
    return text ? std::string(view(*text)) : std::string();
}

void readChecklists(const json::array &checklists, KioskConfig &config)
{
    for (const auto &entry : checklists) {
        auto parsed = checklist::parse(json::serialize(entry), "server");
        if (!parsed) {
            config.problems.push_back(parsed.failure());
            continue;
        }
        if (const auto shape = checkShape(*parsed); !shape)
            config.problems.push_back(shape.failure());
        else if (!config.checklist)
            config.checklist = std::make_shared<checklist::Checklist>(std::move(*parsed));
    }
}

} // namespace

Result<KioskConfig> parseConfig(const std::string &text)
{
    const auto parsed = parseJson(text);
    if (!parsed)
        return parsed.failure();
    const auto *root = parsed->if_object();
    const auto *checklists = root ? findArray(*root, "checklists") : nullptr;
    if (!checklists)
        return Failure{
            "config-malformed", "The server's configuration has no list of checklists.", ""};
    KioskConfig config;
    config.version = findInteger(*root, "version");
    const auto *store = findObject(*root, "store");
    config.storeName = textOf(store, "name");
    if (const auto *settings = findObject(*root, "settings"))
        config.settings = protocol::readSettings(*settings, config.problems);
    if (config.settings.contact.chain.empty())
        config.settings.contact.chain = textOf(findObject(*root, "chain"), "name");
    if (const auto zone = textOf(store, "timezone"); !zone.empty()) {
        if (const auto found = TimeZone::find(zone))
            config.zone = *found;
        else
            config.problems.push_back(found.failure());
    }
    readChecklists(*checklists, config);
    return config;
}

std::shared_ptr<const checklist::Checklist> builtInChecklist()
{
    static const auto read = []() -> std::shared_ptr<const checklist::Checklist> {
        QFile file(QStringLiteral(":/vouch/checklists/checkout-nps.json"));
        if (!file.open(QIODevice::ReadOnly))
            return nullptr;
        auto parsed = checklist::parse(file.readAll().toStdString(), "checkout-nps.json");
        return parsed ? std::make_shared<checklist::Checklist>(std::move(*parsed)) : nullptr;
    }();
    return read;
}

} // namespace vouch::kiosk
