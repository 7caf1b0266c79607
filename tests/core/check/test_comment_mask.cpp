#include "core/base/utf8.h"
#include "core/check/comment_mask.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_comment_mask {

using vouch::check::maskedComment;

/// What is no character though it is in the form of UTF-8: overlong, a surrogate, beyond Unicode.
constexpr const char *noCharacters[] = {
    "\xC1\x81", "\xE0\x80\x81", "\xED\xA0\x80", "\xF7\xBF\xBF\xBF", "\xF8\x80\x80\x80\x80"};

/// Who is meant cannot be read; what is meant can.
class TestCommentMask : public QObject
{
    Q_OBJECT

private slots:
    void covers_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *tag, const char *language, const char *written,
                            const char *shown) {
            QTest::newRow(tag) << language << QString::fromUtf8(written)
                               << QString::fromUtf8(shown);
        };
        row("e-mail", "de", "Schreiben Sie an eva.k@example.org, bitte",
            "Schreiben Sie an •••, bitte");
        row("two e-mails", "de", "a@b.de oder c@d.de", "••• oder •••");
        row("an @ alone", "de", "2 Stück @ 3 Euro", "2 Stück @ 3 Euro");
        row("phone", "en", "call me: +49 (151) 234-5678!", "call me: •••!");
        row("Persian digits", "fa", "شمارهٔ من ۰۹۱۲۳۴۵۶۷۸۹ است", "شمارهٔ من ••• است");
        row("Arabic digits", "ar", "رقمي ٠٥٠١٢٣٤٥٦٧", "رقمي •••");
        row("few digits stay", "en", "waited 25 minutes for 3 items, 12.99 each",
            "waited 25 minutes for 3 items, 12.99 each");
        row("name in a sentence", "en", "The cashier Anna was rude", "The cashier ••• was rude");
        row("first word stays", "en", "Great shop. Friendly staff! I liked it",
            "Great shop. Friendly staff! I liked it");
        row("days stay", "en", "closed on Sunday", "closed on Sunday");
        row("shouting stays", "en", "WAY TOO SLOW today", "WAY TOO SLOW today");
        row("title with surname", "de", "Frau Meier war sehr nett", "Frau ••• war sehr nett");
        row("nouns of German stay", "de", "Die Kasse und der Käse sind gut",
            "Die Kasse und der Käse sind gut");
        row("German in another conversation", "en", "Die Kasse ist zu langsam, Frau Meier war nett",
            "Die Kasse ist zu langsam, Frau ••• war nett");
        row("one German word makes no German", "en", "Anna and der Manager Bob helped",
            "Anna and der ••• ••• helped");
        row("a person without a name", "de", "Die Frau an der Kasse war nett",
            "Die Frau an der Kasse war nett");
        row("a verb is no title", "en", "I miss the bakery", "I miss the bakery");
        row("small letters hide no name", "de", "frau meier an der kasse", "frau ••• an der kasse");
        row("a capital may be a name", "de", "Herr An war nett", "Herr ••• war nett");
        row("a particle of a name", "de", "Frau von Stein", "Frau ••• •••");
        row("whole name after a title", "de", "Herr Jan Meier half uns", "Herr ••• ••• half uns");
        row("abbreviated title", "en", "thanks to mr. smith at the till",
            "thanks to mr. ••• at the till");
        row("introduction", "en", "hello my name is bob and", "hello my name is ••• and");
        row("Russian", "ru", "Продавец Ольга помогла", "Продавец ••• помогла");
        row("Russian introduction", "ru", "меня зовут иван", "меня зовут •••");
        row("Turkish", "tr", "kasadaki ayşe hanım çok iyi", "kasadaki ••• hanım çok iyi");
        row("Persian", "fa", "خانم رضایی کمک کرد", "خانم ••• کمک کرد");
        row("Arabic", "ar", "السيد أحمد ممتاز", "السيد ••• ممتاز");
        row("English at a Persian page", "fa", "thank you Anna!", "thank you •••!");
        row("Tamil", "ta", "திருமதி கமலா உதவினார்", "திருமதி ••• உதவினார்");
        row("Hindi", "hi", "श्रीमती शर्मा अच्छी", "श्रीमती ••• अच्छी");
        row("Tamil introduction", "ta", "என் பெயர் குமார்", "என் பெயர் •••");
        row("Tamil, title behind", "ta", "மாலா அக்கா உதவினார்", "••• அக்கா உதவினார்");
        row("Hindi introduction", "hi", "मेरा नाम राहुल शर्मा है", "मेरा नाम ••• ••• है");
        row("Persian introduction", "fa", "اسم من علی رضایی است", "اسم من ••• ••• است");
        row("Persian, one word", "fa", "اسمم علی", "اسمم •••");
        row("two titles", "fa", "آقای دکتر رضایی", "آقای دکتر •••");
        row("Arabic introduction", "ar", "إسمي أحمد", "إسمي •••");
        row("Turkish introduction", "tr", "ismim mehmet", "ismim •••");
        row("Spanish introduction", "es", "mi nombre es ana", "mi nombre es •••");
        row("French introduction", "fr", "je m’appelle paul", "je m’appelle •••");
        row("wide digits", "en", "call ０１５１２３４５６７", "call •••");
        row("nothing", "en", "", "");
        row("no UTF-8 is no crash", "en", "bread \xff ok", "bread \xEF\xBF\xBD ok");
    }
    void covers()
    {
        QFETCH(QString, language);
        QFETCH(QString, written);
        QFETCH(QString, shown);
        const auto out = maskedComment(written.toStdString(), language.toStdString());
        QCOMPARE(QString::fromStdString(out), shown);
    }
    void showsCharactersOnly()
    {
        for (const auto *bytes : noCharacters)
            QVERIFY2(vouch::isUtf8(maskedComment(bytes, "en")), bytes);
    }
};

VOUCH_TEST(TestCommentMask)

} // namespace test_comment_mask

#include "test_comment_mask.moc"
