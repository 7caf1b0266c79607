#include "tests/bench/kiosk_memory.h"

#include "tests/bench/bench_figures.h"

#include <QDir>
#include <QEvent>

#include <sqlite3.h>

namespace vouch::bench {

using kiosk::SurveyModel;

namespace {

using Checklist = std::shared_ptr<const checklist::Checklist>;

/// What comes with the program and can be asked of shoppers, and one with every type of question.
std::vector<Checklist> allChecklists()
{
    std::vector<Checklist> out;
    QStringList files{QStringLiteral("tests/qml/data/every_page.json")};
    const auto folder = QStringLiteral("resources/checklists");
    const QDir shipped(QStringLiteral(VOUCH_SOURCE_DIR "/") + folder);
    for (const auto &name : shipped.entryList({QStringLiteral("*-*.json")}, QDir::Files))
        files += folder + QLatin1Char('/') + name;
    for (const auto &file : files) {
        auto read = std::make_shared<checklist::Checklist>(test::checklistAt(file));
        if (kiosk::checkShape(*read))
            out.push_back(std::move(read));
    }
    return out;
}

/// One shopper after the other; what each does follows from the number alone.
class Shoppers
{
public:
    explicit Shoppers(ShownKiosk &shown)
        : m_shown(shown)
        , m_checklists(allChecklists())
    {
    }

    std::size_t kinds() const { return m_checklists.size(); }

    void next()
    {
        const int i = m_number++;
        m_shown.ask(m_checklists[std::size_t(i) % m_checklists.size()]);
        if (i % 3 == 0)
            pickLanguage();
        if (i % 7 == 0)
            easier();
        answer();
        if (i % 13 == 0)
            return walkAway();
        if (i % 5 == 0 && survey().page() != SurveyModel::Thanks)
            pickLanguage();
        while (survey().page() != SurveyModel::Thanks)
            answer();
        leave();
    }

private:
    SurveyModel &survey() const { return *m_shown.survey; }

    bool isAtRest() const
    {
        return survey().page() == SurveyModel::Resting ||
               survey().page() == SurveyModel::Invitation;
    }

    void pickLanguage()
    {
        if (!m_shown.find("languages"))
            return; // it has few, or one only
        const auto languages = survey().languages();
        const auto code = languages[m_number % languages.size()].toMap()["code"].toString();
        const auto item = QStringLiteral("sheet_") + code;
        m_shown.tap("languages", [&] { return m_shown.find(item) != nullptr; });
        m_shown.tap(item, [&] { return survey().language() == code; });
    }

    void easier()
    {
        const auto sheet = [this] { return m_shown.find("easeContrast") != nullptr; };
        m_shown.tap("ease", sheet);
        m_shown.tap("easeContrast", sheet);
        m_shown.tap("closeSheet", [&] { return !sheet(); });
    }

    QString score() const
    {
        const auto points = survey().scale();
        const auto point = points[(m_number * 7) % points.size()].toMap()["value"].toInt();
        return QStringLiteral("score%1").arg(point);
    }

    void answer()
    {
        switch (survey().page()) {
        case SurveyModel::Invitation:
            m_shown.turn("begin");
            break;
        case SurveyModel::Resting:
        case SurveyModel::Scale:
            m_shown.turn(score());
            break;
        case SurveyModel::List:
            pick();
            if (m_number % 10 == 0 && survey().commentOffered() && survey().comment().isEmpty())
                m_shown.turn("writeComment");
            else
                m_shown.turn("done");
            break;
        case SurveyModel::Choice:
            m_shown.turn(choice(0));
            break;
        case SurveyModel::YesNo:
            m_shown.turn(m_number % 2 ? "yes" : "no");
            break;
        case SurveyModel::Number:
            type({1, 2});
            m_shown.turn("done");
            break;
        case SurveyModel::Contact:
            leaveContact();
            break;
        default:
            write(QStringLiteral("Good ok"));
            m_shown.turn(survey().page() == SurveyModel::Comment ? "saveComment" : "done");
        }
    }

