<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>Лучше, чем за %n день до этого</numerusform>
            <numerusform>Лучше, чем за %n дня до этого</numerusform>
            <numerusform>Лучше, чем за %n дней до этого</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>Хуже, чем за %n день до этого</numerusform>
            <numerusform>Хуже, чем за %n дня до этого</numerusform>
            <numerusform>Хуже, чем за %n дней до этого</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>Без явных изменений против %n дня до этого</numerusform>
            <numerusform>Без явных изменений против %n дней до этого</numerusform>
            <numerusform>Без явных изменений против %n дней до этого</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>Слишком мало ответов, чтобы судить об изменении</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>До этого слишком мало ответов для сравнения</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>Слишком мало дней, чтобы судить об изменении</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>Ответов в такой день к этому часу: %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>Ниже цели %1</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>Выше цели %1</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>Цель %1: пока неясно</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Цель %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>Сегодня пока: %1 (обычно %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>Сегодня пока: %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>Теперь можно протереть экран</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>Ночь</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Утро</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Вечер</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>Последние комментарии</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>Телефоны, адреса e-mail и большинство имён скрыты.</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>Показываются по три или после закрытия; ожидают: %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>Пока нет комментариев для показа.</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Оценка %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Этот планшет</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>Отдельные ответы</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Комментарии</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>Пока нет ответов для показа.</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>Причины не выбраны</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Помечено</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Весь магазин</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>По состоянию на %1</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>Помеченные ответы</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Где спрашивали</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Весь магазин</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Этот планшет</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>не зарегистрировано</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Анкета</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PIN-коды</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>заданы на этом планшете</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>с сервера</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Это устройство</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>Последние неполадки</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>Действующие настройки</translation>
    </message>
    <message>
        <source>default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Отклонено сервером</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>Показать настройки</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>Показать каждую запись</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>За этот период ответов нет.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>NPS, с уверенностью 95 % %1 · ответов: %2</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>Приблизительно: NPS %1, выше — диапазон 95 % · ответов: %2</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>ответов: для оценки мало, нужно 30</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>По состоянию на %1</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>Показатели этого опроса здесь не показываются.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>Сколько раз поставлено каждое значение</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>Часы дня</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>Сколько ответов пришло за каждый час</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>За этот период ответов нет.</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>Язык страниц управляющего</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>Попробовать</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Протереть экран</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>Точно выйти?</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Показатели</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Весь магазин</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Этот планшет</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>Этот планшет</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Весь магазин</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>Понравилось (9–10)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>Что можно улучшить (0–8)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Комментарии</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробно</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Где спрашивали</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>Неизвестно: сервер ещё не удалось спросить.</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>Помеченные ответы</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>Много за одну минуту</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>Много одинаковых оценок подряд</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>Вне часов работы</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>За этот период помеченных ответов нет.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Помечено</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>NPS с ними</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>NPS без них</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>Официальный показатель сети не учитывает помеченные ответы.</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>Официальный показатель сети учитывает и помеченные ответы.</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>Пометка — не обвинение: такое бывает и честно.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>Заблокировано после неверных попыток. Повторите через %1 с.</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>Нужно от четырёх до восьми цифр.</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>Коды не совпали. Начните заново.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>Неверный PIN-код.</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>PIN-код не удалось сохранить. Диск заполнен?</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>Введите новый PIN-код ещё раз</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>Выберите PIN-код управляющего: от четырёх до восьми цифр</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>PIN-код управляющего</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>Вернуться к опросу</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>Касса</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>Стойка обслуживания</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>За этот период ответов нет.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>Планшеты</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>последний: %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>Пока ничего не выбрано.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>Отклонённые записи</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>Критики 0–6</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>Нейтралы 7–8</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>Промоутеры 9–10</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>Можно выбрать до трёх</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>Можно выбрать до %n</numerusform>
            <numerusform>Можно выбрать до %n</numerusform>
            <numerusform>Можно выбрать до %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>Выберите всё, что подходит</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Выберите один вариант</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Написать комментарий</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>Пожалуйста, не указывайте имена и телефоны</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>Ваш ответ: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>Вопрос {i} из {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>Спасибо! Ваше мнение помогает нам становиться лучше.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Вы ещё здесь?</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Нужно ещё время</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>Страница закроется через %n с</numerusform>
            <numerusform>Страница закроется через %n с</numerusform>
            <numerusform>Страница закроется через %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>Извините, сейчас мы не можем принять ответы. Пожалуйста, попробуйте позже.</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>Как прошёл ваш сегодняшний визит?</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>Коснитесь, чтобы начать</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>Число от {min} до {max}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Минус</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>Вы разрешаете магазину «{chain}» связаться с вами по поводу сегодняшнего визита? Телефон или e-mail используем только для этого и удалим в течение {days} дней.</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>Да, свяжитесь со мной</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Нет, спасибо</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>Можно с вами связаться?</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>Ваш номер телефона</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Ваш адрес e-mail</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>Указать e-mail</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>Указать телефон</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>Пожалуйста, проверьте номер.</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>Пожалуйста, проверьте адрес e-mail.</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>Спасибо, мы свяжемся с вами.</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>Ваш код для удаления: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>Запишите его: по этому коду мы удалим ваши контактные данные, когда вы попросите.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Сделать удобнее</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокий контраст</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупный текст</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>Кнопки ниже</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читать вслух</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>Обычный вид</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>выбрано</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>Одно касание — и это ваш ответ</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>Слишком мало. Наименьшее число — {min}.</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>Слишком много. Наибольшее число — {max}.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>Пожалуйста, введите число.</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>Слишком коротко. В номере не меньше %n цифры.</numerusform>
            <numerusform>Слишком коротко. В номере не меньше %n цифр.</numerusform>
            <numerusform>Слишком коротко. В номере не меньше %n цифр.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>Слишком длинно. В номере не больше %n цифры.</numerusform>
            <numerusform>Слишком длинно. В номере не больше %n цифр.</numerusform>
            <numerusform>Слишком длинно. В номере не больше %n цифр.</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>После + идёт код страны, он не начинается с 0.</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>Нужен один знак @ и имя перед ним: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>Часть после @ написана не полностью: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>Пожалуйста, уберите пробелы.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Заглавные буквы</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Новая строка</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Скрыть клавиатуру</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>Буквы или знаки</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>Не зарегистрирован: ответы остаются на планшете.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>Регистрация…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>Всё дошло до сервера.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Отправка…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>Сервер недоступен. Ответы хранятся здесь и уйдут позже.</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>Сервер не принимает этот планшет. Обратитесь в ИТ-службу.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>В очереди: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Отложено: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Последняя отправка: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>Ещё не отправлялось</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>Пробный режим: эти ответы не учитываются</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Завершить</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>Ответ пришёл не от сервера Vouch.</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>Сервер не знает этот планшет. Зарегистрируйте его снова с новым кодом.</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>Этот планшет не зарегистрирован.</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>Ответы как раз отправляются. Повторите чуть позже.</translation>
    </message>
</context>
</TS>
