#include "raw_http_client.h"

#include "sync/server/http/event_hub.h"
#include "sync/server/http/server.h"
#include "tests/support/suite.h"

#include <QSslSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <future>

namespace http_tls_test {

using namespace vouch;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

/// A key and a certificate for it, signed by itself, as two PEM files.
bool writeCertificate(const std::string &certificateFile, const std::string &keyFile)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    bool done = X509_sign(certificate, key, EVP_sha256()) > 0;
    if (BIO *file = BIO_new_file(certificateFile.c_str(), "w")) {
        done = done && PEM_write_bio_X509(file, certificate) == 1;
        BIO_free(file);
    }
    if (BIO *file = BIO_new_file(keyFile.c_str(), "w")) {
        done =
            done && PEM_write_bio_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
        BIO_free(file);
    }
    X509_free(certificate);
    EVP_PKEY_free(key);
    return done;
}

} // namespace

class HttpTlsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_tls.certificateFile = m_folder.filePath("cert.pem").toStdString();
        m_tls.keyFile = m_folder.filePath("key.pem").toStdString();
        QVERIFY(writeCertificate(m_tls.certificateFile, m_tls.keyFile));
    }
    void cleanup() { m_server.reset(); }

    void answers()
    {
        start();
        QSslSocket client;
        QVERIFY(connect(client));
        const QByteArray body(5'000'000, 'b');
        client.write(
            "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
            QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(client.waitForDisconnected(patience));
        const QByteArray answer = client.readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\nsecure " + body));
    }

    void refusesTooLargeBodies()
    {
        start();
        QSslSocket client;
        QVERIFY(connect(client));
        client.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000001\r\n\r\n");
        QVERIFY(client.waitForDisconnected(patience));
        QVERIFY(client.readAll().startsWith("HTTP/1.1 413 "));
    }

    void tellsEvents()
    {
        start();
        m_hub->publish("a", "one");
        QSslSocket client;
        QVERIFY(connect(client));
        client.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(awaitText(client, "data: one\n"));
        m_hub->publish("a", "two");
        QVERIFY(awaitText(client, "data: two\n"));
        auto stopping = std::async(std::launch::async, [this] { m_server->stop(); });
        QVERIFY(awaitText(client, "0\r\n\r\n"));
        client.disconnectFromHost();
        stopping.get();
    }

    void closesHandshakesThatDoNotHappen()
    {
        start(100ms);
        test::RawHttpClient silent(m_server->port());
        QVERIFY(silent.awaitClose());
        test::RawHttpClient plain(m_server->port());
        plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(plain.awaitClose());
        QCOMPARE(m_server->statistics().requests, std::uint64_t(0));
    }

    void saysWhatIsWrongWithTheFiles()
    {
        http::Server::Options options;
        options.tls = http::Tls{m_tls.keyFile, m_tls.keyFile};
        http::Server noCertificate(options, [](http::Request, http::Responder) {});
        const Result<void> listening = noCertificate.listen("127.0.0.1", 0);
        QVERIFY(!listening);
        QCOMPARE(listening.failure().code, std::string("tls-failed"));
        QCOMPARE(listening.failure().where, m_tls.keyFile);
        options.tls = http::Tls{m_tls.certificateFile, "/nowhere"};
        http::Server noKey(options, [](http::Request, http::Responder) {});
        QCOMPARE(noKey.listen("127.0.0.1", 0).failure().where, std::string("/nowhere"));
    }

private:
    void start(std::chrono::milliseconds handshake = http::Limits().handshake)
    {
        http::Server::Options options;
        options.tls = m_tls;
        options.limits.handshake = handshake;
        m_hub = http::EventHub::make();
        auto handler = [this](http::Request request, http::Responder respond) {
            if (request.path == "/events")
                return respond(http::events(m_hub, "a"));
            respond(http::reply(
                200, "text/plain", (request.secure ? "secure " : "plain ") + request.body));
        };
        m_server = std::make_unique<http::Server>(options, handler);
        QVERIFY(m_server->listen("127.0.0.1", 0));
    }

    bool connect(QSslSocket &client)
    {
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.connectToHostEncrypted("127.0.0.1", m_server->port());
        return client.waitForEncrypted(patience);
    }

    static bool awaitText(QSslSocket &client, const QByteArray &text)
    {
        QByteArray seen = client.readAll();
        while (!seen.contains(text)) {
            if (!client.waitForReadyRead(patience))
                return false;
            seen += client.readAll();
        }
        return true;
    }

    QTemporaryDir m_folder;
    http::Tls m_tls;
    std::shared_ptr<http::EventHub> m_hub;
    std::unique_ptr<http::Server> m_server;
};

VOUCH_TEST(HttpTlsTest)

} // namespace http_tls_test

#include "http_tls_test.moc"