    QString choice(int row) const
    {
        auto &choices = *survey().choices();
        const int role = choices.roleNames().key("code");
        return QStringLiteral("choice_") + choices.index(row, 0).data(role).toString();
    }

    void pick()
    {
        const int most = std::min(m_number % 4, survey().maxPicks());
        while (survey().pickedCount() < most) {
            const int before = survey().pickedCount();
            m_shown.tap(choice(before), [&] { return survey().pickedCount() > before; });
        }
    }

    void type(std::initializer_list<int> digits)
    {
        const auto typed = [this] { return survey().number() + survey().contact(); };
        for (const int digit : digits) {
            const auto before = typed();
            m_shown.tap(QStringLiteral("key%1").arg(digit), [&] { return typed() != before; });
        }
    }

    void write(const QString &text) { m_shown.find("commentField")->setProperty("text", text); }

    /// Also where it is asked for in the path.
    void leaveContact()
    {
        if (!survey().consented()) {
            m_shown.tap("consentYes", [this] { return survey().consented(); });
        } else if (m_number % 2 == 0 && !survey().byEmail()) {
            m_shown.tap("useEmail", [this] { return survey().byEmail(); });
        } else if (survey().byEmail()) {
            write(QStringLiteral("someone@example.org"));
            m_shown.turn("confirm");
        } else {
            m_shown.tap("keySign", [this] { return !survey().contact().isEmpty(); });
            type({4, 9, 3, 0, 1, 2, 3, 4, 5, 6, 7});
            m_shown.turn("confirm");
        }
    }

    void leave()
    {
        if (survey().contactOffered() && survey().erasureText().isEmpty()) {
            if (m_number % 4 != 0) {
                m_shown.turn("consentNo");
            } else {
                m_shown.turn("consentYes");
                while (survey().page() == SurveyModel::Contact)
                    leaveContact();
            }
        }
        if (survey().page() == SurveyModel::Thanks)
            m_shown.turn(survey().erasureText().isEmpty() ? "thanks" : "thanksDone");
        m_shown.advance(std::chrono::seconds(61)); // no burst of one shopper
    }

    /// The warning comes and nobody answers it.
    void walkAway()
    {
        for (int second = 0; second < 120 && !isAtRest(); ++second)
            m_shown.advance(std::chrono::seconds(1));
        m_shown.advance(std::chrono::seconds(61));
    }

    ShownKiosk &m_shown;
    const std::vector<Checklist> m_checklists;
    int m_number = 0;
};

/// What the first text loads, the keyboard above all: from the list to the page to write on.
void measureKeyboard(ShownKiosk &shown)
{
    shown.turn("score3");
    const auto before = Memory::now();
    const auto drawn = shown.tap("writeComment", [&] { return shown.find("keyboard") != nullptr; });
    const auto after = Memory::now();
    std::printf(
        "\nThe keyboard, with the first text: %+.1f MiB resident (from %.1f), drawn after %.0f "
        "ms\n",
        (after.resident - before.resident) / 1024, before.resident / 1024, drawn);
    shown.turn("startAgain");
    shown.advance(std::chrono::seconds(61));
}

} // namespace

void measureMemory(ShownKiosk &shown, int conversations)
{
    measureKeyboard(shown);
    Shoppers shoppers(shown);
    std::printf(
        "\nMemory over %d conversations by touches, %zu checklists, 10 languages:\n", conversations,
        shoppers.kinds());
    int held = 0;
    Memory last;
    for (const int mark : {conversations / 10, conversations / 2, conversations}) {
        const int before = held;
        for (; held < mark; ++held)
            shoppers.next();
        shown.engine.collectGarbage();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
        const auto now = Memory::now();
        std::printf(
            "  after %5d   resident %8.0f KiB   heap %8.0f KiB, of it SQLite %5.0f KiB", held,
            now.resident, now.heap, double(sqlite3_memory_used()) / 1024);
        if (before > 0)
            std::printf(
                "   a conversation: %+7.3f KiB resident, %+7.3f KiB heap",
                (now.resident - last.resident) / (held - before),
                (now.heap - last.heap) / (held - before));
        std::printf("\n");
        std::fflush(stdout);
        last = now;
    }
}

} // namespace vouch::bench
