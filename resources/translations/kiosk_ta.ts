<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ta">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>முந்தைய %n நாளை விட மேல்</numerusform>
            <numerusform>முந்தைய %n நாட்களை விட மேல்</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>முந்தைய %n நாளை விடக் குறைவு</numerusform>
            <numerusform>முந்தைய %n நாட்களை விடக் குறைவு</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>முந்தைய %n நாளிலிருந்து தெளிவான மாற்றமில்லை</numerusform>
            <numerusform>முந்தைய %n நாட்களிலிருந்து தெளிவான மாற்றமில்லை</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>மாற்றத்தை மதிப்பிடப் பதில்கள் போதாது</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>ஒப்பிட முந்தைய பதில்கள் போதாது</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>மாற்றத்தை மதிப்பிட நாட்கள் போதாது</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>இதே கிழமையில் இந்நேரம் வரை பதில்கள்: %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>இலக்கு %1-க்குக் கீழே</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>இலக்கு %1-க்கு மேலே</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>இலக்கு %1: இன்னும் தெளிவில்லை</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>இலக்கு %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>இன்று இதுவரை: %1 (வழக்கமாக %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>இன்று இதுவரை: %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>இப்போது திரையைத் துடைக்கலாம்</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>இரவு</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>காலை</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>பிற்பகல்</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>மாலை</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>அண்மைக் கருத்துகள்</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>தொலைபேசி எண்கள், மின்னஞ்சல் முகவரிகள், பெரும்பாலான பெயர்கள் மறைக்கப்பட்டுள்ளன.</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>மூன்று மூன்றாக அல்லது கடை மூடிய பின் காட்டப்படும்; காத்திருப்பவை: %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>காட்டுவதற்குக் கருத்துகள் இன்னும் இல்லை.</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>மதிப்பெண் %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>இந்த டேப்லெட்</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>தனித்தனிப் பதில்கள்</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>கருத்துகள்</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>காட்டுவதற்குப் பதில்கள் இன்னும் இல்லை.</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>காரணம் எதுவும் தேர்ந்தெடுக்கப்படவில்லை</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>குறியிடப்பட்டவை</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>முழுக் கடை</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 நிலவரப்படி</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>குறியிடப்பட்ட பதில்கள்</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>எங்கே கேட்கப்பட்டது</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>முழுக் கடை</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>இந்த டேப்லெட்</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>நிரல்</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>சாதனம்</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>பதிவு செய்யப்படவில்லை</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>சேவையகம்</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>வினாப்பட்டியல்</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PIN-கள்</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>இந்த டேப்லெட்டில் அமைக்கப்பட்டவை</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>சேவையகத்திலிருந்து</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>காத்திருப்பவை</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>ஒதுக்கியவை</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>கடைசி அனுப்பல்</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>இந்தச் சாதனம்</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>கடைசிச் சிக்கல்கள்</translation>
    </message>
    <message>
        <source>none</source>
        <translation>எதுவும் இல்லை</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>நடப்பிலுள்ள அமைப்புகள்</translation>
    </message>
    <message>
        <source>default</source>
        <translation>இயல்பு</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>சேவையகம் ஏற்காதவை</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>அமைப்புகளைக் காட்டு</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>ஒவ்வொரு பதிவையும் காட்டு</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 முதல் %2 வரை</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>இந்தக் காலத்தில் பதில்கள் இல்லை.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>NPS, 95 % உறுதியுடன் %1 · %2 பதில்கள்</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>தோராயம்: NPS %1, 95 % வரம்பு மேலே · %2 பதில்கள்</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>பதில்கள்: மதிப்பெண்ணுக்குப் போதாது; 30 தேவை</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 நிலவரப்படி</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>இந்தக் கருத்தாய்வின் எண்கள் இங்கே காட்டப்படுவதில்லை.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>ஒவ்வொரு எண்ணும் எத்தனை முறை தரப்பட்டது</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>நாளின் மணிநேரங்கள்</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>ஒவ்வொரு மணிநேரத்திலும் வந்த பதில்கள்</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>இந்தக் காலத்தில் பதில்கள் இல்லை.</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>மேலாளர் பக்கங்களின் மொழி</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>முயன்று பாருங்கள்</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>திரையைச் சுத்தம் செய்</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>மூடு</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>உண்மையில் வெளியேறவா?</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>வெளியேறு</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>சாதனம்</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>மொழி</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>எண்கள்</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>இன்று</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 நாட்கள்</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 நாட்கள்</translation>
    </message>
    <message>
        <source>All</source>
        <translation>அனைத்தும்</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>முழுக் கடை</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>இந்த டேப்லெட்</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>இந்த டேப்லெட்</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>முழுக் கடை</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>மிகவும் பிடித்தவை (9–10)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>மேம்படலாம் (0–8)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>கருத்துகள்</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>விவரங்கள்</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>எங்கே கேட்கப்பட்டது</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>தெரியவில்லை: சேவையகத்திடம் இன்னும் கேட்க முடியவில்லை.</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>குறியிடப்பட்ட பதில்கள்</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>ஒரு நிமிடத்தில் பல</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>தொடர்ந்து ஒரே மதிப்பெண்கள்</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>திறப்பு நேரத்துக்கு வெளியே</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>இந்தக் காலத்தில் எந்தப் பதிலும் குறியிடப்படவில்லை.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>குறியிடப்பட்டவை</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>அவற்றுடன் NPS</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>அவையின்றி NPS</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>ஏன்</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>நிறுவனத்தின் அதிகாரப்பூர்வ மதிப்பெண் குறியிடப்பட்ட பதில்களைச் சேர்க்காது.</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>நிறுவனத்தின் அதிகாரப்பூர்வ மதிப்பெண்ணில் குறியிடப்பட்ட பதில்களும் சேரும்.</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>குறி என்பது குற்றச்சாட்டு அல்ல: இவை நேர்மையாகவும் நிகழும்.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>தவறான முயற்சிகளால் பூட்டப்பட்டது. %1 வினாடிகளில் மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>நான்கு முதல் எட்டு இலக்கங்கள் தேவை.</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>இரண்டும் ஒன்றாக இல்லை. மீண்டும் தொடங்குங்கள்.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>இந்த PIN தவறானது.</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>PIN-ஐச் சேமிக்க முடியவில்லை. வட்டு நிரம்பிவிட்டதா?</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>புதிய PIN-ஐ மீண்டும் ஒருமுறை உள்ளிடுங்கள்</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>மேலாளருக்கான PIN: நான்கு முதல் எட்டு இலக்கங்கள்</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>மேலாளரின் PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>நீக்கு</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>சரி</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>கருத்துக்கணிப்புக்குத் திரும்பு</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>பில் பகுதி</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>வெளியேறும் வாயில்</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>சேவை மேசை</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>இந்தக் காலத்தில் பதில்கள் இல்லை.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>டேப்லெட்டுகள்</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>கடைசி: %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>இன்னும் எதுவும் தேர்ந்தெடுக்கப்படவில்லை.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>ஏற்கப்படாத பதிவுகள்</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>அதிருப்தியாளர்கள் 0–6</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>நடுநிலையாளர்கள் 7–8</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>ஆதரவாளர்கள் 9–10</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>மூன்று வரை தேர்ந்தெடுக்கலாம்</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>%n வரை தேர்ந்தெடுக்கலாம்</numerusform>
            <numerusform>%n வரை தேர்ந்தெடுக்கலாம்</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>பொருந்தும் அனைத்தையும் தேர்ந்தெடுக்கலாம்</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>ஒன்றைத் தேர்ந்தெடுக்கலாம்</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>கருத்து எழுத</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>பெயர்களையோ தொலைபேசி எண்களையோ எழுத வேண்டாம்</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>முடிந்தது</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>அடுத்து</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>தவிர்க்க</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>பின் செல்ல</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>உங்கள் பதில்: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>மாற்ற</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>மீண்டும் தொடங்க</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>கேள்வி {i} / {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>நன்றி! உங்கள் கருத்து நாங்கள் மேம்பட உதவுகிறது.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>இன்னும் இங்கே இருக்கிறீர்களா?</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>கூடுதல் நேரம்</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>முடிக்க</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>இந்தப் பக்கம் %n வினாடியில் மூடப்படும்</numerusform>
            <numerusform>இந்தப் பக்கம் %n வினாடிகளில் மூடப்படும்</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>மன்னிக்கவும், தற்போது பதில்களைப் பெற இயலவில்லை. சற்று நேரம் கழித்து மீண்டும் முயலுங்கள்.</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>உங்கள் இன்றைய வருகை எப்படி இருந்தது?</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>தொடங்கத் தொடுங்கள்</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>{min} முதல் {max} வரை ஓர் எண்</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>நீக்க</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>கழித்தல் குறி</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>இன்றைய வருகை பற்றி {chain} உங்களைத் தொடர்புகொள்ளலாமா? உங்கள் தொலைபேசி எண்ணையோ மின்னஞ்சலையோ இதற்கு மட்டுமே பயன்படுத்துவோம்; {days} நாட்களுக்குள் நீக்கிவிடுவோம்.</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>ஆம், தொடர்புகொள்ளுங்கள்</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>வேண்டாம், நன்றி</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>நாங்கள் உங்களைத் தொடர்புகொள்ளலாமா?</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>உங்கள் தொலைபேசி எண்</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>உங்கள் மின்னஞ்சல் முகவரி</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>மின்னஞ்சலைப் பயன்படுத்த</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>தொலைபேசியைப் பயன்படுத்த</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>உறுதிசெய்ய</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>எண்ணைச் சரிபாருங்கள்.</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>மின்னஞ்சல் முகவரியைச் சரிபாருங்கள்.</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>நன்றி, உங்களைத் தொடர்புகொள்வோம்.</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>உங்கள் நீக்கல் குறியீடு: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>குறித்துக்கொள்ளுங்கள்: நீங்கள் கேட்கும்போது இதைக் கொண்டு உங்கள் தொடர்பு விவரத்தை நீக்குவோம்.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>மொழிகள்</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>எளிதாகப் பயன்படுத்த</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>உயர் நிறமாறுபாடு</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>பெரிய எழுத்து</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>பொத்தான்கள் கீழே</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>உரக்க வாசிக்க</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>இயல்பு நிலைக்கு</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>தேர்ந்தெடுக்கப்பட்டது</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>ஒருமுறை தொட்டால் அதுவே உங்கள் பதில்</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>மிகக் குறைவு. மிகச் சிறிய எண் {min}.</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>மிக அதிகம். மிகப் பெரிய எண் {max}.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>ஓர் எண்ணை உள்ளிடுங்கள்.</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>எண் குறுகியது. தொலைபேசி எண்ணில் குறைந்தது %n இலக்கம் இருக்கும்.</numerusform>
            <numerusform>எண் குறுகியது. தொலைபேசி எண்ணில் குறைந்தது %n இலக்கங்கள் இருக்கும்.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>எண் நீளமானது. தொலைபேசி எண்ணில் அதிகபட்சம் %n இலக்கம் இருக்கும்.</numerusform>
            <numerusform>எண் நீளமானது. தொலைபேசி எண்ணில் அதிகபட்சம் %n இலக்கங்கள் இருக்கும்.</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>+ குறிக்குப் பின் நாட்டுக் குறியீடு வரும்; அது 0-இல் தொடங்காது.</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>ஒரே ஒரு @ குறியும் அதற்கு முன் ஒரு பெயரும் வேண்டும்: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>@ குறிக்குப் பின் உள்ள பகுதி முழுமையாக இல்லை: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>இடைவெளிகளை நீக்குங்கள்.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>இடைவெளி</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>மற்ற எழுத்துகள்</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>புதிய வரி</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>விசைப்பலகையை மறை</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>எழுத்துகள் அல்லது குறிகள்</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>பதிவு செய்யப்படவில்லை: பதில்கள் இந்த டேப்லெட்டிலேயே இருக்கும்.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>பதிவு செய்யப்படுகிறது…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>அனைத்தும் சேவையகத்தை அடைந்தன.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>அனுப்பப்படுகிறது…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>சேவையகத்தை அடைய முடியவில்லை. பதில்கள் இங்கே சேமிக்கப்பட்டு பின்னர் அனுப்பப்படும்.</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>சேவையகம் இந்த டேப்லெட்டை ஏற்கவில்லை. உங்கள் தொழில்நுட்பப் பிரிவை அழையுங்கள்.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>அனுப்புதல்</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>காத்திருப்பவை: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>ஒதுக்கியவை: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>கடைசியாக அனுப்பியது: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>இதுவரை அனுப்பப்படவில்லை</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>முயற்சி முறை: இந்தப் பதில்கள் கணக்கிடப்படாது</translation>
    </message>
    <message>
        <source>End</source>
        <translation>முடி</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>இந்தப் பதில் Vouch சேவையகத்திலிருந்து வரவில்லை.</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>சேவையகத்திற்கு இந்த டேப்லெட்டைத் தெரியவில்லை. புதிய குறியீட்டுடன் மீண்டும் பதிவு செய்யுங்கள்.</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>இந்த டேப்லெட் பதிவு செய்யப்படவில்லை.</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>பதில்கள் இப்போது அனுப்பப்படுகின்றன. சற்று நேரத்தில் மீண்டும் முயலுங்கள்.</translation>
    </message>
</context>
</TS>
