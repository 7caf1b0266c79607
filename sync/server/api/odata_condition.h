#pragma once

#include "sync/server/api/odata_model.h"

#include <variant>

namespace vouch::server::odata {

enum class Operation {
    And,
    Or,
    Not,
    IsTrue,
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
    In,
    Contains,
    StartsWith,
    EndsWith
};

/// Null, a text (a day and a UUID are texts too), a number or an instant.
using Value = std::variant<std::monostate, std::string, double, Timestamp>;

/// What a literal stands for where a property of the type is compared; nothing when it is no value
/// of that type. Not for texts, which stand in quotation marks.
std::optional<Value> literalOf(std::string_view word, ColumnType type);

/// One condition, or several together. As OData 4.0 has it (URL conventions, 5.1.1): a function of
/// null is null, neither true nor false, and so is what and, or and not make of it where it
/// decides; a comparison with null is true or false.
struct Condition
{
    Operation operation = Operation::And;
    std::vector<std::shared_ptr<const Condition>> children{};
    const Property *property = nullptr;
    bool isLowered = false;
    std::vector<Value> literals{};

    bool matches(const Place &place) const { return truth(place).value_or(false); }

private:
    std::optional<bool> truth(const Place &place) const;
    std::optional<bool> together(const Place &place, bool deciding) const;
    bool compares(const Value &value) const;
};

} // namespace vouch::server::odata
