#pragma once

#include <QString>

namespace vouch::kiosk {

/// A phone number or an e-mail address while it is typed. Lives in memory only; clear() before the
/// next shopper.
class ContactForm
{
public:
    static constexpr int maxPhoneDigits = 15;
    static constexpr int maxEmailLength = 254;

    bool consented = false;
    bool byEmail = false;
    bool wrong = false; ///< confirmed and found wrong, until the next change

    /// "+" and Latin digits, or the address without spaces around it.
    const QString &text() const { return byEmail ? m_email : m_phone; }
    void typeDigit(int digit);
    void typePlus();
    void eraseDigit();
    void setEmail(const QString &text);
    void clear();

private:
    QString m_phone;
    QString m_email;
};

} // namespace vouch::kiosk
