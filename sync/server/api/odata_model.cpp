#include "sync/server/api/odata_model.h"

#include <algorithm>

namespace vouch::server::odata {

namespace {

void fillColumn(const Property &property, const Place &place, Cell &cell)
{
    property.column->read(*place.row, *place.labels, cell);
}

void fillCell(const Property &property, const Place &place, Cell &cell)
{
    cell.set(place.cells->at(property.cell));
}

#define VOUCH_CELL(...) [](const Property &, const Place &place, Cell &cell) { __VA_ARGS__; }

Property ofColumn(std::string_view name)
{
    const auto &all = standardColumns();
    const auto column =
        std::find_if(all.begin(), all.end(), [&](const Column &c) { return c.name == name; });
    return {column->name, column->type, column->description, fillColumn, &*column};
}

std::vector<Property> responseProperties()
{
    std::vector<Property> out;
    for (const auto &column : standardColumns())
        out.push_back(ofColumn(column.name));
    return out;
}

std::vector<Property> answerProperties()
{
    auto response = ofColumn("id");
    response.name = "response";
    std::vector<Property> out{
        std::move(response),
        {"position", ColumnType::Integer, "Of the answer within its response, from 1.",
         VOUCH_CELL(cell.set(place.position))}};
    for (const auto *name :
         {"store", "region", "touchpoint", "checklist", "version", "series", "day", "hour", "score",
          "segment", "marked"})
        out.push_back(ofColumn(name));
    out.push_back(
        {"question", ColumnType::Text, "The question's code.",
         VOUCH_CELL(cell.set(place.item->question))});
    out.push_back(
        {"answer_type", ColumnType::Text, "scale, choice, choices, yes-no, number, text, contact.",
         VOUCH_CELL(cell.set(place.item->type))});
    out.push_back(
        {"value", ColumnType::Text,
         "The answer; of several picks one, in a row each. Contacts are sealed.",
         VOUCH_CELL(cell.set(place.value))});
    out.push_back(
        {"text", ColumnType::Text, "The same as a text in the language of the option labels.",
         VOUCH_CELL(
             place.labels->append(
                 place.row->record, place.item->question.text(), place.value.text(), cell.text),
             cell.kind = cell.text.empty() ? Cell::Kind::Empty : Cell::Kind::Text)});
    return out;
}

#undef VOUCH_CELL

std::vector<Property> listProperties(const std::vector<std::pair<const char *, const char *>> &all)
{
    std::vector<Property> out;
    for (const auto &[name, description] : all)
        out.push_back({name, ColumnType::Text, description, fillCell, nullptr, out.size()});
    return out;
}

std::vector<EntitySet> makeEntitySets()
{
    return {
        {"Responses",
         "Response",
         "One row a response, in the order of arrival.",
         Source::Responses,
         responseProperties(),
         {"id"}},
        {"Answers",
         "Answer",
         "One row an answer; of several picks one each.",
         Source::Answers,
         answerProperties(),
         {"response", "position"}},
        {"Stores",
         "Store",
         "The shops.",
         Source::Stores,
         listProperties(
             {{"id", "The shop's id."},
              {"name", "Its name."},
              {"region", "The id of its region."},
              {"timezone", "Its time zone, Europe/Berlin."}}),
         {"id"}},
        {"Labels",
         "Label",
         "What codes of answers stand for, in every language.",
         Source::Labels,
         listProperties(
             {{"checklist", "The checklist's id."},
              {"version", "Its version."},
              {"question", "The question's code."},
              {"code", "The option's code; \"*\" is the question itself."},
              {"language", "The language of the text."},
              {"text", "The text."}}),
         {"checklist", "version", "question", "code", "language"}}};
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '"')
            out += "&quot;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else
            out += c;
    }
    return out;
}

std::string described(std::string_view text, std::string_view indent)
{
    return std::string(indent) + "<Annotation Term=\"Core.Description\" String=\"" + escaped(text) +
           "\"/>\n";
}

