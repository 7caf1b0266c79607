#include "app/kiosk/survey_model_private.h"
#include "core/check/contact.h"

#include <algorithm>
#include <array>

/// How a shopper may be reached.
namespace vouch::kiosk {

using checklist::Type;

namespace {

check::ContactKind kindOf(const ContactForm &form)
{
    return form.byEmail ? check::ContactKind::Email : check::ContactKind::Phone;
}

/// As it is to be kept; fails when it cannot be a number or an address.
Result<std::string> normal(const ContactForm &form)
{
    const auto typed = form.text().toStdString();
    if (form.byEmail)
        return check::normalEmail(typed);
    if (form.text().startsWith(QLatin1String("+0")))
        return Failure{"phone-country", "A country code does not begin with 0.", ""};
    return check::normalPhone(typed);
}

struct Problem
{
    std::string_view code; ///< of the failure
    std::string_view key;  ///< of the text that says what to do
    int digits = -1;
};

constexpr std::array problems{
    Problem{"phone-too-short", "phone-short", ContactForm::minPhoneDigits},
    Problem{"phone-too-long", "phone-long", ContactForm::maxPhoneDigits},
    Problem{"phone-country", "phone-country"},
    Problem{"email-at", "email-at"},
    Problem{"email-domain", "email-ending"},
    Problem{"email-characters", "email-spaces"},
};

} // namespace

/// Sealed here and now; what was typed is wiped when the next page shows.
Result<void> SurveyModel::Private::storeContact()
{
    const auto address = normal(contact);
    const auto &question = asked();
    const auto &key = settings.contact;
    const auto code = check::makeErasureCode();
    auto sealed = check::sealContact(
        {kindOf(contact), address ? *address : std::string()},
        {key.consentVersion, language, q.consentText().toStdString()}, {key.keyId, key.key}, code);
    if (!sealed)
        return sealed.failure();
    if (auto put = interview.putContact(question.code, std::move(*sealed)); !put)
        return put;
    erasureCode = toQString(code);
    contact.clear();
    return {};
}

void SurveyModel::confirmContact()
{
    emit touched();
    if (!d->takes() || !consented())
        return;
    if (const auto address = normal(d->contact); !address) {
        d->contact.wrong = address.failure().code;
        d->edited();
        return;
    }
    if (d->state == State::Contact) {
        d->step(Event::ContactGiven);
    } else if (d->storeContact()) {
        emit stored();
        d->goOn();
    } else {
        d->fail();
    }
}

bool SurveyModel::contactOffered() const
{
    return d->contactOffered();
}

QString SurveyModel::consentText() const
{
    const auto &settings = d->settings.contact;
    const auto own = settings.consent.find(d->language);
    auto text = own == settings.consent.end() ? d->text("consent") : toQString(own->second);
    return text.replace(QLatin1String("{chain}"), toQString(settings.chain))
        .replace(QLatin1String("{days}"), d->numberText(settings.days));
}

bool SurveyModel::consented() const
{
    return d->state == State::Contact || (d->isTypingContact() && d->contact.consented);
}

bool SurveyModel::byEmail() const
{
    return d->contact.byEmail;
}

QString SurveyModel::contact() const
{
    const auto &text = d->contact.text();
    if (d->contact.byEmail || text.isEmpty())
        return text;
    return isolated(localDigits(text, d->numberTag()));
}

QString SurveyModel::contactProblem() const
{
    const auto &wrong = d->contact.wrong;
    if (wrong.empty())
        return {};
    const auto known = std::find_if(
        problems.begin(), problems.end(), [&](const Problem &one) { return one.code == wrong; });
    if (known == problems.end())
        return d->text(d->contact.byEmail ? "email-wrong" : "phone-wrong");
    return localDigits(d->text(known->key, known->digits), d->numberTag())
        .replace(QLatin1String("{example}"), isolated(QStringLiteral("name@example.com")));
}

QString SurveyModel::erasureText() const
{
    if (d->state != State::Thanks || d->erasureCode.isEmpty())
        return {};
    return d->text("erasure").replace(QLatin1String("{code}"), isolated(d->erasureCode));
}

QString SurveyModel::erasureSpoken() const
{
    if (erasureText().isEmpty())
        return {};
    QString letters;
    for (const auto letter : d->erasureCode)
        letters += letter == u'-' ? QStringLiteral(", ") : letter + QStringLiteral(" ");
    return d->text("erasure").replace(QLatin1String("{code}"), letters.trimmed());
}

} // namespace vouch::kiosk
