#include "core/checklist/demographics.h"

#include "core/checklist/plain_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vouch::checklist {

namespace {

struct Sign
{
    std::string_view topic;
    std::string_view language;
    /// Small letters; words parted by "|", "*" at the end of one lets it go on.
    std::string_view words;
};

// A word that mostly means something else in a shop ("пол" floor, "gelir" comes, "genre" kind)
// stands here with the words that make it personal.
constexpr std::array signs{
    Sign{"age", "en", "age|aged|how old|years old|date of birth|year of birth|birthday|born"},
    Sign{"age", "fa", "سن|سن شما|سنتان|چند سال دارید|چند ساله|تاریخ تولد|سال تولد|متولد"},
    Sign{"age", "ta", "வயது*|பிறந்த தேதி|பிறந்த ஆண்டு"},
    Sign{"age", "ru", "возраст*|сколько вам лет|дата рождения|год рождения|родились"},
    Sign{"age", "ar", "عمرك|عمركم|العمر|الفئة العمرية|كم عمر*|تاريخ الميلاد|سنة الميلاد"},
    Sign{"age", "de", "alter|altersgruppe*|wie alt|geburtsdatum|geburtsjahr|geboren"},
    Sign{"age", "es", "edad|edades|cuántos años tiene|fecha de nacimiento|año de nacimiento|nació"},
    Sign{"age", "fr", "âge|âgé|âgée|tranche d'âge|date de naissance|année de naissance|né en"},
    Sign{"age", "hi", "उम्र|आयु|आयु वर्ग|जन्म तिथि|जन्मतिथि|जन्म वर्ष"},
    Sign{"age", "tr", "yaşınız*|kaç yaşında*|yaş grubu*|yaş aralığı*|doğum tarihi*|doğum yılı*"},

    Sign{"gender", "en", "gender|sex|sexual orientation|male or female|man or woman"},
    Sign{"gender", "fa", "جنسیت|جنسیت شما|جنسیتتان|زن هستید|مرد هستید|زن یا مرد|مرد یا زن"},
    Sign{"gender", "ta", "பாலினம்*|பாலினத்*|ஆணா|பெண்ணா"},
    Sign{"gender", "ru", "ваш пол|укажите пол|гендер*|мужчина или женщина"},
    Sign{"gender", "ar", "الجنس|جنسك|جنسكم|النوع الاجتماعي|ذكر أم أنثى|ذكر أو أنثى"},
    Sign{"gender", "de", "geschlecht|geschlechts|sexuelle orientierung"},
    Sign{"gender", "es", "sexo|su género|tu género|identidad de género|hombre o mujer"},
    Sign{"gender", "fr", "sexe|votre genre|identité de genre|un homme ou une femme"},
    Sign{"gender", "hi", "लिंग|आपका लिंग|पुरुष या महिला|पुरुष हैं|महिला हैं"},
    Sign{"gender", "tr", "cinsiyet*|kadın mı|erkek mi"},

    Sign{"income", "en", "income|household income|how much do you earn|earnings"},
    Sign{"income", "fa", "درآمد|درآمدتان|درآمد شما"},
    Sign{"income", "ta", "வருமானம்*|வருமானத்*"},
    Sign{"income", "ru", "доход|дохода|доходы|доходов|сколько вы зарабатываете"},
    Sign{"income", "ar", "دخلك|دخلكم|الدخل|دخل الأسرة|دخل أسرتك|دخلك الشهري"},
    Sign{"income", "de", "einkommen|einkommens*|haushaltseinkommen|wie viel verdienen sie"},
    Sign{"income", "es", "ingresos|renta familiar|cuánto gana"},
    Sign{"income", "fr", "revenu|revenus|combien gagnez-vous"},
    Sign{"income", "hi", "आय|आमदनी|मासिक आय|वार्षिक आय"},
    Sign{"income", "tr", "geliriniz*|aylık gelir*|hane geliri*|gelir düzeyi*|gelir seviyesi*"},

    Sign{"nationality", "en", "nationality|citizenship|citizen|ethnic*|race|country of origin"},
    Sign{"nationality", "fa", "ملیت|ملیت شما|تابعیت|قومیت|قوم|تبار"},
    Sign{"nationality", "ta", "குடியுரிமை*|தேசியம்|நாட்டவர்|சாதி|இனம்"},
    Sign{"nationality", "ru", "национальност*|гражданств*|этническ*|раса|страна рождения"},
    Sign{"nationality", "ar", "جنسيتك|جنسيتكم|الجنسية|الأصل العرقي|العرق|بلد المنشأ الأصلي"},
    Sign{"nationality", "de", "nationalität*|staatsangehörigkeit*|ethnisch*|herkunftsland"},
    Sign{"nationality", "es", "nacionalidad*|ciudadanía|étnic*|origen étnico|raza"},
    Sign{"nationality", "fr", "nationalité*|citoyenneté|ethnique*|origine ethnique"},
    Sign{"nationality", "hi", "राष्ट्रीयता|नागरिकता|जाति|जातीय*"},
    Sign{"nationality", "tr", "uyruğunuz*|uyruk*|vatandaşlı*|milliyet*|etnik*|ırk|ırkınız"},

    Sign{"religion", "en", "religion|religious|faith|denomination"},
    Sign{"religion", "fa", "دین|دین شما|مذهب|مذهب شما|مذهبی"},
    Sign{"religion", "ta", "மதம்|மதத்*|மத நம்பிக்கை*"},
    Sign{"religion", "ru", "религи*|вероисповедани*|конфесси*|верующ*"},
    Sign{"religion", "ar", "دينك|دينكم|ديانتك|ديانتكم|الديانة|الدين|المذهب|مذهبك"},
    Sign{"religion", "de", "religion|religionszugehörigkeit|religiös*|konfession"},
    Sign{"religion", "es", "religión|religios*|su fe|credo"},
    Sign{"religion", "fr", "religion|religieu*|confession|croyance*"},
    Sign{"religion", "hi", "धर्म|धार्मिक|मज़हब|मजहब"},
    Sign{"religion", "tr", "dininiz*|dini inan*|inancınız*|mezhep*|mezhebiniz*"},

    Sign{"family", "en", "marital status|married|how many children do you have"},
    Sign{"family", "fa", "وضعیت تأهل|وضعیت تاهل|متأهل|متاهل|مجرد هستید|چند فرزند"},
    Sign{"family", "ta", "திருமண நிலை|திருமணமான*"},
    Sign{"family", "ru", "семейное положение|замужем|женаты|сколько у вас детей"},
    Sign{"family", "ar", "الحالة الاجتماعية|حالتك الاجتماعية|متزوج|متزوجة|كم عدد أطفالك"},
    Sign{"family", "de", "familienstand|verheiratet|wie viele kinder haben sie"},
    Sign{"family", "es", "estado civil|casado|casada|cuántos hijos"},
    Sign{"family", "fr", "situation familiale|état civil|marié|mariée|combien d'enfants"},
    Sign{"family", "hi", "वैवाहिक स्थिति|विवाहित|शादीशुदा"},
    Sign{"family", "tr", "medeni hal*|medeni durum*|evli mi*|kaç çocuğunuz"},

    Sign{"education", "en", "education|highest degree|level of schooling"},
    Sign{"education", "fa", "تحصیلات|میزان تحصیلات|مدرک تحصیلی"},
    Sign{"education", "ta", "கல்வித் தகுதி|படிப்பு"},
    Sign{"education", "ru", "ваше образование|уровень образования"},
    Sign{"education", "ar", "المستوى التعليمي|مؤهلك|المؤهل العلمي"},
    Sign{"education", "de", "bildungsabschluss|schulabschluss"},
    Sign{"education", "es", "nivel de estudios|nivel educativo"},
    Sign{"education", "fr", "niveau d'études|votre diplôme"},
    Sign{"education", "hi", "शैक्षणिक योग्यता|आपकी शिक्षा"},
    Sign{"education", "tr", "eğitim durumu*|eğitim düzeyi*|öğrenim durumu*"},

    Sign{"health", "en", "disability|disabled|pregnant|your health"},
    Sign{"health", "fa", "معلولیت|باردار|وضعیت سلامت"},
    Sign{"health", "ta", "மாற்றுத்திறனாளி*|உங்கள் உடல்நலம்"},
    Sign{"health", "ru", "инвалидност*|беременн*|ваше здоровье"},
    Sign{"health", "ar", "إعاقة|الإعاقة|حامل|حالتك الصحية"},
    Sign{"health", "de", "behinderung|schwanger|ihre gesundheit"},
    Sign{"health", "es", "discapacidad|embarazada|su salud"},
    Sign{"health", "fr", "handicap|enceinte|votre santé"},
    Sign{"health", "hi", "विकलांग*|दिव्यांग*|गर्भवती"},
    Sign{"health", "tr", "engelli misiniz|engellilik|hamile*|sağlığınız*"},
};

/// The words of codes, which are parts between dashes.
struct CodeSign
{
    std::string_view topic;
    std::string_view words;
};

constexpr std::array codeSigns{
    CodeSign{"age", "age|ages|birth|birthday|birthdate|birthyear|dob"},
    CodeSign{"gender", "gender|sex"},
    CodeSign{"income", "income"},
    CodeSign{"nationality", "nationality|citizenship|ethnicity|ethnic|race|caste"},
    CodeSign{"religion", "religion"},
    CodeSign{"family", "marital|married"},
    CodeSign{"health", "disability|pregnant"},
};

/// Departments have codes too ("women", "health"), so that few words in a choice tell anything.
constexpr std::string_view choiceWords = "male|female|nonbinary|divorced|widowed";

std::optional<Demographic> inCode(std::string_view code)
{
    const auto words = plainWords(code);
    for (const auto &[topic, signsOfTopic] : codeSigns) {
        if (!findWords(words, signsOfTopic).empty())
            return Demographic{std::string(topic), std::string(code)};
    }
    return std::nullopt;
}

std::optional<Demographic> inText(const Wording &wording)
{
    for (const auto &[language, text] : wording) {
        const auto words = plainWords(text);
        const auto spoken = interfaceLanguageOf(language);
        for (const auto &sign : signs) {
            if (sign.language != spoken)
                continue;
            if (auto found = findWords(words, sign.words); !found.empty())
                return Demographic{std::string(sign.topic), std::move(found)};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Demographic> demographicOf(const Question &question)
{
    if (auto found = inCode(question.code))
        return found;
    for (const auto &choice : question.choices) {
        if (!findWords(plainWords(choice.code), choiceWords).empty())
            return Demographic{"the person", choice.code};
    }
    return inText(question.text);
}

} // namespace vouch::checklist
