#include "core/base/crypto.h"
#include "core/base/secret_box.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_crypto {

using namespace vouch;
using namespace vouch::crypto;

class TestCrypto : public QObject
{
    Q_OBJECT

private slots:
    void hexBothWays();
    void base64BothWays_data();
    void base64BothWays();
    void malformedBase64_data();
    void malformedBase64();
    void everyByteThroughEveryEncoding();
    void blake2bVectors();
    void constantTimeComparison();
    void randomness();
    void signatureVector();
    void signaturesOfOthersAreRefused();
    void sealingKeys();
    void sealedBoxes();
    void secretBoxes();
    void passwords_data();
    void passwords();
    void damagedHashes();
};

void TestCrypto::hexBothWays()
{
    QCOMPARE(toHex(std::string("\x00\x0f\xf0\xff", 4)), "000ff0ff");
    QCOMPARE(toHex(""), "");
    QCOMPARE(*fromHex("000ff0ff"), std::string("\x00\x0f\xf0\xff", 4));
    QCOMPARE(*fromHex(""), "");
    for (const char *text : {"0", "000", "FF", "0g", "0x00", " 00", "0:"})
        QVERIFY2(!fromHex(text), text);
}

void TestCrypto::base64BothWays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *bytes, const char *text, const char *url) {
        QTest::newRow(*bytes ? text : "empty")
            << QByteArray(bytes) << QByteArray(text) << QByteArray(url);
    };
    row("", "", ""); // RFC 4648 §10
    row("f", "Zg==", "Zg");
    row("fo", "Zm8=", "Zm8");
    row("foo", "Zm9v", "Zm9v");
    row("foob", "Zm9vYg==", "Zm9vYg");
    row("fooba", "Zm9vYmE=", "Zm9vYmE");
    row("foobar", "Zm9vYmFy", "Zm9vYmFy");
    row("\xfb\xff\xfe", "+//+", "-__-");
}

void TestCrypto::base64BothWays()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, url);
    QCOMPARE(toBase64(bytes.toStdString()), text.toStdString());
    QCOMPARE(toBase64Url(bytes.toStdString()), url.toStdString());
    QCOMPARE(*fromBase64(text.toStdString()), bytes.toStdString());
}

void TestCrypto::malformedBase64_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"Zg", "Zg=", "Zg===", "Zh==", "Z", "Zm9v\n", " Zm9v", "-__-", "Zm9v=", "Zg==Zg=="})
        QTest::newRow(text) << QByteArray(text);
}

void TestCrypto::malformedBase64()
{
    QFETCH(QByteArray, text);
    QVERIFY(!fromBase64(text.toStdString()));
}

void TestCrypto::everyByteThroughEveryEncoding()
{
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) {
        bytes += static_cast<char>(byte);
        QCOMPARE(*fromHex(toHex(bytes)), bytes);
        QCOMPARE(*fromBase64(toBase64(bytes)), bytes);
        QCOMPARE(toBase64(bytes), QByteArray::fromStdString(bytes).toBase64().toStdString());
    }
}

