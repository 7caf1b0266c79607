#include "core/check/check.h"
#include "core/check/contact.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QTest>

#include <cmath>
#include <set>

namespace test_contact {

using namespace vouch;
using namespace vouch::check;

namespace {

const std::string code = "K7PM-49XT-HRCA";
const Consent consent{
    "2026-1", "fa", "آیا می‌توانیم با شما تماس بگیریم؟"};

std::string codeOf(const Result<std::string> &result)
{
    return result ? "" : result.failure().code;
}

} // namespace

class TestContact : public QObject
{
    Q_OBJECT

    const crypto::SealingKey m_key = crypto::SealingKey::make();
    const SealedFor m_for{"0a1b2c3d", m_key.publicKey};

private slots:
    void phones_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("normal");
        QTest::addColumn<QByteArray>("failure");
        const auto row = [](const char *typed, const char *normal, const char *failure) {
            QTest::newRow(*typed ? typed : "nothing")
                << QByteArray(typed) << QByteArray(normal) << QByteArray(failure);
        };
        row("+971 50 123-4567", "+971501234567", "");
        row("0501234567", "0501234567", "");
        row("123456", "123456", "");
        row("+123456789012345", "+123456789012345", "");
        row("", "", "phone-empty");
        row(" - ", "", "phone-empty");
        row("+", "", "phone-too-short");
        row("12345", "", "phone-too-short");
        row("1234567890123456", "", "phone-too-long");
        row("++1234567", "", "phone-characters");
        row("12345+67", "", "phone-characters");
        row("05012345o7", "", "phone-characters");
        row("۰۵۰۱۲۳۴۵۶۷", "", "phone-characters");
    }
    void phones()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, normal);
        QFETCH(QByteArray, failure);
        const auto result = normalPhone(typed.toStdString());
        QCOMPARE(codeOf(result), failure.toStdString());
        if (result)
            QCOMPARE(*result, normal.toStdString());
    }

    void emails_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("failure");
        const std::string longest = std::string(242, 'a') + "@example.com";
        const std::pair<std::string, const char *> rows[] = {
            {"a@example.com", ""},
            {"  first.last+tag@mail.example.co.uk ", ""},
            {"نام@مثال.ایران", ""},
            {longest, ""},
            {"a" + longest, "email-too-long"},
            {"", "email-empty"},
            {"  ", "email-empty"},
            {"example.com", "email-at"},
            {"@example.com", "email-at"},
            {"a@b@example.com", "email-at"},
            {"a@", "email-domain"},
            {"a@example", "email-domain"},
            {"a@.com", "email-domain"},
            {"a@example.", "email-domain"},
            {"a@example..com", "email-domain"},
            {"a b@example.com", "email-characters"},
            {"a\n@example.com", "email-characters"},
            {"\xff@example.com", "email-characters"},
        };
        int number = 0;
        for (const auto &[typed, failure] : rows)
            QTest::addRow("%d", ++number)
                << QByteArray::fromStdString(typed) << QByteArray(failure);
    }
    void emails()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, failure);
        const auto result = normalEmail(typed.toStdString());
        QCOMPARE(codeOf(result), failure.toStdString());
        if (result)
            QCOMPARE(*result, typed.trimmed().toStdString());
    }

    void theChainReadsWhatTheShopperGave()
    {
        for (const auto &[kind, typed, address] :
             {std::tuple{ContactKind::Phone, "+971 50 123 45 67", "+971501234567"},
              std::tuple{ContactKind::Email, " a@example.com", "a@example.com"}}) {
            const auto value = sealContact({kind, typed}, consent, m_for, code);
            QVERIFY2(value.ok(), value ? "" : value.failure().text().c_str());
            const auto text = canonicalJson(*value).value();
            QVERIFY2(text.find(address) == text.npos, text.c_str());
            const auto opened = openContact(*value, m_key);
            QVERIFY(opened);
            QCOMPARE(opened->kind, kind);
            QCOMPARE(opened->address, std::string(address));
            QVERIFY(!openContact(*value, crypto::SealingKey::make()));
        }
    }

    void theValueSaysWhatWasAgreedTo()
    {
        const auto value =
            sealContact({ContactKind::Phone, "123456"}, consent, m_for, code).value();
        const auto &object = value.as_object();
        QCOMPARE(object.at("key"), json::value("0a1b2c3d"));
        QCOMPARE(
            object.at("consent"), (json::value{
                                      {"version", "2026-1"},
                                      {"language", "fa"},
                                      {"text", crypto::blake2bHex(consent.text)}}));
        QCOMPARE(object.at("erasure"), json::value(crypto::blake2bHex("K7PM49XTHRCA")));
        QCOMPARE(object.size(), 4u);
        const auto untold =
            sealContact({ContactKind::Phone, "123456"}, {"1", "en", ""}, m_for, code).value();
        QVERIFY(!untold.as_object().at("consent").as_object().contains("text"));
    }

    void whatIsWrongIsSaidAndNothingSealed()
    {
        const auto failing = [&](const Contact &contact, const SealedFor &key,
                                 std::string_view erasure) {
            const auto value = sealContact(contact, consent, key, erasure);
            return value ? std::string() : value.failure().code;
        };
        const Contact good{ContactKind::Phone, "123456"};
        QCOMPARE(failing({ContactKind::Phone, "1"}, m_for, code), std::string("phone-too-short"));
        QCOMPARE(failing({ContactKind::Email, "1"}, m_for, code), std::string("email-at"));
        QCOMPARE(failing(good, {"0a1b2c3d", ""}, code), std::string("sealing-key-malformed"));
        QCOMPARE(failing(good, m_for, "K7PM"), std::string("erasure-code-malformed"));
        QCOMPARE(
            openContact(json::object{}, m_key).failure().code, std::string("contact-malformed"));
        QCOMPARE(
            openContact(
                json::object{{"sealed", crypto::toBase64(*crypto::seal("[]", m_key.publicKey))}},
                m_key)
                .failure()
                .code,
            std::string("contact-malformed"));
    }

    void erasureCodesAreReadAloudAndGuessedHardly()
    {
        std::set<std::string> codes;
        std::set<char> characters;
        for (int i = 0; i < 2000; ++i) {
            const auto made = makeErasureCode();
            QCOMPARE(made.size(), 14u);
            QVERIFY(made[4] == '-' && made[9] == '-');
            const auto normal = normalErasureCode(made).value();
            characters.insert(normal.begin(), normal.end());
            codes.insert(normal);
        }
        QCOMPARE(codes.size(), 2000u);
        QVERIFY(12 * std::log2(double(characters.size())) >= 50);
        for (const char alike : std::string("01258BILOQSUVZ"))
            QVERIFY(!characters.count(alike));
        QCOMPARE(normalErasureCode("k7pm 49xt-hrca").value(), std::string("K7PM49XTHRCA"));
        for (const char *bad : {"", "K7PM-49XT-HRC", "K7PM-49XT-HRCAA", "K7PM-49XT-HRC0"})
            QCOMPARE(codeOf(normalErasureCode(bad)), std::string("erasure-code-malformed"));
    }

    void theRightCodeIsKnownAgain()
    {
        const auto value =
            sealContact({ContactKind::Phone, "123456"}, consent, m_for, code).value();
        QVERIFY(isErasureCode(value, "k7pm49xthrca"));
        QVERIFY(!isErasureCode(value, "K7PM-49XT-HRCC"));
        QVERIFY(!isErasureCode(value, ""));
        QVERIFY(!isErasureCode(json::object{}, code));
    }

    void aRecordWithItVerifiesAndStillDoesWithoutIt()
    {
        test::ManualClock clock;
        auto check = test::sampleCheck(clock, 2);
        check.state = State::Completed;
        check.items.push_back(
            withDigest({"contact",
                        std::string(item_type::contact),
                        sealContact({ContactKind::Phone, "123456"}, consent, m_for, code).value(),
                        {},
                        {},
                        0})
                .value());
        QVERIFY(append(check, {Uuid::v7(clock), 0, noHash()}));
        auto record = toJson(check);
        QVERIFY(verify(record));
        auto &item = record["items"].as_array()[1].as_object();
        item.erase("value");
        item.erase("salt");
        QVERIFY(verify(record));
    }
};

VOUCH_TEST(TestContact)

} // namespace test_contact

#include "test_contact.moc"
