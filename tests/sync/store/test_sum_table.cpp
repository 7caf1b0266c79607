#include "sync/server/store/sum_table.h"

#include "tests/support/manual_clock.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_sum_table {

using namespace vouch;
using namespace vouch::test;
using server::SumTable;

/// More sums than are kept in memory, in another order the second time.
class TestSumTable : public QObject
{
    Q_OBJECT

    static constexpr std::int64_t many = 50'000;

    static SumTable::Key keyOf(std::int64_t i) { return {i % 7, i, -i, 0, 1}; }
    static SumTable::Values valuesOf(std::int64_t i)
    {
        SumTable::Values out{};
        out[std::size_t(i % 11)] = i + 1;
        out[10] += 2;
        return out;
    }
    static void fill(SumTable &sums)
    {
        for (std::int64_t i = 0; i < many; ++i)
            sums.add(int(i % 3), keyOf(i), valuesOf(i));
    }

private slots:
    void whatComesAndGoesIsNothing()
    {
        SumTable sums;
        QVERIFY(!sums.firstNotZero());
        fill(sums);
        QVERIFY(sums.firstNotZero());
        for (std::int64_t i = many - 1; i >= 0; --i)
            sums.add(int(i % 3), keyOf(i), valuesOf(i), -1);
        QVERIFY(!sums.firstNotZero());
    }

    void theLowestThatIsLeftIsNamed()
    {
        SumTable sums;
        fill(sums);
        for (std::int64_t i = many - 1; i >= 0; --i)
            if (i != 31'000 && i != 29'999)
                sums.add(int(i % 3), keyOf(i), valuesOf(i), -1);
        const auto first = sums.firstNotZero();
        QVERIFY(first);
        QCOMPARE(first->first, 1); // the other one is of kind 2
        QVERIFY(first->second == keyOf(31'000));
    }

    void ofTwoThatWereSwappedBothAreLeft()
    {
        SumTable sums;
        sums.add(1, keyOf(4), valuesOf(4));
        sums.add(1, keyOf(5), valuesOf(5));
        sums.add(1, keyOf(4), valuesOf(5), -1);
        sums.add(1, keyOf(5), valuesOf(4), -1);
        QVERIFY(sums.firstNotZero()->second == keyOf(4));
    }

    void notesAreByIdAndDevice()
    {
        const ManualClock clock;
        const auto id = Uuid::v7(clock);
        SumTable sums;
        QVERIFY(!sums.isNoted(id, 1));
        sums.note(id, 1);
        sums.note(id, 1);
        QVERIFY(sums.isNoted(id, 1));
        QVERIFY(!sums.isNoted(id, 2));
        QVERIFY(!sums.isNoted(Uuid::v7(clock), 1));
        QVERIFY(sums.isNoted(id, 1));
    }
};

VOUCH_TEST(TestSumTable)

} // namespace test_sum_table

#include "test_sum_table.moc"
