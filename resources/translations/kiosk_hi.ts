<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>पिछले %n दिन से बेहतर</numerusform>
            <numerusform>पिछले %n दिनों से बेहतर</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>पिछले %n दिन से ख़राब</numerusform>
            <numerusform>पिछले %n दिनों से ख़राब</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>पिछले %n दिन से कोई स्पष्ट बदलाव नहीं</numerusform>
            <numerusform>पिछले %n दिनों से कोई स्पष्ट बदलाव नहीं</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>बदलाव आँकने के लिए उत्तर बहुत कम हैं</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>तुलना के लिए पहले के उत्तर बहुत कम हैं</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>बदलाव आँकने के लिए दिन बहुत कम हैं</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>ऐसे दिन अब तक उत्तर: %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>लक्ष्य %1 से नीचे</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>लक्ष्य %1 से ऊपर</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>लक्ष्य %1: अभी स्पष्ट नहीं</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>लक्ष्य %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>आज अब तक: %1 (आमतौर पर %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>आज अब तक: %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>अब आप स्क्रीन पोंछ सकते हैं</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>रात</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>सुबह</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>दोपहर</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>शाम</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>नवीनतम टिप्पणियाँ</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>फ़ोन नंबर, ई-मेल पते और ज़्यादातर नाम छिपाए गए हैं।</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>तीन-तीन करके या दुकान बंद होने पर दिखती हैं; प्रतीक्षा में: %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>दिखाने के लिए अभी कोई टिप्पणी नहीं।</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>अंक %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>यह टैबलेट</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>एक-एक उत्तर</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>टिप्पणियाँ</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>दिखाने के लिए अभी कोई उत्तर नहीं।</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>कोई कारण नहीं चुना गया</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>चिह्नित</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>पूरा स्टोर</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 तक</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>चिह्नित उत्तर</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>कहाँ पूछा गया</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>पूरा स्टोर</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>यह टैबलेट</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>प्रोग्राम</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>डिवाइस</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>पंजीकृत नहीं</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>प्रश्नावली</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>इसी टैबलेट पर तय</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>सर्वर से</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>अलग रखे गए</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>पिछली बार भेजा गया</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>यह डिवाइस</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>पिछली समस्याएँ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>लागू सेटिंग्स</translation>
    </message>
    <message>
        <source>default</source>
        <translation>डिफ़ॉल्ट</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>सर्वर ने अस्वीकार किया</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>सेटिंग दिखाएँ</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>हर रिकॉर्ड दिखाएँ</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 से %2</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>इस अवधि में कोई उत्तर नहीं।</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>NPS, 95% भरोसे के साथ %1 · उत्तर: %2</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>मोटा अनुमान: NPS %1, 95% सीमा ऊपर · उत्तर: %2</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>उत्तर: स्कोर के लिए कम हैं, 30 चाहिए</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 तक</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>इस सर्वेक्षण के आँकड़े यहाँ नहीं दिखाए जाते।</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>हर अंक कितनी बार दिया गया</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>दिन के घंटे</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>हर घंटे कितने उत्तर आए</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>इस अवधि में कोई उत्तर नहीं।</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>मैनेजर के पन्नों की भाषा</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>आज़माएँ</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>स्क्रीन साफ़ करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>सचमुच बाहर निकलें?</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>बाहर निकलें</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>डिवाइस</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>आँकड़े</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 दिन</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 दिन</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>पूरा स्टोर</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>यह टैबलेट</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>यह टैबलेट</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>पूरा स्टोर</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>सबसे अधिक पसंद (9–10)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>बेहतर हो सकता है (0–8)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>टिप्पणियाँ</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>कहाँ पूछा गया</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>ज्ञात नहीं: सर्वर से अभी पूछा नहीं जा सका।</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>चिह्नित उत्तर</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>एक मिनट में बहुत सारे</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>लगातार कई एक जैसे अंक</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>खुलने के समय के बाहर</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>इस अवधि में कोई उत्तर चिह्नित नहीं है।</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>चिह्नित</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>उनके साथ NPS</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>उनके बिना NPS</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>श्रृंखला के आधिकारिक अंक में चिह्नित उत्तर नहीं गिने जाते।</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>श्रृंखला के आधिकारिक अंक में चिह्नित उत्तर भी गिने जाते हैं।</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>चिह्न कोई आरोप नहीं: ऐसा ईमानदारी से भी होता है।</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>ग़लत कोशिशों के बाद लॉक है। %1 सेकंड में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>कृपया चार से आठ अंक दें।</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>दोनों PIN अलग थे। फिर से शुरू करें।</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>यह PIN ग़लत है।</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>PIN सहेजा नहीं जा सका। क्या डिस्क भर गई है?</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>नया PIN एक बार और डालें</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>मैनेजर के लिए चार से आठ अंकों का PIN चुनें</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>मैनेजर का PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>सर्वे पर वापस</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>बिल काउंटर</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>निकास</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>सेवा काउंटर</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>इस अवधि में कोई उत्तर नहीं।</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>टैबलेट</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>आखिरी: %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>अभी कुछ नहीं चुना गया।</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>अस्वीकृत रिकॉर्ड</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>असंतुष्ट 0–6</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>तटस्थ 7–8</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>समर्थक 9–10</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>कृपया अधिकतम तीन चुनें</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>कृपया अधिकतम %n चुनें</numerusform>
            <numerusform>कृपया अधिकतम %n चुनें</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>जो भी लागू हों, सब चुनें</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>कृपया कोई एक चुनें</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>टिप्पणी लिखें</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>कृपया नाम या फ़ोन नंबर न लिखें</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>छोड़ें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>पीछे</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>आपका उत्तर: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>फिर से शुरू करें</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>प्रश्न {i} / {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>धन्यवाद! आपकी राय हमें बेहतर बनने में मदद करती है।</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>क्या आप अभी भी यहाँ हैं?</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>और समय</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>समाप्त करें</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>यह पेज %n सेकंड में बंद हो जाएगा</numerusform>
            <numerusform>यह पेज %n सेकंड में बंद हो जाएगा</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>क्षमा करें, अभी हम उत्तर नहीं ले पा रहे हैं। कृपया थोड़ी देर बाद फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>आज यहाँ आपका अनुभव कैसा रहा?</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>शुरू करने के लिए छुएँ</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>{min} से {max} तक कोई संख्या</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>माइनस</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>क्या {chain} की ओर से आज के आपके अनुभव के बारे में आपसे संपर्क किया जा सकता है? आपके फ़ोन नंबर या ईमेल का उपयोग केवल इसी के लिए होगा और उसे {days} दिनों के भीतर हटा दिया जाएगा।</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>हाँ, मुझसे संपर्क करें</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>नहीं, धन्यवाद</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>क्या हम आपसे संपर्क कर सकते हैं?</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>आपका फ़ोन नंबर</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>आपका ईमेल पता</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>इसके बजाय ईमेल दें</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>इसके बजाय फ़ोन नंबर दें</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>पुष्टि करें</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>कृपया नंबर जाँच लें।</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>कृपया ईमेल पता जाँच लें।</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>धन्यवाद, हम आपसे संपर्क करेंगे।</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>हटाने के लिए आपका कोड: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>इसे लिख लें: आप जब भी कहेंगे, इस कोड से हम आपका संपर्क विवरण हटा देंगे।</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>भाषाएँ</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>आसान उपयोग</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>हाई कंट्रास्ट</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>बटन नीचे</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>पढ़कर सुनाएँ</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>सामान्य करें</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>चुना गया</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>एक बार छूना ही आपका जवाब है</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>यह संख्या बहुत छोटी है। सबसे छोटी संख्या {min} है।</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>यह संख्या बहुत बड़ी है। सबसे बड़ी संख्या {max} है।</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>कृपया कोई संख्या लिखें।</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>नंबर बहुत छोटा है। फ़ोन नंबर में कम से कम %n अंक होता है।</numerusform>
            <numerusform>नंबर बहुत छोटा है। फ़ोन नंबर में कम से कम %n अंक होते हैं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>नंबर बहुत लंबा है। फ़ोन नंबर में ज़्यादा से ज़्यादा %n अंक होता है।</numerusform>
            <numerusform>नंबर बहुत लंबा है। फ़ोन नंबर में ज़्यादा से ज़्यादा %n अंक होते हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>+ के बाद देश का कोड आता है, जो 0 से शुरू नहीं होता।</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>कृपया केवल एक @ और उससे पहले नाम लिखें: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>@ के बाद का हिस्सा अधूरा है: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>कृपया खाली जगह हटा दें।</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>खाली जगह</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>और अक्षर</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>नई पंक्ति</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>कीबोर्ड छिपाएँ</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>अक्षर या चिह्न</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>पंजीकृत नहीं: उत्तर इसी टैबलेट पर रहेंगे।</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>पंजीकरण हो रहा है…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>सब कुछ सर्वर तक पहुँच गया है।</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>भेजा जा रहा है…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>सर्वर तक पहुँच नहीं हुई। उत्तर यहीं सुरक्षित हैं और बाद में भेजे जाएँगे।</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>सर्वर इस टैबलेट को स्वीकार नहीं कर रहा। कृपया अपने IT विभाग को फ़ोन करें।</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>भेजना</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>प्रतीक्षा में: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>अलग रखे गए: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>पिछली बार भेजा गया: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>अभी तक कुछ नहीं भेजा गया</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>आज़माइश: ये उत्तर गिने नहीं जाते</translation>
    </message>
    <message>
        <source>End</source>
        <translation>समाप्त करें</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>यह जवाब किसी Vouch सर्वर से नहीं आया।</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>सर्वर इस टैबलेट को नहीं पहचानता। इसे नए कोड से फिर पंजीकृत करें।</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>यह टैबलेट पंजीकृत नहीं है।</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>अभी उत्तर भेजे जा रहे हैं। थोड़ी देर में फिर कोशिश करें।</translation>
    </message>
</context>
</TS>
