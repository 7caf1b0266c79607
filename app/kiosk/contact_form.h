#pragma once

#include <QString>

#include <string>

namespace vouch::kiosk {

/// A phone number or an e-mail address while it is typed. Lives in memory only; clear() before the
/// next shopper.
class ContactForm
{
public:
    /// As check::normalPhone() takes them.
    static constexpr int minPhoneDigits = 6;
    static constexpr int maxPhoneDigits = 15;
    static constexpr int maxEmailLength = 254;

    bool consented = false;
    bool byEmail = false;
    /// Why what was confirmed is none, by the failure's code, until the next change; else empty.
    std::string wrong;

    /// "+" and Latin digits, or the address without spaces around it.
    const QString &text() const { return byEmail ? m_email : m_phone; }
    void typeDigit(int digit);
    /// The + in front, or away again, whatever stands behind it.
    void typePlus();
    void eraseDigit();
    void setEmail(const QString &text);
    void clear();

private:
    QString m_phone;
    QString m_email;
};

} // namespace vouch::kiosk
