#pragma once

#include "sync/server/api/odata_query.h"

namespace vouch::server::odata {

/// Hands on the entities of a set, read from records or from a list, in the order of their place.
class EntityReader
{
public:
    using Take = std::function<void(const Place &, std::int64_t number)>;

    virtual ~EntityReader() = default;
    /// As ExportReader::next().
    virtual Result<bool> next(const Take &take) = 0;
    /// The end of the snapshot.
    virtual std::int64_t last() const = 0;
};

/// What the caller may see of the set, from `after` on. Failures as of planExport().
Result<std::unique_ptr<EntityReader>>
openEntities(const Query &query, const StoreView &view, std::int64_t after);

/// The members of an entity as JSON, without the braces.
void appendEntity(
    std::string &out, const Place &place, const std::vector<const Property *> &select, Cell &cell);

/// The JSON of one page, made while it is sent: first what $count asks for, then the rows.
class PageBody : public http::BodySource
{
public:
    struct Options
    {
        std::string root; ///< the service's address, for the context and the link to the next page
        http::Parameters asked;
        User reader;
        Log log;
        /// Another reader of the same, for the count; null without.
        std::unique_ptr<EntityReader> counted;
        bool onlyCount = false; ///< the number and nothing else
    };
    PageBody(Query query, std::unique_ptr<EntityReader> reader, Options options);

    Step next(std::string &chunk) override;

private:
    Result<bool> make(std::string &chunk);
    Result<bool> countOn(std::string &chunk);
    void take(const Place &place, std::int64_t number, std::string &chunk);
    void begin(std::string &chunk);
    void end(std::string &chunk);

    Query m_query;
    std::unique_ptr<EntityReader> m_reader;
    Options m_options;
    std::int64_t m_count = 0;
    std::int64_t m_rows = 0;
    std::int64_t m_lastNumber = 0; ///< of the last row in the page
    bool m_isFull = false;         ///< and there is at least one row more
    bool m_begun = false;
    bool m_ended = false;
    Cell m_cell;
};

} // namespace vouch::server::odata
