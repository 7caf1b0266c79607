#include "app/kiosk/survey_model_private.h"
#include "core/check/contact.h"

/// How a shopper may be reached.
namespace vouch::kiosk {

using checklist::Type;

namespace {

/// Letters and digits that keep their order inside a right-to-left text.
QString isolated(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

check::ContactKind kindOf(const ContactForm &form)
{
    return form.byEmail ? check::ContactKind::Email : check::ContactKind::Phone;
}

/// As it is to be kept; nothing when it cannot be a number or an address.
std::optional<std::string> normal(const ContactForm &form)
{
    const auto typed = form.text().toStdString();
    auto kept = form.byEmail ? check::normalEmail(typed) : check::normalPhone(typed);
    return kept ? std::optional(std::move(*kept)) : std::nullopt;
}

} // namespace

/// Sealed here and now; what was typed is wiped when the next page shows.
Result<void> SurveyModel::Private::storeContact()
{
    const auto address = normal(contact);
    const auto &question = asked();
    const auto &key = settings.contact;
    const auto code = check::makeErasureCode();
    auto sealed = check::sealContact(
        {kindOf(contact), address.value_or("")},
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
    if (!normal(d->contact)) {
        d->contact.wrong = true;
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
    if (!d->contact.wrong)
        return {};
    return d->text(d->contact.byEmail ? "email-wrong" : "phone-wrong");
}

QString SurveyModel::erasureText() const
{
    if (d->state != State::Thanks || d->erasureCode.isEmpty())
        return {};
    return d->text("erasure").replace(QLatin1String("{code}"), isolated(d->erasureCode));
}

} // namespace vouch::kiosk
