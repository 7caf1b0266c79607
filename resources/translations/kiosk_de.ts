<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>Besser als an dem %n Tag davor</numerusform>
            <numerusform>Besser als in den %n Tagen davor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>Schlechter als an dem %n Tag davor</numerusform>
            <numerusform>Schlechter als in den %n Tagen davor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>Keine klare Veränderung zu dem %n Tag davor</numerusform>
            <numerusform>Keine klare Veränderung zu den %n Tagen davor</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>Zu wenige Antworten, um eine Veränderung zu beurteilen</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>Davor zu wenige Antworten für einen Vergleich</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>Zu wenige Tage, um eine Veränderung zu beurteilen</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>Antworten an so einem Tag bis jetzt: %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>Unter dem Ziel von %1</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>Über dem Ziel von %1</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>Ziel %1: noch nicht klar</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>Heute bisher: %1 (sonst %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>Heute bisher: %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>Sie können den Bildschirm jetzt abwischen</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>Nachts</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Vormittags</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Nachmittags</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Abends</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>Neueste Kommentare</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>Telefonnummern, E-Mail-Adressen und die meisten Namen sind verdeckt.</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>Gezeigt zu dritt oder nach Ladenschluss; noch wartend: %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>Noch keine Kommentare zum Zeigen.</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Dieses Tablet</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>Einzelne Antworten</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>Noch keine Antworten zum Zeigen.</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>Keine Gründe gewählt</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Ganze Filiale</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>Markierte Antworten</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Wo gefragt wurde</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Ganze Filiale</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Dieses Tablet</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Fragebogen</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PINs</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>auf diesem Tablet festgelegt</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>vom Server</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>Letzte Probleme</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>Geltende Einstellungen</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Vom Server abgelehnt</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>Jeden Datensatz zeigen</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>Keine Antworten in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>NPS, mit 95&#xa0;% Sicherheit %1 · Antworten: %2</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>Grob: NPS %1, 95-%-Bereich oben · Antworten: %2</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>Antworten: zu wenige für einen Wert, dafür braucht es 30</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>Die Zahlen dieser Umfrage werden hier nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>Wie oft jeder Wert gegeben wurde</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>Stunden des Tages</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>Wie viele Antworten in jeder Stunde kamen</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>In diesem Zeitraum gibt es keine Antworten.</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>Sprache der Leitungsseiten</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Bildschirm reinigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>Wirklich beenden?</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Ganze Filiale</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Dieses Tablet</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>Dieses Tablet</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Ganze Filiale</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>Gefiel am besten (9–10)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>Könnte besser sein (0–8)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Wo gefragt wurde</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>Nicht bekannt: Der Server konnte noch nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>Markierte Antworten</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>Viele in einer Minute</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>Viele gleiche Werte hintereinander</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>Außerhalb der Öffnungszeiten</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>In diesem Zeitraum ist keine Antwort markiert.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>NPS mit ihnen</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>NPS ohne sie</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>Der offizielle Wert der Kette lässt markierte Antworten weg.</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>Der offizielle Wert der Kette zählt markierte Antworten mit.</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>Eine Markierung ist kein Vorwurf: So etwas kommt auch ehrlich vor.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>Nach falschen Versuchen gesperrt. In %1 s erneut versuchen.</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>Bitte vier bis acht Ziffern.</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>Die beiden stimmen nicht überein. Bitte von vorn.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>Diese PIN ist falsch.</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>Die PIN konnte nicht gespeichert werden. Ist der Speicher voll?</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>Die neue PIN noch einmal eingeben</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>Wählen Sie eine PIN für die Filialleitung, vier bis acht Ziffern</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>PIN der Filialleitung</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>Zurück zur Umfrage</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>Servicetheke</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>In diesem Zeitraum gibt es keine Antworten.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>Tablets</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>letzte: %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>Noch nichts ausgewählt.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>Abgelehnte Datensätze</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>Kritiker 0–6</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>Passive 7–8</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>Promotoren 9–10</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>Bitte bis zu drei auswählen</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>Bitte bis zu %n auswählen</numerusform>
            <numerusform>Bitte bis zu %n auswählen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>Bitte alles Zutreffende auswählen</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Bitte eine Antwort auswählen</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Kommentar schreiben</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>Bitte keine Namen oder Telefonnummern angeben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>Ihre Antwort: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>Frage {i} von {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>Vielen Dank! Ihre Meinung hilft uns, besser zu werden.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Mehr Zeit</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>Diese Seite schließt sich in %n Sekunde</numerusform>
            <numerusform>Diese Seite schließt sich in %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>Leider können wir gerade keine Antworten entgegennehmen. Bitte versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>Wie war Ihr Besuch heute?</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>Zum Beginnen berühren</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>Eine Zahl von {min} bis {max}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Minus</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>Darf {chain} Sie zu Ihrem heutigen Besuch kontaktieren? Wir verwenden Ihre Telefonnummer oder E-Mail-Adresse nur dafür und löschen sie innerhalb von {days} Tagen.</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>Ja, bitte kontaktieren Sie mich</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Nein, danke</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>Dürfen wir Sie kontaktieren?</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>Ihre Telefonnummer</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Ihre E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>Lieber per E-Mail</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>Lieber per Telefon</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>Bitte prüfen Sie die Nummer.</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>Bitte prüfen Sie die E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>Vielen Dank, wir melden uns bei Ihnen.</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>Ihr Löschcode: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>Bitte notieren: Mit diesem Code löschen wir Ihre Kontaktdaten, wann immer Sie es wünschen.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Einfachere Bedienung</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>Tasten weiter unten</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>Normale Ansicht</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>Einmal tippen genügt</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>Zu niedrig. Die kleinste Zahl ist {min}.</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>Zu hoch. Die größte Zahl ist {max}.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>Bitte eine Zahl eingeben.</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>Zu kurz. Eine Telefonnummer hat mindestens %n Ziffer.</numerusform>
            <numerusform>Zu kurz. Eine Telefonnummer hat mindestens %n Ziffern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>Zu lang. Eine Telefonnummer hat höchstens %n Ziffer.</numerusform>
            <numerusform>Zu lang. Eine Telefonnummer hat höchstens %n Ziffern.</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>Nach dem + kommt die Ländervorwahl. Sie beginnt nicht mit 0.</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>Bitte genau ein @ mit einem Namen davor: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>Der Teil nach dem @ ist nicht vollständig: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>Bitte die Leerzeichen entfernen.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Großbuchstaben</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Tastatur ausblenden</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>Buchstaben oder Zeichen</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>Nicht angemeldet: Antworten bleiben auf diesem Tablet.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>Wird angemeldet…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>Alles ist beim Server angekommen.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>Server nicht erreichbar. Antworten bleiben hier und werden später gesendet.</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>Der Server lässt dieses Tablet nicht zu. Bitte rufen Sie Ihre IT an.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartend: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Zurückgelegt: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Zuletzt gesendet: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>Noch nie gesendet</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>Probebetrieb: Diese Antworten zählen nicht</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>Die Antwort kommt nicht von einem Vouch-Server.</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>Der Server kennt dieses Tablet nicht. Melden Sie es mit einem neuen Code wieder an.</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>Dieses Tablet ist nicht angemeldet.</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>Gerade werden Antworten gesendet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
</TS>
