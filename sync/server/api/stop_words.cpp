#include "sync/server/api/stop_words.h"

#include "sync/server/store/comment_words.h"

#include <map>
#include <set>

namespace vouch::server {

namespace {

/// As they are written; parts left by an apostrophe too (don't: don, t).
constexpr std::pair<std::string_view, std::string_view> stopWordLists[] = {
    {"en", "a an the and or but if so as of at by for from in into on onto out over to up with "
           "without about after again all also am any are aren be because been before being both "
           "can cannot could did didn do does doesn doing don down each few had has have haven "
           "having he her here hers him his how i is isn it its just ll me more most my no nor "
           "not now off once only other our ours own re same she should some such than that their "
           "them then there these they this those through too under until us ve very was wasn we "
           "were what when where which while who why will would you your yours im ive"},
    {"de", "der die das den dem des ein eine einen einem einer eines und oder aber auch als am an "
           "auf aus bei bin bis da damit dann dass daß denn dich dir doch du durch er es euch euer "
           "für hab habe haben hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren im in "
           "ins ist ja jede jeder kann kein keine können man mehr mein meine mich mir mit muss "
           "nach nicht noch nur ob ohne schon sehr sein seine sich sie sind so über um uns unser "
           "unsere unter vom von vor war waren was weil wenn wer werden wie wieder wir wird wo "
           "wurde zu zum zur"},
    {"fr", "le la les l un une des de du d et ou mais que qu qui quoi dont où ce cet cette ces c "
           "ça cela je j tu il elle on nous vous ils elles me m te t se s lui leur leurs mon ma "
           "mes ton ta tes son sa ses notre nos votre vos ne n pas plus très trop à au aux en y "
           "dans par pour sur sous avec sans est es sont était ai as a avons avez ont être avoir "
           "été fait si aussi bien comme tout toute tous toutes même quand donc alors car"},
    {"es", "el la los las un una unos unas y e o u pero que qué quien cual cuando donde como cómo "
           "de del al a en por para con sin sobre entre hasta desde yo tú él ella nosotros ellos "
           "me te se nos os lo le les mi mis tu tus su sus nuestro nuestra es son era fue ser "
           "estar está están ha han he hay hace muy más menos no sí si ya también todo toda todos "
           "todas este esta esto estos estas ese esa eso porque tan ni"},
    {"tr", "ve veya ile de da ki bir bu şu o ben sen biz siz onlar benim senin onun bizim sizin "
           "bana sana ona bize size onlara beni seni onu bizi sizi çok daha en ama fakat için gibi "
           "kadar ne mi mı mu mü değil var yok her hiç şey ise olarak olan oldu olması sonra önce "
           "ya hem çünkü göre"},
    {"ru", "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только "
           "ее мне было вот от меня еще нет о из ему когда даже ну ли если уже или ни быть был "
           "него до вас нибудь вам ведь там потом себя ничего ей может они тут где есть надо ней "
           "для мы тебя их чем была сам без чего раз тоже себе под будет тогда кто этот того "
           "потому этого какой ним здесь этом мой тем чтобы нее были вы при об это очень у нас"},
    // clang-format 14 counts a joiner of no width otherwise each time.
    // clang-format off
    {"fa", "و در به از که این آن را با است برای تا هم یا اما اگر من ما شما "
           "او آنها ایشان خود بود بودند شد شده شود می‌شود کرد کردن کند "
           "می‌کند دارد دارند داشت هست نیست بر هر یک دو چه چون ولی نه "
           "باید خیلی بسیار دیگر همه هیچ فقط بعد قبل پس روی زیر بین ها های "
           "ای می"},
    // clang-format on
    {"ar",
     "و في من إلى الى على عن مع أن ان إن لا ما لم لن هذا هذه ذلك تلك التي الذي الذين هو هي هم "
     "أنا نحن أنت كان كانت يكون قد كل بعض أو او ثم لكن بل إذا حتى عند بعد قبل بين غير جدا "
     "أيضا فقط كما ليس هناك هنا يا لي لنا لكم له لها"},
    {"hi", "का की के को में से पर और या है हैं था थी थे हो हूँ ने यह वह ये वे इस उस इन उन जो तो भी ही "
           "कि लिए साथ कर करना करने किया गया एक मैं हम आप मेरा हमारा आपका अपना अपने बहुत कुछ सब नहीं "
           "न मत अब जब तब क्या कौन कैसे यहाँ वहाँ लेकिन बाद"},
    {"ta", "ஒரு இந்த அந்த இது அது என்று என என்ற மற்றும் அல்லது ஆனால் நான் நாங்கள் நாம் நீங்கள் அவர் "
           "அவர்கள் அவை எனக்கு எங்களுக்கு உங்கள் எங்கள் என் மிகவும் மிக இல்லை உள்ளது உள்ளன இருந்தது "
           "இருக்கிறது இருக்க வேண்டும் கொண்டு போல் போது பற்றி தான் கூட ஏன் எப்படி இங்கே அங்கே"}};

using WordSets = std::map<std::string_view, std::set<std::string>>;

WordSets foldedLists()
{
    WordSets out;
    for (const auto &[language, words] : stopWordLists)
        for (auto &word : wordsIn(words))
            out[language].insert(std::move(word.folded));
    return out;
}

} // namespace

bool isStopWord(const std::string &folded, std::string_view language)
{
    static const auto all = foldedLists();
    const auto found = all.find(language.substr(0, 2));
    return found != all.end() && found->second.contains(folded);
}

} // namespace vouch::server
