#include "app/kiosk/contact_form.h"

namespace vouch::kiosk {

void ContactForm::typeDigit(int digit)
{
    const auto digits = m_phone.size() - (m_phone.startsWith(u'+') ? 1 : 0);
    if (digit < 0 || digit > 9)
        return;
    if (digits >= maxPhoneDigits) {
        wrong = "phone-too-long";
        return;
    }
    m_phone += QChar(u'0' + digit);
    wrong.clear();
}

void ContactForm::typePlus()
{
    if (m_phone.startsWith(u'+'))
        m_phone.remove(0, 1);
    else
        m_phone.prepend(u'+');
    wrong.clear();
}

void ContactForm::eraseDigit()
{
    m_phone.chop(1);
    wrong.clear();
}

void ContactForm::setEmail(const QString &text)
{
    m_email = text.left(maxEmailLength).trimmed();
    wrong.clear();
}

void ContactForm::clear()
{
    // Overwritten, not only released: nothing of it is to be found in the process either.
    m_phone.fill(u'0');
    m_email.fill(u'0');
    *this = ContactForm();
}

} // namespace vouch::kiosk
