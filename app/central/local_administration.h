#pragma once

#include "app/central/administration.h"

#include <memory>

namespace vouch::server {
class Store;
}

namespace vouch::central {

/// Carries requests out on a store of this process.
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
