#include "core/base/shop_clock.h"
#include "manual_clock.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_shop_clock {

using namespace vouch;
using namespace std::chrono_literals;

class TestShopClock : public QObject
{
    Q_OBJECT

    test::ManualClock m_wall;

private slots:
    void isTheWallClockUntilTheServerTells()
    {
        const ShopClock shop(m_wall);
        QCOMPARE(shop.behind().count(), 0);
        QCOMPARE(shop.now(), m_wall.now());
        QCOMPARE(shop.monotonicMs(), m_wall.monotonicMs());
    }

    void whatIsToleratedChangesNothing()
    {
        ShopClock shop(m_wall);
        for (const auto off : {0h, 1h, -1h}) {
            shop.learn(m_wall.now() + off);
            QCOMPARE(shop.now(), m_wall.now());
        }
    }

    void goesOnFromWhatTheServerSaid()
    {
        using std::chrono::milliseconds;
        for (const auto off :
             {milliseconds(3600001), milliseconds(-3600001), milliseconds(24h * 9000)}) {
            ShopClock shop(m_wall);
            shop.learn(m_wall.now() + off);
            m_wall.advance(5h);
            QCOMPARE(shop.behind(), off);
            QCOMPARE(shop.now(), m_wall.now() + off);
        }
    }

    void whoSetsTheWallClockChangesNothing()
    {
        m_wall.set("2026-11-20T10:00:00.000Z");
        ShopClock shop(m_wall);
        shop.learn(m_wall.now());
        m_wall.advance(10min);
        m_wall.set("1999-12-31T23:59:59.000Z");
        m_wall.advance(10min);
        QCOMPARE(formatUtc(shop.now()), std::string("2026-11-20T10:20:00.000Z"));
        m_wall.set("2026-11-20T10:25:00.000Z"); // nearly right again: it is believed
        QCOMPARE(shop.now(), m_wall.now());
    }
};

VOUCH_TEST(TestShopClock)

} // namespace test_shop_clock

#include "test_shop_clock.moc"
