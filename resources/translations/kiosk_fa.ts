<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa">
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>اکنون می‌توانید صفحه را پاک کنید</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 تا %2</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>نامعلوم: هنوز نشده است از سرور پرسیده شود.</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>در این بازه پاسخی نیست.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>‏NPS، با اطمینان ۹۵٪ بین %1 · %2 پاسخ</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>تقریبی: NPS %1، بازهٔ ۹۵٪ در بالا · %2 پاسخ</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>پاسخ: برای امتیاز کم است؛ دست‌کم ۳۰ پاسخ لازم است</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>تا %1</translation>
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
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>هنوز چیزی انتخاب نشده است.</translation>
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
