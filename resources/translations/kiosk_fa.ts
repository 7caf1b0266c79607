<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>بهتر از %n روز پیش از آن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>بدتر از %n روز پیش از آن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>بدون تغییر روشن نسبت به %n روز پیش</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>برای داوری دربارهٔ تغییر، پاسخ‌ها کم‌اند</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>پاسخ‌های پیش از این برای مقایسه کم‌اند</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>برای داوری دربارهٔ تغییر، روزها کم‌اند</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>پاسخ‌های چنین روزی تا این ساعت: %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>پایین‌تر از هدف %1</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>بالاتر از هدف %1</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>هدف %1: هنوز روشن نیست</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>هدف %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>امروز تا این لحظه: %1 (معمولاً %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>امروز تا این لحظه: %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>اکنون می‌توانید صفحه را پاک کنید</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>شب</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>صبح</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>بعدازظهر</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>عصر و سرِ شب</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>تازه‌ترین نظرها</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>شماره‌های تلفن، نشانی‌های ایمیل و بیشتر نام‌ها پوشانده شده‌اند.</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>سه‌تاسه‌تا یا پس از پایان کار نشان داده می‌شوند؛ در انتظار: %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>هنوز نظری برای نمایش نیست.</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>امتیاز %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>این تبلت</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>تک‌تک پاسخ‌ها</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>نظرها</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>هنوز پاسخی برای نمایش نیست.</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>دلیلی انتخاب نشده</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>نشان‌دار</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>کل فروشگاه</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>تا %1</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>پاسخ‌های نشان‌دار</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>کجا پرسیده شد</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>کل فروشگاه</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>این تبلت</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>برنامه</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>دستگاه</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>ثبت نشده</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>سرور</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>پرسش‌نامه</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>پین‌ها</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>تنظیم‌شده روی همین تبلت</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>از سرور</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>در انتظار</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>کنار گذاشته</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>آخرین ارسال</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>این دستگاه</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>آخرین مشکلات</translation>
    </message>
    <message>
        <source>none</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>تنظیمات در حال اجرا</translation>
    </message>
    <message>
        <source>default</source>
        <translation>پیش‌فرض</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>ردشده از سوی سرور</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>نمایش تنظیمات</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>نمایش تک‌تک رکوردها</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 تا %2</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>در این بازه پاسخی نیست.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>‏NPS، با اطمینان ۹۵٪ بین %1؛ %2 پاسخ</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>تقریبی: NPS %1، بازهٔ ۹۵٪ در بالا؛ %2 پاسخ</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>پاسخ: برای امتیاز کم است؛ دست‌کم ۳۰ پاسخ لازم است</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>تا %1</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>ارقام این نظرسنجی اینجا نشان داده نمی‌شود.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>هر عدد چند بار داده شده است</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>ساعت‌های روز</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>شمار پاسخ‌ها در هر ساعت</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>در این بازه پاسخی نیست.</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>زبان صفحه‌های مدیر</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>امتحان کنید</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>تمیز کردن صفحه</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>واقعاً خارج می‌شوید؟</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>دستگاه</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>ارقام</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>۷ روز</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>۳۰ روز</translation>
    </message>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>کل فروشگاه</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>این تبلت</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>این تبلت</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>کل فروشگاه</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>بیشترین پسند (۹–۱۰)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>جای بهتر شدن (۰–۸)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>نظرها</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>جزئیات</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>کجا پرسیده شد</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>نامعلوم: هنوز نشده است از سرور پرسیده شود.</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>پاسخ‌های نشان‌دار</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>شمار زیادی در یک دقیقه</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>امتیازهای یکسانِ پشت سر هم</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>بیرون از ساعت کار</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>در این بازه هیچ پاسخی نشان‌دار نیست.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>نشان‌دار</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>NPS با آن‌ها</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>NPS بدون آن‌ها</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>امتیاز رسمی زنجیره پاسخ‌های نشان‌دار را کنار می‌گذارد.</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>امتیاز رسمی زنجیره پاسخ‌های نشان‌دار را هم می‌شمارد.</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>نشان، اتهام نیست: چنین رشته‌هایی صادقانه هم پیش می‌آید.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>پس از تلاش‌های نادرست قفل شد. %1 ثانیهٔ دیگر دوباره بکوشید.</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>لطفاً چهار تا هشت رقم.</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>این دو یکسان نبودند. از نو شروع کنید.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>این پین نادرست است.</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>پین ذخیره نشد. آیا دیسک پر است؟</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>پین تازه را یک بار دیگر وارد کنید</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>برای مدیر یک پین چهار تا هشت رقمی برگزینید</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>پین مدیر</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>پاک کردن</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>تأیید</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>بازگشت به نظرسنجی</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>صندوق</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>خروجی</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>میز خدمات</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>در این بازه پاسخی نیست.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>تبلت‌ها</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>آخرین: %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>هنوز چیزی انتخاب نشده است.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>رکوردهای ردشده</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>ناراضیان ۰ تا ۶</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>بی‌طرف‌ها ۷ و ۸</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>مروّجان ۹ و ۱۰</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>حداکثر سه مورد را انتخاب کنید</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>حداکثر %n مورد را انتخاب کنید</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>همهٔ موارد مرتبط را انتخاب کنید</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>یک مورد را انتخاب کنید</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>نوشتن نظر</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>لطفاً نام افراد یا شمارهٔ تلفن ننویسید</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>بعدی</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>رد شدن</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>پاسخ شما: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>شروع دوباره</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>پرسش {i} از {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>سپاس از شما! نظرتان به بهتر شدن ما کمک می‌کند.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>هنوز اینجا هستید؟</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>زمان بیشتر</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>پایان</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>این صفحه تا %n ثانیهٔ دیگر بسته می‌شود</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>متأسفیم، اکنون نمی‌توانیم پاسخی ثبت کنیم. لطفاً کمی بعد دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>خرید امروزتان چطور بود؟</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>برای شروع لمس کنید</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>عددی از {min} تا {max}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>پاک کردن</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>منفی</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>اجازه می‌دهید {chain} دربارهٔ خرید امروز با شما تماس بگیرد؟ شماره یا ایمیل شما فقط برای همین به کار می‌رود و حداکثر تا {days} روز بعد حذف می‌شود.</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>بله، تماس بگیرید</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>نه، سپاسگزارم</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>اجازه می‌دهید با شما تماس بگیریم؟</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>شمارهٔ تلفن شما</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>نشانی ایمیل شما</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>ایمیل به‌جای تلفن</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>تلفن به‌جای ایمیل</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأیید</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>لطفاً شماره را بررسی کنید.</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>لطفاً نشانی ایمیل را بررسی کنید.</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>سپاس، با شما تماس می‌گیریم.</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>کد حذف شما: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>آن را یادداشت کنید: هر وقت بخواهید، با این کد اطلاعات تماس شما را حذف می‌کنیم.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>زبان‌ها</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>استفادهٔ آسان‌تر</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>کنتراست بالا</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نوشتهٔ درشت‌تر</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>دکمه‌ها پایین‌تر</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>خواندن با صدا</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>بازگشت به حالت عادی</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>انتخاب‌شده</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>با یک لمس پاسخ می‌دهید</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>این عدد کم است. کمترین عدد {min} است.</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>این عدد زیاد است. بیشترین عدد {max} است.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>لطفاً یک عدد وارد کنید.</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>شماره کوتاه است. شمارهٔ تلفن دست‌کم %n رقم دارد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>شماره بلند است. شمارهٔ تلفن حداکثر %n رقم دارد.</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>بعد از + کد کشور می‌آید که با صفر شروع نمی‌شود.</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>لطفاً یک @ و نامی پیش از آن بنویسید: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>بخش بعد از @ کامل نیست: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>لطفاً فاصله‌ها را پاک کنید.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>فاصله</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>حروف دیگر</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>سطر جدید</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>بستن صفحه‌کلید</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>حروف یا نشانه‌ها</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>ثبت نشده: پاسخ‌ها روی همین تبلت می‌مانند.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>در حال ثبت…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>همه چیز به سرور رسیده است.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>در حال ارسال…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>سرور در دسترس نیست. پاسخ‌ها همین‌جا می‌مانند و بعداً ارسال می‌شوند.</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>سرور این تبلت را نمی‌پذیرد. لطفاً با بخش فناوری تماس بگیرید.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>ارسال</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>در انتظار: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>کنار گذاشته: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>آخرین ارسال: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>هنوز چیزی ارسال نشده</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>حالت آزمایشی: این پاسخ‌ها شمرده نمی‌شوند</translation>
    </message>
    <message>
        <source>End</source>
        <translation>پایان</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>این پاسخ از سرور Vouch نیست.</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>سرور این تبلت را نمی‌شناسد. آن را با کد تازه‌ای دوباره ثبت کنید.</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>این تبلت ثبت نشده است.</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>هم‌اکنون پاسخ‌ها در حال ارسال‌اند. اندکی بعد دوباره بکوشید.</translation>
    </message>
</context>
</TS>
