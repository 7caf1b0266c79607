#include "app/central/label_commands.h"

#include "app/central/file_content.h"
#include "app/central/label_page.h"
#include "app/central/tablet_list.h"
#include "app/central/whole_file.h"

namespace vouch::central {

void LabelOptions::addTo(CLI::App &app)
{
    auto *url = app.add_option(
        "--server", server, "The address at which tablets reach the server, for the QR codes");
    app.add_option(
           "--labels", file,
           "Writes a page of labels to print: QR code, code, shop, till. It holds the codes: keep "
           "it to yourself")
        ->needs(url);
}

Result<void> LabelOptions::tell(const json::object &result) const
{
    printTable(result, "labels", {"store", "name", "code", "expires_at"});
    const auto *labels = findArray(result, "labels");
    if (file.empty() || !labels)
        return {};
    WholeFile page(file);
    if (const auto made = page.create(); !made)
        return made;
    if (const auto written = page.write(labelPage(*labels)); !written)
        return written;
    return page.publish();
}

CLI::App *DeviceCodesCommand::declare(CLI::App &root)
{
    auto *app = group(root, "device", "The tablets of the chain")
                    .add_subcommand("codes", "Gives one-time codes for many tablets, and labels");
    auto *list = app->add_option(
        "--csv", m_list, "A file with the columns store and name: a line for each tablet");
    auto *store = app->add_option("--store", m_store, "The shop where they stand");
    app->add_option("--count", m_count, "How many of them")
        ->needs(store)
        ->check(CLI::Range(1, 1000));
    app->add_option("--name", m_name, "\"till\": they are called till 1, till 2 …")->needs(store);
    list->excludes(store);
    m_labels.addTo(*app);
    return app;
}

Result<json::array> DeviceCodesCommand::tablets() const
{
    if (!m_list.empty()) {
        const auto text = contentOf(m_list);
        if (!text)
            return text.failure();
        return tabletListFrom(*text, m_list);
    }
    if (m_store.empty())
        return Failure{"request-malformed", "Say --csv FILE, or --store S with --count N.", ""};
    json::array out;
    for (int i = 1; i <= m_count; ++i)
        out.push_back(json::object{
            {"store", m_store},
            {"name", m_name.empty() || m_count == 1 ? m_name : m_name + " " + std::to_string(i)}});
    return out;
}

Result<void> DeviceCodesCommand::run(const Environment &environment)
{
    auto expected = tablets();
    if (!expected)
        return expected.failure();
    const auto result = environment.perform(
        {{"do", "device-codes"}, {"tablets", std::move(*expected)}, {"server", m_labels.server}});
    if (!result)
        return result.failure();
    return m_labels.tell(*result);
}

CLI::App *DeviceReplaceCommand::declare(CLI::App &root)
{
    auto *app =
        group(root, "device", "The tablets of the chain")
            .add_subcommand(
                "replace", "Gives a code for the tablet that takes another's place: its shop, its "
                           "name and its history. The former one can still send what it holds");
    app->add_option("ID", m_id, "The former one's id, as `device list` shows it")->required();
    m_labels.addTo(*app);
    return app;
}

Result<void> DeviceReplaceCommand::run(const Environment &environment)
{
    const auto result =
        environment.perform({{"do", "device-replace"}, {"id", m_id}, {"server", m_labels.server}});
    if (!result)
        return result.failure();
    return m_labels.tell(*result);
}

} // namespace vouch::central