void TestCrypto::blake2bVectors()
{
    QCOMPARE(blake2bHex(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    QCOMPARE(blake2bHex("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

void TestCrypto::constantTimeComparison()
{
    QVERIFY(equalConstantTime("", ""));
    QVERIFY(equalConstantTime("secret", "secret"));
    QVERIFY(!equalConstantTime("secret", "secreT"));
    QVERIFY(!equalConstantTime("secret", "secret "));
    QVERIFY(!equalConstantTime("", "s"));
}

void TestCrypto::randomness()
{
    QCOMPARE(randomBytes(16).size(), 16u);
    QVERIFY(randomBytes(16) != randomBytes(16));
    QCOMPARE(randomBytes(0), "");
    for (int i = 0; i < 1000; ++i)
        QVERIFY(randomBelow(3) < 3);
    QCOMPARE(randomBelow(1), 0u);
}

void TestCrypto::signatureVector()
{
    // RFC 8032 §7.1, test 2; libsodium's secret key is the seed followed by the public key.
    SigningKey key;
    key.publicKey = *fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    key.secretKey = *fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb") +
                    key.publicKey;
    const auto signature = sign("\x72", key);
    QCOMPARE(
        toHex(signature), "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                          "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    QVERIFY(verifySignature("\x72", signature, key.publicKey));
}

void TestCrypto::signaturesOfOthersAreRefused()
{
    const auto key = SigningKey::make();
    const auto other = SigningKey::make();
    QCOMPARE(key.publicKey.size(), publicKeySize);
    QVERIFY(key.publicKey != other.publicKey);
    const auto signature = sign("a batch", key);
    QVERIFY(verifySignature("a batch", signature, key.publicKey));
    QVERIFY(!verifySignature("another batch", signature, key.publicKey));
    QVERIFY(!verifySignature("a batch", signature, other.publicKey));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        auto damaged = signature;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        QVERIFY(!verifySignature("a batch", damaged, key.publicKey));
    }
    QVERIFY(!verifySignature("a batch", signature.substr(1), key.publicKey));
    QVERIFY(!verifySignature("a batch", "", key.publicKey));
    QVERIFY(!verifySignature("a batch", signature, key.publicKey.substr(1)));
    QVERIFY(!verifySignature("a batch", signature, ""));
}

void TestCrypto::sealingKeys()
{
    const auto key = SealingKey::make();
    QCOMPARE(key.publicKey.size(), 32u);
    QCOMPARE(key.secretKey.size(), 32u);
    QVERIFY(key.secretKey != SealingKey::make().secretKey);
}

void TestCrypto::sealedBoxes()
{
    const auto key = SealingKey::make(), other = SealingKey::make();
    const std::string message = "+971501234567";
    const auto sealed = seal(message, key.publicKey);
    QVERIFY(sealed);
    QVERIFY(sealed->find(message) == std::string::npos);
    QVERIFY2(*sealed != *seal(message, key.publicKey), "made anew for every message");
    QCOMPARE(open(*sealed, key).value(), message);
    QCOMPARE(open(*seal("", key.publicKey), key).value(), std::string());

    auto altered = *sealed;
    altered.back() ^= 1;
    for (const auto &bad : {altered, sealed->substr(1), std::string(), std::string(48, '\0')})
        QCOMPARE(open(bad, key).failure().code, std::string("sealed-unreadable"));
    QCOMPARE(open(*sealed, other).failure().code, std::string("sealed-unreadable"));
    for (const auto &bad : {std::string(), key.publicKey.substr(1), std::string(32, '\0')})
        QCOMPARE(seal(message, bad).failure().code, std::string("sealing-key-malformed"));
}

void TestCrypto::secretBoxes()
{
    for (const auto &message : {std::string(), std::string("12.345"), std::string(1000, 'x')}) {
        const auto hidden = hide(message, "secret");
        QCOMPARE(hidden.size(), message.size() + 40);
        QCOMPARE(hide(message, "secret"), hidden);
        QVERIFY(hide(message, "secrets").substr(0, 24) != hidden.substr(0, 24));
        QVERIFY(hide(message + "x", "secret").substr(0, 24) != hidden.substr(0, 24));
        QCOMPARE(reveal(hidden, "secret").value(), message);
        QVERIFY(!reveal(hidden, "secrets"));
        QVERIFY(!reveal(hidden.substr(1), "secret"));
        for (const std::size_t place : {std::size_t(0), std::size_t(24), hidden.size() - 1}) {
            auto altered = hidden;
            altered[place] ^= 1;
            QVERIFY(!reveal(altered, "secret"));
        }
    }
    QVERIFY(!reveal("", "secret"));
}

void TestCrypto::passwords_data()
{
    QTest::addColumn<int>("cost");
    QTest::addColumn<QString>("memory");
    QTest::newRow("a tablet's") << static_cast<int>(Cost::Small) << "m=16384";
    QTest::newRow("the server's") << static_cast<int>(Cost::Interactive) << "m=65536";
}

void TestCrypto::passwords()
{
    QFETCH(int, cost);
    QFETCH(QString, memory);
    const auto hash = hashPassword("۱۲۳۴ correct horse", static_cast<Cost>(cost));
    QVERIFY(hash);
    const auto text = QString::fromStdString(*hash);
    QVERIFY2(text.startsWith("$argon2id$v=19$" + memory), qPrintable(text));
    QVERIFY(!text.contains(QChar(0)));
    QVERIFY(verifyPassword("۱۲۳۴ correct horse", *hash));
    QVERIFY(!verifyPassword("۱۲۳۴ correct horsf", *hash));
    QVERIFY(!verifyPassword("", *hash));
    const auto again = hashPassword("۱۲۳۴ correct horse", static_cast<Cost>(cost));
    QVERIFY2(*again != *hash, "the salt differs");
}

void TestCrypto::damagedHashes()
{
    const auto hash = *hashPassword("1234", Cost::Small);
    for (const auto &damaged :
         {std::string(), std::string("1234"), hash.substr(0, hash.size() - 1), hash + "x",
          std::string("$argon2id$")})
        QVERIFY2(!verifyPassword("1234", damaged), damaged.c_str());
}

VOUCH_TEST(TestCrypto)

} // namespace test_crypto

#include "test_crypto.moc"
