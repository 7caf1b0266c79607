#pragma once

#include "sync/server/api/export_columns.h"

/// What the OData feed offers: its entity sets with their properties, and their description in the
/// Common Schema Definition Language.
namespace vouch::server::odata {

/// What a property of an entity is read from. Lists that are read from no record have `cells`.
struct Place
{
    const ExportRow *row = nullptr;
    const check::ItemView *item = nullptr;
    JsonText value;            ///< of the item, or one pick of it
    std::int64_t position = 0; ///< of the answer within its response, from 1
    const Labels *labels = nullptr;
    const std::vector<std::string> *cells = nullptr;
};

struct Property
{
    using Fill = void (*)(const Property &, const Place &, Cell &);

    std::string name;
    ColumnType type = ColumnType::Text;
    std::string description;
    Fill fill = nullptr;
    const Column *column = nullptr; ///< of a response
    std::size_t cell = 0;           ///< of a list

    void read(const Place &place, Cell &out) const
    {
        out.clear();
        fill(*this, place, out);
    }
};

enum class Source { Responses, Answers, Stores, Labels };

struct EntitySet
{
    std::string name;
    std::string type;
    std::string description;
    Source source = Source::Responses;
    std::vector<Property> properties;
    std::vector<std::string> key; ///< names of properties

    const Property *find(std::string_view property) const;
};

const std::vector<EntitySet> &entitySets();
const EntitySet *findEntitySet(std::string_view name);

/// "Edm.Int64".
std::string_view edmType(ColumnType type);
/// The document of $metadata.
std::string metadataXml();

} // namespace vouch::server::odata
