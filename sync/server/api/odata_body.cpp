#include "sync/server/api/odata_body.h"

#include "sync/server/api/export_text.h"

namespace vouch::server::odata {

namespace {

/// Responses, and their answers.
class RecordEntities : public EntityReader
{
public:
    RecordEntities(ExportReader reader, Labels labels, Source source)
        : m_reader(std::move(reader))
        , m_labels(std::move(labels))
        , m_source(source)
    {
    }

    Result<bool> next(const Take &take) override
    {
        return m_reader.next([&](const ExportRow &row) {
            if (!isResponse(row))
                return;
            Place place;
            place.row = &row;
            place.labels = &m_labels;
            if (m_source == Source::Responses)
                take(place, row.number);
            else
                takeAnswers(place, take);
        });
    }
    std::int64_t last() const override { return m_reader.last(); }

private:
    static void takeAnswers(Place &place, const Take &take)
    {
        for (const auto &item : place.row->record.items) {
            place.item = &item;
            const auto one = [&](JsonText value) {
                place.value = value;
                ++place.position;
                take(place, place.row->number);
            };
            if (!item.value.elements(one) && !item.value.isArray())
                one(item.value);
        }
    }

    ExportReader m_reader;
    Labels m_labels;
    Source m_source;
};

/// A list that is made at once: shops, labels.
class ListEntities : public EntityReader
{
public:
    ListEntities(std::vector<std::vector<std::string>> rows, std::int64_t after)
        : m_rows(std::move(rows))
        , m_at(static_cast<std::size_t>(after))
    {
    }

