<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>Önceki %n günden daha iyi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>Önceki %n günden daha kötü</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>Önceki %n güne göre belirgin değişim yok</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>Bir değişime karar vermek için çok az yanıt</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>Karşılaştırmak için önceki yanıtlar çok az</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>Bir değişime karar vermek için çok az gün</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>Böyle bir günde bu saate kadar yanıt: %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>%1 hedefinin altında</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>%1 hedefinin üstünde</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>Hedef %1: henüz belli değil</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Hedef %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>Bugün şimdiye kadar: %1 (genelde %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>Bugün şimdiye kadar: %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>Şimdi ekranı silebilirsiniz</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>Gece</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Sabah</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Öğleden sonra</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Akşam</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>Son yorumlar</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>Telefon numaraları, e-posta adresleri ve adların çoğu gizlenmiştir.</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>Üçer üçer ya da kapanıştan sonra gösterilir; bekleyen: %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>Henüz gösterilecek yorum yok.</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Puan %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Bu tablet</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>Tek tek yanıtlar</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Yorumlar</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>Henüz gösterilecek yanıt yok.</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>Neden seçilmedi</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>İşaretli</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Tüm mağaza</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 itibarıyla</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>İşaretli yanıtlar</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Nerede soruldu</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Tüm mağaza</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Bu tablet</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Cihaz</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>kayıtlı değil</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Sunucu</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Soru listesi</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PIN’ler</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>bu tablette belirlendi</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>sunucudan</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Bekleyen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Ayrılan</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Son gönderim</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Bu cihaz</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>Son sorunlar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>Geçerli ayarlar</translation>
    </message>
    <message>
        <source>default</source>
        <translation>varsayılan</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Sunucunun reddettikleri</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>Ayarları göster</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>Her kaydı göster</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ile %2</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>Bu dönemde yanıt yok.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>NPS, yüzde 95 güvenle %1 arası · yanıt: %2</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>Yaklaşık: NPS %1, yüzde 95 aralığı yukarıda · yanıt: %2</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>yanıt: puan için az, 30 gerekiyor</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 itibarıyla</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>Bu anketin rakamları burada gösterilmez.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>Her değer kaç kez verildi</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>Günün saatleri</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>Her saatte kaç yanıt geldi</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>Bu dönemde yanıt yok.</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>Yönetici sayfalarının dili</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>Dene</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Ekranı temizle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>Gerçekten çıkılsın mı?</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Çıkış</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Cihaz</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Rakamlar</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 gün</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 gün</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Tüm mağaza</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Bu tablet</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>Bu tablet</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Tüm mağaza</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>En çok beğenilenler (9–10)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>Daha iyi olabilir (0–8)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Yorumlar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Nerede soruldu</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>Bilinmiyor: Sunucuya henüz sorulamadı.</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>İşaretli yanıtlar</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>Bir dakikada çok sayıda</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>Art arda çok sayıda aynı puan</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>Açılış saatleri dışında</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>Bu dönemde işaretli yanıt yok.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>İşaretli</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>Onlarla NPS</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>Onlarsız NPS</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>Zincirin resmî puanı işaretli yanıtları saymaz.</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>Zincirin resmî puanı işaretli yanıtları da sayar.</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>İşaret bir suçlama değildir: böyle diziler dürüstçe de olur.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>Hatalı denemelerden sonra kilitlendi. %1 sn sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>Lütfen dört ila sekiz rakam girin.</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>İkisi aynı değil. Baştan başlayın.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>Bu PIN yanlış.</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>PIN kaydedilemedi. Disk dolu mu?</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>Yeni PIN’i bir kez daha girin</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>Yönetici için dört ila sekiz rakamlı bir PIN seçin</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>Yönetici PIN’i</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Tamam</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>Ankete dön</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>Kasa</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Çıkış</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>Danışma</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>Bu dönemde yanıt yok.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>Tabletler</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>sonuncusu: %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>Henüz bir şey seçilmedi.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>Reddedilen kayıtlar</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>Kötüleyenler 0–6</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>Pasifler 7–8</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>Destekçiler 9–10</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>En fazla üç seçim yapabilirsiniz</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>En fazla %n seçim yapabilirsiniz</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>Uygun olanların tümünü seçin</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Birini seçin</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Yorum yaz</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>Lütfen isim veya telefon numarası yazmayın</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamam</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>İleri</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Atla</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>Yanıtınız: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Değiştir</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Baştan başla</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>Soru {i} / {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>Teşekkür ederiz! Görüşünüz daha iyi olmamıza yardımcı oluyor.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Hâlâ burada mısınız?</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Daha fazla süre</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Bitir</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>Bu sayfa %n saniye içinde kapanacak</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>Üzgünüz, şu anda yanıt alamıyoruz. Lütfen daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>Bugünkü ziyaretiniz nasıldı?</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>Başlamak için dokunun</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>{min} ile {max} arasında bir sayı</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Eksi</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>{chain} bugünkü ziyaretiniz hakkında sizinle iletişime geçebilir mi? Telefon numaranızı veya e-posta adresinizi yalnızca bunun için kullanacak ve {days} gün içinde sileceğiz.</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>Evet, benimle iletişime geçin</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Hayır, teşekkürler</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>Sizinle iletişime geçebilir miyiz?</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>Telefon numaranız</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>E-posta adresiniz</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>Bunun yerine e-posta</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>Bunun yerine telefon</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Onayla</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>Lütfen numarayı kontrol edin.</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>Lütfen e-posta adresini kontrol edin.</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>Teşekkür ederiz, sizinle iletişime geçeceğiz.</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>Silme kodunuz: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>Lütfen not alın: istediğiniz zaman bu kodla iletişim bilgilerinizi sileriz.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Diller</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Daha kolay kullanım</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Yüksek kontrast</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Daha büyük yazı</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>Düğmeler aşağıda</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Sesli oku</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>Normal görünüm</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>seçildi</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>Bir dokunuş yanıtınız olur</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>Çok düşük. En küçük sayı {min}.</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>Çok yüksek. En büyük sayı {max}.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>Lütfen bir sayı yazın.</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>Çok kısa. Telefon numarası en az %n hanelidir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>Çok uzun. Telefon numarası en fazla %n hanelidir.</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>+ işaretinden sonra ülke kodu gelir; ülke kodu 0 ile başlamaz.</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>Lütfen tek bir @ ve önüne bir ad yazın: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>@ işaretinden sonraki bölüm eksik: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>Lütfen boşlukları silin.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Boşluk</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Büyük harfler</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Yeni satır</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Klavyeyi gizle</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>Harfler veya işaretler</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>Kayıtlı değil: yanıtlar bu tablette kalır.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>Kaydediliyor…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>Her şey sunucuya ulaştı.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Gönderiliyor…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>Sunucuya ulaşılamadı. Yanıtlar burada saklanır ve sonra gönderilir.</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>Sunucu bu tableti kabul etmiyor. Lütfen bilgi işlem biriminizi arayın.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Gönderim</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Bekleyen: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Ayrılan: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Son gönderim: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>Henüz gönderilmedi</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>Deneme: bu yanıtlar sayılmaz</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Bitir</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>Yanıt bir Vouch sunucusundan gelmiyor.</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>Sunucu bu tableti tanımıyor. Yeni bir kodla yeniden kaydedin.</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>Bu tablet kayıtlı değil.</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>Şu anda yanıtlar gönderiliyor. Birazdan yeniden deneyin.</translation>
    </message>
</context>
</TS>
