<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>أفضل من %n يوم قبلها</numerusform>
            <numerusform>أفضل من اليوم السابق (%n)</numerusform>
            <numerusform>أفضل من اليومين السابقين (%n)</numerusform>
            <numerusform>أفضل من الأيام الـ%n السابقة</numerusform>
            <numerusform>أفضل من الأيام الـ%n السابقة</numerusform>
            <numerusform>أفضل من الأيام الـ%n السابقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>أسوأ من %n يوم قبلها</numerusform>
            <numerusform>أسوأ من اليوم السابق (%n)</numerusform>
            <numerusform>أسوأ من اليومين السابقين (%n)</numerusform>
            <numerusform>أسوأ من الأيام الـ%n السابقة</numerusform>
            <numerusform>أسوأ من الأيام الـ%n السابقة</numerusform>
            <numerusform>أسوأ من الأيام الـ%n السابقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>لا تغيّر واضح عن %n يوم قبلها</numerusform>
            <numerusform>لا تغيّر واضح عن اليوم السابق (%n)</numerusform>
            <numerusform>لا تغيّر واضح عن اليومين السابقين (%n)</numerusform>
            <numerusform>لا تغيّر واضح عن الأيام الـ%n السابقة</numerusform>
            <numerusform>لا تغيّر واضح عن الأيام الـ%n السابقة</numerusform>
            <numerusform>لا تغيّر واضح عن الأيام الـ%n السابقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>الإجابات قليلة للحكم على أي تغيّر</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>الإجابات السابقة قليلة للمقارنة</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>الأيام قليلة للحكم على أي تغيّر</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>الإجابات في مثل هذا اليوم حتى الآن: %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>دون الهدف %1</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>فوق الهدف %1</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>الهدف %1: لم يتضح بعد</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>الهدف %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>اليوم حتى الآن: %1 (عادةً %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>اليوم حتى الآن: %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>يمكنك مسح الشاشة الآن</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>ليلًا</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>صباحًا</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>بعد الظهر</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>مساءً</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>أحدث التعليقات</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>أرقام الهاتف وعناوين البريد الإلكتروني ومعظم الأسماء محجوبة.</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>تُعرض ثلاثًا ثلاثًا أو بعد الإغلاق؛ ما زال ينتظر: %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>لا توجد تعليقات لعرضها بعد.</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>الدرجة %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>هذا الجهاز اللوحي</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>الإجابات واحدةً واحدة</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>لا توجد إجابات لعرضها بعد.</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>لم يُختَر أي سبب</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>الموسومة</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>المتجر كله</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>حتى %1</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>الإجابات الموسومة</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>أين طُرح السؤال</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>المتجر كله</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>هذا الجهاز اللوحي</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>غير مسجّل</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>الاستبيان</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>رموز PIN</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>مضبوطة على هذا الجهاز</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>من الخادم</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>مُنحّاة</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>آخر إرسال</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>آخر المشكلات</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>الإعدادات السارية</translation>
    </message>
    <message>
        <source>default</source>
        <translation>افتراضي</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>رفضها الخادم</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>عرض الإعدادات</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>عرض كل سجل</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>لا إجابات في هذه الفترة.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>‏NPS، بثقة ٩٥٪ %1؛ الإجابات: %2</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>تقريبي: NPS %1، ونطاق ٩٥٪ أعلاه؛ الإجابات: %2</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>إجابات: أقل من أن تعطي نتيجة، فالمطلوب ٣٠</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>أرقام هذا الاستبيان لا تُعرض هنا.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>عدد مرات اختيار كل قيمة</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>ساعات اليوم</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>عدد الإجابات في كل ساعة</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>لا توجد إجابات في هذه الفترة.</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>لغة صفحات المدير</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>تنظيف الشاشة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>تأكيد الخروج؟</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>٧ أيام</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>٣٠ يومًا</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>المتجر كله</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>هذا الجهاز اللوحي</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>هذا الجهاز اللوحي</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>المتجر كله</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>الأكثر إعجابًا (٩–١٠)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>يمكن تحسينه (٠–٨)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>أين طُرح السؤال</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>غير معروف: لم يتسنَّ سؤال الخادم بعد.</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>الإجابات الموسومة</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>كثير منها خلال دقيقة</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>درجات متساوية متتالية كثيرة</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>خارج ساعات العمل</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>لا توجد إجابة موسومة في هذه الفترة.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>الموسومة</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>NPS معها</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>NPS بدونها</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>الدرجة الرسمية للسلسلة تستثني الإجابات الموسومة.</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>الدرجة الرسمية للسلسلة تحتسب الإجابات الموسومة أيضًا.</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>الوسم ليس اتهامًا: فمثل هذا يحدث بأمانة أيضًا.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>مقفل بعد محاولات خاطئة. تُتاح المحاولة بعد %1 ث.</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>المطلوب من أربعة إلى ثمانية أرقام.</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>الرمزان غير متطابقين. يُرجى البدء من جديد.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>رمز PIN غير صحيح.</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>تعذّر حفظ رمز PIN. هل القرص ممتلئ؟</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>أدخل رمز PIN الجديد مرة أخرى</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>اختر رمز PIN للمدير من أربعة إلى ثمانية أرقام</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>رمز PIN للمدير</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>العودة إلى الاستبيان</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>صندوق الدفع</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>المخرج</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>مكتب الخدمة</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>لا توجد إجابات في هذه الفترة.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>الأجهزة اللوحية</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>آخرها: %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>لم يُختر شيء بعد.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>السجلات المرفوضة</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>غير الراضين ٠–٦</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>المحايدون ٧–٨</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>المروّجون ٩–١٠</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>يمكنك اختيار ثلاث إجابات على الأكثر</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>يمكنك اختيار %n إجابات على الأكثر</numerusform>
            <numerusform>يمكنك اختيار إجابة واحدة على الأكثر</numerusform>
            <numerusform>يمكنك اختيار إجابتين على الأكثر</numerusform>
            <numerusform>يمكنك اختيار %n إجابات على الأكثر</numerusform>
            <numerusform>يمكنك اختيار %n إجابة على الأكثر</numerusform>
            <numerusform>يمكنك اختيار %n إجابة على الأكثر</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>يمكنك اختيار كل ما ينطبق</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>يمكنك اختيار إجابة واحدة</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>كتابة تعليق</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>يُرجى عدم ذكر أسماء أو أرقام هواتف</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطي</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>إجابتك: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>السؤال {i} من {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>شكرًا لك! رأيك يساعدنا على أن نصبح أفضل.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>مزيد من الوقت</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>ستُغلق هذه الصفحة الآن</numerusform>
            <numerusform>ستُغلق هذه الصفحة بعد ثانية واحدة</numerusform>
            <numerusform>ستُغلق هذه الصفحة بعد ثانيتين</numerusform>
            <numerusform>ستُغلق هذه الصفحة بعد %n ثوانٍ</numerusform>
            <numerusform>ستُغلق هذه الصفحة بعد %n ثانية</numerusform>
            <numerusform>ستُغلق هذه الصفحة بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>عذرًا، لا يمكننا استقبال الإجابات الآن. يُرجى المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>كيف كانت زيارتك اليوم؟</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>يُرجى لمس الشاشة للبدء</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>عدد من {min} إلى {max}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>سالب</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>هل يمكن لـ{chain} التواصل معك بشأن زيارتك اليوم؟ لن نستخدم رقم هاتفك أو بريدك الإلكتروني إلا لهذا الغرض، وسنحذفه خلال {days} يومًا.</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>نعم، يمكنكم التواصل معي</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>لا، شكرًا</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>هل يمكننا التواصل معك؟</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>رقم هاتفك</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>عنوان بريدك الإلكتروني</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>استخدام البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>استخدام الهاتف</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>يُرجى التحقق من الرقم.</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>يُرجى التحقق من عنوان البريد الإلكتروني.</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>شكرًا لك، سنتواصل معك.</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>رمز الحذف الخاص بك: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>يُرجى تدوينه: به نحذف بيانات التواصل معك متى طلبت ذلك.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>استخدام أسهل</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>الأزرار أسفل الشاشة</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>القراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>الوضع العادي</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>محدد</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>لمسة واحدة هي إجابتك</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>العدد أصغر من المسموح. أصغر عدد هو {min}.</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>العدد أكبر من المسموح. أكبر عدد هو {max}.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>يُرجى إدخال عدد.</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>الرقم قصير جدًا.</numerusform>
            <numerusform>الرقم قصير جدًا. يتكوّن رقم الهاتف من خانة واحدة على الأقل.</numerusform>
            <numerusform>الرقم قصير جدًا. يتكوّن رقم الهاتف من خانتين على الأقل.</numerusform>
            <numerusform>الرقم قصير جدًا. يتكوّن رقم الهاتف من %n خانات على الأقل.</numerusform>
            <numerusform>الرقم قصير جدًا. يتكوّن رقم الهاتف من %n خانة على الأقل.</numerusform>
            <numerusform>الرقم قصير جدًا. يتكوّن رقم الهاتف من %n خانة على الأقل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>الرقم طويل جدًا.</numerusform>
            <numerusform>الرقم طويل جدًا. يتكوّن رقم الهاتف من خانة واحدة على الأكثر.</numerusform>
            <numerusform>الرقم طويل جدًا. يتكوّن رقم الهاتف من خانتين على الأكثر.</numerusform>
            <numerusform>الرقم طويل جدًا. يتكوّن رقم الهاتف من %n خانات على الأكثر.</numerusform>
            <numerusform>الرقم طويل جدًا. يتكوّن رقم الهاتف من %n خانة على الأكثر.</numerusform>
            <numerusform>الرقم طويل جدًا. يتكوّن رقم الهاتف من %n خانة على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>بعد علامة + يأتي رمز البلد، وهو لا يبدأ بصفر.</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>يلزم كتابة علامة @ واحدة واسم قبلها: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>الجزء الذي بعد @ غير مكتمل: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>يُرجى حذف المسافات.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>أحرف أخرى</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>سطر جديد</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>إخفاء لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>أحرف أو رموز</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>غير مسجّل: تبقى الإجابات على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>جارٍ التسجيل…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>وصل كل شيء إلى الخادم.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>جارٍ الإرسال…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>تعذّر الوصول إلى الخادم. تُحفظ الإجابات هنا وتُرسل لاحقًا.</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>الخادم لا يقبل هذا الجهاز. يُرجى الاتصال بقسم تقنية المعلومات.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>في الانتظار: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>مُنحّاة: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>آخر إرسال: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>لم يُرسل شيء بعد</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>وضع التجربة: هذه الإجابات لا تُحتسب</translation>
    </message>
    <message>
        <source>End</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>الرد ليس من خادم Vouch.</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>الخادم لا يعرف هذا الجهاز. يُرجى تسجيله من جديد برمز جديد.</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>هذا الجهاز غير مسجّل.</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>يجري الآن إرسال الإجابات. يُرجى المحاولة بعد قليل.</translation>
    </message>
</context>
</TS>