std::string entityTypeXml(const EntitySet &set)
{
    std::string out = "      <EntityType Name=\"" + set.type + "\">\n        <Key>\n";
    for (const auto &name : set.key)
        out += "          <PropertyRef Name=\"" + name + "\"/>\n";
    out += "        </Key>\n";
    for (const auto &property : set.properties) {
        const bool isKey =
            std::find(set.key.begin(), set.key.end(), property.name) != set.key.end();
        out += "        <Property Name=\"" + property.name + "\" Type=\"";
        out.append(edmType(property.type)).append("\"");
        if (property.type == ColumnType::Instant || property.type == ColumnType::LocalInstant)
            out += " Precision=\"3\"";
        if (isKey)
            out += " Nullable=\"false\"";
        out += ">\n" + described(property.description, "          ") + "        </Property>\n";
    }
    return out + "      </EntityType>\n";
}

std::string entitySetXml(const EntitySet &set)
{
    const auto record = [](const char *term, const char *property, const char *value) {
        return "          <Annotation Term=\"Capabilities." + std::string(term) +
               "\"><Record><PropertyValue Property=\"" + property + "\" Bool=\"" + value +
               "\"/></Record></Annotation>\n";
    };
    return "        <EntitySet Name=\"" + set.name + "\" EntityType=\"Vouch." + set.type + "\">\n" +
           described(set.description, "          ") +
           record("SortRestrictions", "Sortable", "false") +
           record("ExpandRestrictions", "Expandable", "false") +
           record("SearchRestrictions", "Searchable", "false") +
           record("InsertRestrictions", "Insertable", "false") +
           record("UpdateRestrictions", "Updatable", "false") +
           record("DeleteRestrictions", "Deletable", "false") + "        </EntitySet>\n";
}

} // namespace

const Property *EntitySet::find(std::string_view property) const
{
    for (const auto &each : properties)
        if (each.name == property)
            return &each;
    return nullptr;
}

const std::vector<EntitySet> &entitySets()
{
    static const auto sets = makeEntitySets();
    return sets;
}

const EntitySet *findEntitySet(std::string_view name)
{
    for (const auto &set : entitySets())
        if (set.name == name)
            return &set;
    return nullptr;
}

std::string_view edmType(ColumnType type)
{
    switch (type) {
    case ColumnType::Uuid:
        return "Edm.Guid";
    case ColumnType::Integer:
        return "Edm.Int64";
    case ColumnType::Instant:
    case ColumnType::LocalInstant:
        return "Edm.DateTimeOffset";
    case ColumnType::Day:
        return "Edm.Date";
    case ColumnType::Text:
    case ColumnType::Answer:
        break;
    }
    return "Edm.String";
}

std::string metadataXml()
{
    const auto reference = [](const std::string &vocabulary, const std::string &alias) {
        const auto name = "Org.OData." + vocabulary + ".V1";
        return "  <edmx:Reference "
               "Uri=\"https://oasis-tcs.github.io/odata-vocabularies/vocabularies/" +
               name + ".xml\">\n    <edmx:Include Namespace=\"" + name + "\" Alias=\"" + alias +
               "\"/>\n  </edmx:Reference>\n";
    };
    std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<edmx:Edmx Version=\"4.0\" "
                      "xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">\n";
    out += reference("Core", "Core") + reference("Capabilities", "Capabilities");
    out += "  <edmx:DataServices>\n    <Schema Namespace=\"Vouch\" "
           "xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">\n";
    for (const auto &set : entitySets())
        out += entityTypeXml(set);
    out += "      <EntityContainer Name=\"Container\">\n";
    for (const auto &set : entitySets())
        out += entitySetXml(set);
    return out + "      </EntityContainer>\n    </Schema>\n  </edmx:DataServices>\n</edmx:Edmx>\n";
}

} // namespace vouch::server::odata
