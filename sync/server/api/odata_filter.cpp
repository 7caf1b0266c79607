#include "sync/server/api/odata_filter.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/odata_condition.h"

#include <algorithm>
#include <array>

namespace vouch::server::odata {

namespace {

using Node = std::shared_ptr<const Condition>;

Failure malformed(const std::string &message)
{
    return {std::string(protocol::code::malformed), message, "$filter"};
}

/// Reads the text by recursive descent.
class Parser
{
public:
    Parser(std::string_view text, const EntitySet &set)
        : m_text(text)
        , m_set(set)
    {
    }

    Result<Node> all()
    {
        auto node = either(0);
        if (node && !word().empty())
            return malformed(
                "What follows \"" + std::string(m_text.substr(0, m_at)) + "\" is not understood.");
        return node;
    }

private:
    static constexpr int deepest = 50;

    /// The next word: a name, a literal, a quoted text or one sign; empty at the end.
    std::string_view word() const
    {
        auto at = m_text.find_first_not_of(' ', m_at);
        if (at == m_text.npos)
            return {};
        if (m_text[at] == '\'')
            return m_text.substr(at, endOfText(at) - at);
        const auto end = std::min(m_text.find_first_of(" ,()'", at), m_text.size());
        return m_text.substr(at, std::max<std::size_t>(end - at, 1));
    }
    std::size_t endOfText(std::size_t at) const
    {
        for (++at; at < m_text.size(); ++at) {
            if (m_text[at] != '\'')
                continue;
            if (m_text.substr(at, 2) != "''")
                return at + 1;
            ++at;
        }
        return m_text.size();
    }
    std::string_view take()
    {
        const auto out = word();
        if (out.empty())
            return out;
        m_at = static_cast<std::size_t>(out.data() - m_text.data()) + out.size();
        return out;
    }
    bool takes(std::string_view expected)
    {
        if (word() != expected)
            return false;
        take();
        return true;
    }

    static Node combined(Operation operation, std::vector<Node> children)
    {
        auto out = std::make_shared<Condition>();
        out->operation = operation;
        out->children = std::move(children);
        return out;
    }
    Result<Node> either(int depth)
    {
        auto left = both(depth);
        while (left && takes("or")) {
            auto right = both(depth);
            if (!right)
                return right;
            left = combined(Operation::Or, {*left, *right});
        }
        return left;
    }
    Result<Node> both(int depth)
    {
        auto left = one(depth);
        while (left && takes("and")) {
            auto right = one(depth);
            if (!right)
                return right;
            left = combined(Operation::And, {*left, *right});
        }
        return left;
    }
    Result<Node> one(int depth)
    {
        if (depth > deepest)
            return malformed("The condition is nested too deeply.");
        if (takes("not")) {
            auto inner = one(depth + 1);
            return inner ? Result<Node>(combined(Operation::Not, {*inner})) : inner;
        }
        if (takes("(")) {
            auto inner = either(depth + 1);
            if (inner && !takes(")"))
                return malformed("A closing parenthesis is missing.");
            return inner;
        }
        for (const auto &[name, operation] :
             {std::pair("contains", Operation::Contains),
              std::pair("startswith", Operation::StartsWith),
              std::pair("endswith", Operation::EndsWith)})
            if (takes(name))
                return function(operation);
        return comparison();
    }

    Result<Node> function(Operation operation)
    {
        auto node = std::make_shared<Condition>();
        node->operation = operation;
        if (!takes("("))
            return malformed("A function is followed by its arguments in parentheses.");
        if (const auto named = takeProperty(*node); !named)
            return named.failure();
        if (!takes(","))
            return malformed("A function takes a property and a text.");
        if (const auto taken = takeLiteral(*node); !taken)
            return taken.failure();
        if (!takes(")"))
            return malformed("A closing parenthesis is missing.");
        if (!std::holds_alternative<std::string>(node->literals.front()))
            return malformed("This function takes a text in single quotation marks.");
        if (!takes("eq"))
            return Node(node);
        if (!takes("true"))
            return malformed("A function can only be compared with true; put not before it.");
        return combined(Operation::IsTrue, {node});
    }

