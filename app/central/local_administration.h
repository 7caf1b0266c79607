#pragma once

#include "app/central/administration.h"

#include <memory>

namespace vouch::server {
class Store;
}

namespace vouch::central {

/// "local:ann": the account of the operating system with this number.
std::string accountOf(unsigned user);

/// Carries requests out on a store of this process. The audit log names who is in the member "by",
/// else this process's own account.
class LocalAdministration : public Administration
{
public:
    explicit LocalAdministration(std::shared_ptr<server::Store> store);

    using Administration::perform;
    Result<json::object> perform(const json::object &request, const Sink &sink) override;

private:
    std::shared_ptr<server::Store> m_store;
};

} // namespace vouch::central