    Result<bool> next(const Take &take) override
    {
        if (m_at >= m_rows.size())
            return false;
        for (; m_at < m_rows.size(); ++m_at) {
            Place place;
            place.cells = &m_rows[m_at];
            take(place, std::int64_t(m_at) + 1);
        }
        return true;
    }
    std::int64_t last() const override { return std::int64_t(m_rows.size()); }

private:
    std::vector<std::vector<std::string>> m_rows;
    std::size_t m_at;
};

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> storeRows(const StoreView &view)
{
    const auto stores = view.stores();
    if (!stores)
        return stores.failure();
    Rows out;
    for (const auto &status : *stores)
        out.push_back({status.info.id, status.info.name, status.info.region, status.info.timezone});
    return out;
}

Rows labelRows(const std::vector<checklist::Checklist> &checklists)
{
    Rows out;
    for (const auto &list : checklists) {
        for (const auto &question : list.questions) {
            const auto add = [&](const std::string &code, const checklist::Wording &wording) {
                for (const auto &[language, text] : wording)
                    out.push_back(
                        {list.id, std::to_string(list.version), question.code, code, language,
                         text});
            };
            add("*", question.text);
            for (const auto &choice : question.choices)
                add(choice.code, choice.text);
            add("true", question.yes);
            add("false", question.no);
        }
    }
    return out;
}

/// A cell as the type of its property has it.
void appendValue(std::string &out, const Cell &cell, ColumnType type)
{
    if (cell.kind == Cell::Kind::Integer && type != ColumnType::Integer)
        out += '"' + std::to_string(cell.number) + '"';
    else
        appendJson(out, cell);
}

} // namespace

void appendEntity(
    std::string &out, const Place &place, const std::vector<const Property *> &select, Cell &cell)
{
    for (std::size_t i = 0; i < select.size(); ++i) {
        out += i == 0 ? "" : ",";
        out.append("\"").append(select[i]->name).append("\":");
        select[i]->read(place, cell);
        appendValue(out, cell, select[i]->type);
    }
}

Result<std::unique_ptr<EntityReader>>
openEntities(const Query &query, const StoreView &view, std::int64_t after)
{
    const auto versions = view.checklists();
    if (!versions)
        return versions.failure();
    const auto checklists = readChecklists(*versions);
    if (query.set->source == Source::Stores) {
        auto rows = storeRows(view);
        if (!rows)
            return rows.failure();
        return std::unique_ptr<EntityReader>(
            std::make_unique<ListEntities>(std::move(*rows), after));
    }
    if (query.set->source == Source::Labels)
        return std::unique_ptr<EntityReader>(
            std::make_unique<ListEntities>(labelRows(checklists), after));
    Labels labels;
    if (!query.labels.empty() && query.labels != "codes") {
        auto found = Labels::in(query.labels, checklists);
        if (!found)
            return found.failure();
        labels = std::move(*found);
    }
    ExportFilter filter;
    filter.from = query.filter.from();
    filter.to = query.filter.to();
    filter.after = after;
    filter.upTo = query.upTo;
    filter.isReadOn = !query.id;
    filter.id = query.id;
    auto reader = view.exportRecords(filter);
    if (!reader)
        return reader.failure();
    return std::unique_ptr<EntityReader>(
        std::make_unique<RecordEntities>(std::move(*reader), std::move(labels), query.set->source));
}

PageBody::PageBody(Query query, std::unique_ptr<EntityReader> reader, Options options)
    : m_query(std::move(query))
    , m_reader(std::move(reader))
    , m_options(std::move(options))
    , m_lastNumber(m_query.after)
{
}

http::BodySource::Step PageBody::next(std::string &chunk)
{
    chunk.clear();
    const auto more = make(chunk);
    if (!more) {
        if (m_options.log)
            m_options.log("odata: " + more.failure().text());
        return Step::Failed;
    }
    return *more ? Step::Chunk : Step::End;
}

Result<bool> PageBody::make(std::string &chunk)
{
    if (m_ended)
        return false;
    if (m_options.counted)
        return countOn(chunk);
    if (m_options.onlyCount) {
        chunk = std::to_string(m_count);
        m_ended = true;
        return true;
    }
    if (!std::exchange(m_begun, true))
        begin(chunk);
    const bool wantsMore = !m_isFull && (!m_query.top || *m_query.top > m_rows);
    if (wantsMore) {
        const auto more = m_reader->next(
            [&](const Place &place, std::int64_t number) { take(place, number, chunk); });
        if (!more || *more)
            return more;
    }
    end(chunk);
    m_ended = true;
    return true;
}

Result<bool> PageBody::countOn(std::string &)
{
    const auto more = m_options.counted->next(
        [&](const Place &place, std::int64_t) { m_count += m_query.filter.matches(place); });
    if (more && !*more)
        m_options.counted.reset();
    return more ? Result<bool>(true) : more;
}

void PageBody::take(const Place &place, std::int64_t number, std::string &chunk)
{
    if (m_isFull || m_query.top.value_or(m_rows + 1) <= m_rows || !m_query.filter.matches(place))
        return;
    if (m_query.skip > 0) {
        --m_query.skip;
        return;
    }
    // The answers of one response stay together: a page ends between records.
    if (m_rows >= m_query.pageSize && number != m_lastNumber) {
        m_isFull = true;
        return;
    }
    chunk += m_rows++ == 0 ? "\n{" : ",\n{";
    appendEntity(chunk, place, m_query.select, m_cell);
    chunk += '}';
    m_lastNumber = number;
}

void PageBody::begin(std::string &chunk)
{
    chunk = "{\"@odata.context\":";
    auto context = m_options.root + "/$metadata#" + m_query.set->name;
    if (m_query.select.size() < m_query.set->properties.size()) {
        char before = '(';
        for (const auto *property : m_query.select)
            (context += std::exchange(before, ',')) += property->name;
        context += ')';
    }
    appendJsonString(chunk, context);
    if (m_query.withCount)
        chunk += ",\"@odata.count\":" + std::to_string(m_count);
    chunk += ",\"value\":[";
}

void PageBody::end(std::string &chunk)
{
    chunk += ']';
    if (m_isFull) {
        chunk += ",\"@odata.nextLink\":";
        const auto left = m_query.top ? std::optional(*m_query.top - m_rows) : std::nullopt;
        appendJsonString(
            chunk,
            m_options.root + "/" + m_query.set->name + "?" +
                nextOptions(
                    m_options.asked, m_options.reader, m_lastNumber, m_reader->last(), left));
    }
    chunk += "}\n";
}

} // namespace vouch::server::odata
