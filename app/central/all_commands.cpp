#include "app/central/audit_commands.h"
#include "app/central/backup_commands.h"
#include "app/central/checklist_commands.h"
#include "app/central/config_commands.h"
#include "app/central/device_commands.h"
#include "app/central/erasure_commands.h"
#include "app/central/export_command.h"
#include "app/central/import_command.h"
#include "app/central/key_commands.h"
#include "app/central/label_commands.h"
#include "app/central/ledger_command.h"
#include "app/central/migrate_command.h"
#include "app/central/note_commands.h"
#include "app/central/pin_commands.h"
#include "app/central/publication_commands.h"
#include "app/central/quarantine_commands.h"
#include "app/central/region_commands.h"
#include "app/central/report_command.h"
#include "app/central/serve_command.h"
#include "app/central/setting_commands.h"
#include "app/central/store_commands.h"
#include "app/central/structure_commands.h"
#include "app/central/token_commands.h"
#include "app/central/user_commands.h"
#include "app/central/verify_command.h"

namespace vouch::central {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> out;
    out.push_back(std::make_unique<ServeCommand>());
    out.push_back(std::make_unique<ConfigShowCommand>());
    out.push_back(std::make_unique<RegionAddCommand>());
    out.push_back(std::make_unique<RegionSetCommand>());
    out.push_back(std::make_unique<RegionListCommand>());
    out.push_back(std::make_unique<StoreAddCommand>());
    out.push_back(std::make_unique<StoreSetCommand>());
    out.push_back(std::make_unique<StoreListCommand>());
    out.push_back(std::make_unique<StructureExportCommand>());
    out.push_back(std::make_unique<StructureImportCommand>());
    out.push_back(std::make_unique<TouchpointSetCommand>());
    out.push_back(std::make_unique<TouchpointListCommand>());
    out.push_back(std::make_unique<DeviceCodeCommand>());
    out.push_back(std::make_unique<DeviceCodesCommand>());
    out.push_back(std::make_unique<DeviceListCommand>());
    out.push_back(std::make_unique<DeviceSetCommand>());
    out.push_back(std::make_unique<DeviceReplaceCommand>());
    out.push_back(std::make_unique<DeviceRevokeCommand>());
    out.push_back(std::make_unique<DeviceRestoreCommand>());
    out.push_back(std::make_unique<DeviceRotateCommand>());
    out.push_back(std::make_unique<UserAddCommand>());
    out.push_back(std::make_unique<UserListCommand>());
    out.push_back(std::make_unique<UserSetCommand>());
    out.push_back(std::make_unique<UserPasswordCommand>());
    out.push_back(std::make_unique<TokenAddCommand>());
    out.push_back(std::make_unique<TokenListCommand>());
    out.push_back(std::make_unique<TokenRevokeCommand>());
    out.push_back(std::make_unique<AuditListCommand>());
    out.push_back(std::make_unique<AuditVerifyCommand>());
    out.push_back(std::make_unique<ChecklistCheckCommand>());
    out.push_back(std::make_unique<ChecklistAddCommand>());
    out.push_back(std::make_unique<ChecklistPublishCommand>());
    out.push_back(std::make_unique<SettingSetCommand>());
    out.push_back(std::make_unique<SettingListCommand>());
    out.push_back(std::make_unique<SettingRemoveCommand>());
    out.push_back(std::make_unique<PinSetCommand>());
    out.push_back(std::make_unique<PinRemoveCommand>());
    out.push_back(std::make_unique<PinListCommand>());
    out.push_back(std::make_unique<PublicationListCommand>());
    out.push_back(std::make_unique<PublicationWidenCommand>());
    out.push_back(std::make_unique<PublicationRollbackCommand>());
    out.push_back(std::make_unique<NoteAddCommand>());
    out.push_back(std::make_unique<NoteListCommand>());
    out.push_back(std::make_unique<NoteRemoveCommand>());
    out.push_back(std::make_unique<KeyRotateCommand>());
    out.push_back(std::make_unique<ExportCommand>());
    out.push_back(std::make_unique<ReportCommand>());
    out.push_back(std::make_unique<ImportCommand>());
    out.push_back(std::make_unique<EraseCommand>());
    out.push_back(std::make_unique<RetentionShowCommand>());
    out.push_back(std::make_unique<RetentionSetCommand>());
    out.push_back(std::make_unique<LedgerCommand>());
    out.push_back(std::make_unique<QuarantineListCommand>());
    out.push_back(std::make_unique<QuarantineShowCommand>());
    out.push_back(std::make_unique<QuarantineRetryCommand>());
    out.push_back(std::make_unique<VerifyCommand>());
    out.push_back(std::make_unique<MigrateCommand>());
    out.push_back(std::make_unique<BackupCommand>());
    out.push_back(std::make_unique<RestoreCommand>());
    return out;
}

} // namespace vouch::central
