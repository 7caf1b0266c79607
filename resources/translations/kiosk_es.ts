<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>Mejor que en el %n día anterior</numerusform>
            <numerusform>Mejor que en los %n días anteriores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>Peor que en el %n día anterior</numerusform>
            <numerusform>Peor que en los %n días anteriores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>Sin cambio claro frente al %n día anterior</numerusform>
            <numerusform>Sin cambio claro frente a los %n días anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>Muy pocas respuestas para juzgar un cambio</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>Muy pocas respuestas anteriores para comparar</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>Muy pocos días para juzgar un cambio</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>Respuestas en un día así hasta ahora: %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>Por debajo del objetivo de %1</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>Por encima del objetivo de %1</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>Objetivo %1: aún no está claro</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Objetivo %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>Hoy hasta ahora: %1 (normalmente %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>Hoy hasta ahora: %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>Ya puede limpiar la pantalla</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>Noche</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Última hora de la tarde</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>Últimos comentarios</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>Los teléfonos, los correos electrónicos y la mayoría de los nombres están ocultos.</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>Se muestran de tres en tres o tras el cierre; en espera: %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>Aún no hay comentarios que mostrar.</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Puntuación %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Esta tableta</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>Respuestas una a una</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comentarios</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>Aún no hay respuestas que mostrar.</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>Sin motivos elegidos</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Marcadas</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Toda la tienda</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Actualizado: %1</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>Respuestas marcadas</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Dónde se preguntó</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Toda la tienda</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Esta tableta</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>sin registrar</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Cuestionario</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>definidos en esta tableta</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>del servidor</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartadas</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Último envío</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>Últimos problemas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>Ajustes vigentes</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminado</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Rechazado por el servidor</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>Mostrar los ajustes</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>Mostrar cada registro</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>No hay respuestas en este período.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>NPS, con un 95&#xa0;% de confianza %1 · respuestas: %2</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>Aproximado: NPS %1, rango del 95&#xa0;% arriba · respuestas: %2</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>respuestas: pocas para una puntuación, que necesita 30</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Actualizado: %1</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>Las cifras de esta encuesta no se muestran aquí.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>Cuántas veces se dio cada valor</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>Horas del día</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>Cuántas respuestas llegaron en cada hora</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>No hay respuestas en este período.</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>Idioma de las páginas del encargado</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Limpiar la pantalla</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>¿Salir de verdad?</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Toda la tienda</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Esta tableta</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>Esta tableta</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Toda la tienda</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>Lo que más gustó (9–10)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>Se puede mejorar (0–8)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comentarios</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Dónde se preguntó</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>Se desconoce: aún no se ha podido consultar al servidor.</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>Respuestas marcadas</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>Muchas en un minuto</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>Muchas puntuaciones iguales seguidas</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>Fuera del horario de apertura</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>Ninguna respuesta está marcada en este período.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Marcadas</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>NPS con ellas</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>NPS sin ellas</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>La puntuación oficial de la cadena excluye las respuestas marcadas.</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>La puntuación oficial de la cadena cuenta también las respuestas marcadas.</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>Una marca no es una acusación: estas series ocurren también honestamente.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>Bloqueado tras varios intentos fallidos. Inténtelo de nuevo en %1 s.</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>Entre cuatro y ocho dígitos, por favor.</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>No coinciden. Empiece de nuevo.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>Ese PIN no es correcto.</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>No se ha podido guardar el PIN. ¿Está lleno el disco?</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>Introduzca otra vez el PIN nuevo</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>Elija un PIN para el encargado, de cuatro a ocho dígitos</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>PIN del encargado</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>Volver a la encuesta</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>Mostrador de atención</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>No hay respuestas en este período.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>Tabletas</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>última: %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>Aún no se ha elegido nada.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>Registros rechazados</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>Detractores 0–6</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>Pasivos 7–8</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>Promotores 9–10</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>Elija hasta tres opciones</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>Elija hasta %n opción</numerusform>
            <numerusform>Elija hasta %n opciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>Elija todas las que correspondan</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Elija una opción</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Escribir un comentario</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>Por favor, no incluya nombres ni números de teléfono</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>Su respuesta: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>Pregunta {i} de {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>¡Gracias! Su opinión nos ayuda a mejorar.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>Esta página se cerrará en %n segundo</numerusform>
            <numerusform>Esta página se cerrará en %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>Lo sentimos, ahora mismo no podemos recibir respuestas. Por favor, inténtelo más tarde.</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>¿Qué tal ha sido su visita de hoy?</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>Toque para empezar</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>Un número de {min} a {max}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>¿Puede {chain} ponerse en contacto con usted por su visita de hoy? Usaremos su teléfono o su correo electrónico solo para esto y lo borraremos en un plazo de {days} días.</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>Sí, pueden contactarme</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>¿Podemos ponernos en contacto con usted?</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>Su número de teléfono</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Su correo electrónico</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>Usar correo electrónico</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>Usar teléfono</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>Por favor, revise el número.</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>Por favor, revise el correo electrónico.</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>Gracias, nos pondremos en contacto con usted.</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>Su código de borrado: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>Anótelo: con él borraremos sus datos de contacto cuando lo pida.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Más fácil de usar</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>Botones más abajo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>Vista normal</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>seleccionado</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>Con un toque basta para responder</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>Es demasiado bajo. El número más bajo es {min}.</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>Es demasiado alto. El número más alto es {max}.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>Por favor, escriba un número.</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>Es demasiado corto. Un teléfono tiene al menos %n cifra.</numerusform>
            <numerusform>Es demasiado corto. Un teléfono tiene al menos %n cifras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>Es demasiado largo. Un teléfono tiene como máximo %n cifra.</numerusform>
            <numerusform>Es demasiado largo. Un teléfono tiene como máximo %n cifras.</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>Después del + va el prefijo del país, que no empieza por 0.</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>Escriba una sola @ con un nombre delante: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>La parte después de la @ no está completa: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>Por favor, quite los espacios.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Mayúsculas</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Nueva línea</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Ocultar el teclado</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>Letras o signos</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>Sin registrar: las respuestas se quedan en esta tableta.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>Registrando…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>Todo ha llegado al servidor.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>No se puede conectar con el servidor. Las respuestas se guardan aquí y se enviarán después.</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>El servidor no admite esta tableta. Llame a su departamento de informática.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>En espera: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Apartadas: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Último envío: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>Aún no se ha enviado nada</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>Modo de prueba: estas respuestas no se cuentan</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>La respuesta no procede de un servidor Vouch.</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>El servidor no reconoce esta tableta. Regístrela de nuevo con un código nuevo.</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>Esta tableta no está registrada.</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>Ahora mismo se están enviando respuestas. Inténtelo de nuevo en un momento.</translation>
    </message>
</context>
</TS>