    Result<Node> comparison()
    {
        auto node = std::make_shared<Condition>();
        if (const auto named = takeProperty(*node); !named)
            return named.failure();
        const auto sign = take();
        if (sign == "in") {
            node->operation = Operation::In;
            if (!takes("("))
                return malformed("in is followed by values in parentheses.");
            do {
                if (const auto taken = takeLiteral(*node); !taken)
                    return taken.failure();
            } while (takes(","));
            if (!takes(")"))
                return malformed("A closing parenthesis is missing.");
            return Node(node);
        }
        constexpr std::array<std::pair<std::string_view, Operation>, 6> signs{
            {{"eq", Operation::Eq},
             {"ne", Operation::Ne},
             {"gt", Operation::Gt},
             {"ge", Operation::Ge},
             {"lt", Operation::Lt},
             {"le", Operation::Le}}};
        const auto *found = std::find_if(
            signs.begin(), signs.end(), [&](const auto &each) { return each.first == sign; });
        if (found == signs.end())
            return malformed(
                "\"" + std::string(sign) +
                "\" is no comparison that is known here: "
                "eq, ne, gt, ge, lt, le, in.");
        node->operation = found->second;
        if (const auto taken = takeLiteral(*node); !taken)
            return taken.failure();
        return Node(node);
    }

    Result<void> takeProperty(Condition &node)
    {
        node.isLowered = takes("tolower");
        if (node.isLowered && !takes("("))
            return malformed("tolower is followed by a property in parentheses.");
        const std::string name(take());
        node.property = m_set.find(name);
        if (!node.property)
            return malformed(
                "There is no property \"" + name + "\" in " + m_set.name +
                "; $metadata names them all.");
        if (node.isLowered && !takes(")"))
            return malformed("A closing parenthesis is missing.");
        return {};
    }

    Result<void> takeLiteral(Condition &node)
    {
        const auto literal = take();
        if (literal == "null") {
            node.literals.emplace_back();
            return {};
        }
        if (literal.size() >= 2 && literal.front() == '\'' && literal.back() == '\'') {
            std::string text;
            for (std::size_t at = 1; at + 1 < literal.size(); ++at) {
                text += literal[at];
                at += literal[at] == '\'';
            }
            if (node.property->type == ColumnType::Text ||
                node.property->type == ColumnType::Answer) {
                node.literals.emplace_back(std::move(text));
                return {};
            }
        } else if (auto value = literalOf(literal, node.property->type)) {
            node.literals.push_back(std::move(*value));
            return {};
        }
        return malformed(
            "\"" + std::string(literal) + "\" is no value of " + node.property->name +
            ", which is an " + std::string(edmType(node.property->type)) + ".");
    }

    std::string_view m_text;
    const EntitySet &m_set;
    std::size_t m_at = 0;
};

/// Takes on what the condition says of days, as far as it must hold.
void narrow(const Condition &node, std::optional<Day> &from, std::optional<Day> &to)
{
    if (node.operation == Operation::And) {
        for (const auto &child : node.children)
            narrow(*child, from, to);
        return;
    }
    if (!node.property || node.property->type != ColumnType::Day || node.literals.size() != 1)
        return;
    const auto *text = std::get_if<std::string>(&node.literals.front());
    const auto day = text ? parseDay(*text) : Result<Day>(Failure{});
    if (!day)
        return;
    const auto is = [&](Operation operation) { return node.operation == operation; };
    if (is(Operation::Eq) || is(Operation::Ge) || is(Operation::Gt))
        from = std::max(from.value_or(*day), *day);
    if (is(Operation::Eq) || is(Operation::Le) || is(Operation::Lt))
        to = std::min(to.value_or(*day), *day);
}

} // namespace

Result<Filter> Filter::parse(std::string_view text, const EntitySet &set)
{
    Filter out;
    if (text.find_first_not_of(' ') == text.npos)
        return out;
    auto root = Parser(text, set).all();
    if (!root)
        return root.failure();
    out.m_root = *root;
    narrow(**root, out.m_from, out.m_to);
    return out;
}

bool Filter::matches(const Place &place) const
{
    return !m_root || m_root->matches(place);
}

} // namespace vouch::server::odata
