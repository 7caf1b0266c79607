<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>Mieux que le %n jour précédent</numerusform>
            <numerusform>Mieux que les %n jours précédents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>Moins bien que le %n jour précédent</numerusform>
            <numerusform>Moins bien que les %n jours précédents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>Pas de changement net par rapport au %n jour précédent</numerusform>
            <numerusform>Pas de changement net par rapport aux %n jours précédents</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few answers to judge a change</source>
        <translation>Trop peu de réponses pour juger d’un changement</translation>
    </message>
    <message>
        <source>Too few answers before this period to compare with</source>
        <translation>Trop peu de réponses auparavant pour comparer</translation>
    </message>
    <message>
        <source>Too few days to judge a change</source>
        <translation>Trop peu de jours pour juger d’un changement</translation>
    </message>
    <message>
        <source>Answers on such a day until now: %1</source>
        <translation>Réponses un tel jour à cette heure : %1</translation>
    </message>
    <message>
        <source>Below the target of %1</source>
        <translation>Sous l’objectif de %1</translation>
    </message>
    <message>
        <source>Above the target of %1</source>
        <translation>Au-dessus de l’objectif de %1</translation>
    </message>
    <message>
        <source>Target %1: not clear yet</source>
        <translation>Objectif %1 : pas encore clair</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Objectif %1</translation>
    </message>
    <message>
        <source>Today so far: %1 (usually %2)</source>
        <translation>Aujourd’hui jusqu’ici : %1 (d’habitude %2)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>Aujourd’hui jusqu’ici : %1</translation>
    </message>
</context>
<context>
    <name>CleaningOverlay</name>
    <message>
        <source>You can wipe the screen now</source>
        <translation>Vous pouvez maintenant essuyer l’écran</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Night</source>
        <translation>Nuit</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Matin</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Après-midi</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Soir</translation>
    </message>
    <message>
        <source>Latest comments</source>
        <translation>Derniers commentaires</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses and most names are masked.</source>
        <translation>Les numéros de téléphone, les adresses e-mail et la plupart des noms sont masqués.</translation>
    </message>
    <message>
        <source>Shown in threes, or after closing; still waiting: %1</source>
        <translation>Affichés par trois ou après la fermeture ; en attente : %1</translation>
    </message>
    <message>
        <source>No comments to be shown yet.</source>
        <translation>Pas encore de commentaires à afficher.</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Note %1</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Cette tablette</translation>
    </message>
    <message>
        <source>Single answers</source>
        <translation>Réponses une à une</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>No answers to be shown yet.</source>
        <translation>Pas encore de réponses à afficher.</translation>
    </message>
    <message>
        <source>No reasons picked</source>
        <translation>Aucune raison choisie</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Signalées</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Tout le magasin</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Au %1</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Marked answers</source>
        <translation>Réponses signalées</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Où la question a été posée</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Tout le magasin</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Cette tablette</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>non enregistré</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>Codes PIN</translation>
    </message>
    <message>
        <source>set on this tablet</source>
        <translation>définis sur cette tablette</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>du serveur</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Dernier envoi</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Cet appareil</translation>
    </message>
    <message>
        <source>Last problems</source>
        <translation>Derniers problèmes</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>Réglages en vigueur</translation>
    </message>
    <message>
        <source>default</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Refusé par le serveur</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>Afficher les réglages</translation>
    </message>
    <message>
        <source>Show each record</source>
        <translation>Afficher chaque enregistrement</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>Aucune réponse sur cette période.</translation>
    </message>
    <message>
        <source>NPS, 95 % certain within %1 · %2 answers</source>
        <translation>NPS, à 95&#xa0;% de confiance %1 · réponses&#xa0;: %2</translation>
    </message>
    <message>
        <source>Rough: NPS %1, 95 % range above · %2 answers</source>
        <translation>Approximatif&#xa0;: NPS %1, intervalle à 95&#xa0;% ci-dessus · réponses&#xa0;: %2</translation>
    </message>
    <message>
        <source>answers: too few for a score, which needs 30</source>
        <translation>réponses&#xa0;: trop peu pour un score, il en faut 30</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Au %1</translation>
    </message>
    <message>
        <source>The figures of this survey are not shown here.</source>
        <translation>Les chiffres de cette enquête ne sont pas affichés ici.</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value was given</source>
        <translation>Combien de fois chaque note a été donnée</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>Hours of the day</source>
        <translation>Heures de la journée</translation>
    </message>
    <message>
        <source>How many answers came in each hour</source>
        <translation>Combien de réponses à chaque heure</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>Aucune réponse sur cette période.</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language of the manager&apos;s pages</source>
        <translation>Langue des pages du responsable</translation>
    </message>
</context>
<context>
    <name>ManagerFooter</name>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Nettoyer l’écran</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Really exit?</source>
        <translation>Vraiment quitter&#xa0;?</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
</context>
<context>
    <name>ManagerHeader</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Tout le magasin</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Cette tablette</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>This tablet</source>
        <translation>Cette tablette</translation>
    </message>
    <message>
        <source>Whole store</source>
        <translation>Tout le magasin</translation>
    </message>
    <message>
        <source>Liked most (9–10)</source>
        <translation>Le plus apprécié (9–10)</translation>
    </message>
    <message>
        <source>Could be better (0–8)</source>
        <translation>À améliorer (0–8)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Where it was asked</source>
        <translation>Où la question a été posée</translation>
    </message>
    <message>
        <source>Not known: the server could not be asked yet.</source>
        <translation>Inconnu&#xa0;: le serveur n’a pas encore pu être interrogé.</translation>
    </message>
    <message>
        <source>Marked answers</source>
        <translation>Réponses signalées</translation>
    </message>
</context>
<context>
    <name>MarkedPanel</name>
    <message>
        <source>Many within a minute</source>
        <translation>Beaucoup en une minute</translation>
    </message>
    <message>
        <source>Many equal scores in a row</source>
        <translation>Beaucoup de notes égales à la suite</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>Hors des heures d’ouverture</translation>
    </message>
    <message>
        <source>No answer is marked in this period.</source>
        <translation>Aucune réponse n’est signalée sur cette période.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Signalées</translation>
    </message>
    <message>
        <source>NPS with them</source>
        <translation>NPS avec elles</translation>
    </message>
    <message>
        <source>NPS without them</source>
        <translation>NPS sans elles</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>The chain&apos;s official score leaves marked answers out.</source>
        <translation>Le score officiel de l’enseigne exclut les réponses signalées.</translation>
    </message>
    <message>
        <source>The chain&apos;s official score counts marked answers too.</source>
        <translation>Le score officiel de l’enseigne compte aussi les réponses signalées.</translation>
    </message>
    <message>
        <source>A mark is no accusation: such runs happen honestly too.</source>
        <translation>Un signalement n’est pas une accusation : de telles séries arrivent aussi honnêtement.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Locked after wrong tries. Try again in %1 s.</source>
        <translation>Verrouillé après des essais erronés. Réessayez dans %1 s.</translation>
    </message>
    <message>
        <source>Four to eight digits, please.</source>
        <translation>Quatre à huit chiffres, s’il vous plaît.</translation>
    </message>
    <message>
        <source>The two were not the same. Start again.</source>
        <translation>Les deux codes diffèrent. Recommencez.</translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation>Ce code PIN est incorrect.</translation>
    </message>
    <message>
        <source>The PIN could not be stored. Is the disk full?</source>
        <translation>Le code PIN n’a pas pu être enregistré. Le disque est-il plein&#xa0;?</translation>
    </message>
    <message>
        <source>Enter the new PIN once more</source>
        <translation>Saisissez encore une fois le nouveau code PIN</translation>
    </message>
    <message>
        <source>Choose a PIN for the manager, four to eight digits</source>
        <translation>Choisissez un code PIN pour le responsable, de quatre à huit chiffres</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>Code PIN du responsable</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>Retour à l’enquête</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Checkout</source>
        <translation>Caisse</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>Comptoir de service</translation>
    </message>
    <message>
        <source>No answers in this period.</source>
        <translation>Aucune réponse sur cette période.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>Tablettes</translation>
    </message>
    <message>
        <source>last one: %1</source>
        <translation>dernière : %1</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Nothing picked yet.</source>
        <translation>Rien n’a encore été choisi.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Refused records</source>
        <translation>Enregistrements refusés</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Detractors 0–6</source>
        <translation>Détracteurs 0–6</translation>
    </message>
    <message>
        <source>Passives 7–8</source>
        <translation>Passifs 7–8</translation>
    </message>
    <message>
        <source>Promoters 9–10</source>
        <translation>Promoteurs 9–10</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Choose up to three</source>
        <translation>Trois réponses au maximum</translation>
    </message>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>%n réponse au maximum</numerusform>
            <numerusform>%n réponses au maximum</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all that apply</source>
        <translation>Plusieurs réponses possibles</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Une seule réponse</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Écrire un commentaire</translation>
    </message>
    <message>
        <source>Please don&apos;t include names or phone numbers</source>
        <translation>Merci de ne pas indiquer de noms ni de numéros de téléphone</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Your answer: {score}</source>
        <translation>Votre réponse&#xa0;: {score}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Question {i} of {n}</source>
        <translation>Question {i} sur {n}</translation>
    </message>
    <message>
        <source>Thank you! Your opinion helps us do better.</source>
        <translation>Merci&#xa0;! Votre avis nous aide à nous améliorer.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là&#xa0;?</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Plus de temps</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>Cette page se fermera dans %n seconde</numerusform>
            <numerusform>Cette page se fermera dans %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorry, we cannot take answers right now. Please try again later.</source>
        <translation>Désolés, nous ne pouvons pas recueillir de réponses pour le moment. Merci de réessayer plus tard.</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>Comment s’est passée votre visite aujourd’hui&#xa0;?</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>Touchez pour commencer</translation>
    </message>
    <message>
        <source>A number from {min} to {max}</source>
        <translation>Un nombre de {min} à {max}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>May {chain} contact you about today&apos;s visit? We will use your phone number or e-mail only for this and delete it within {days} days.</source>
        <translation>Autorisez-vous {chain} à vous contacter au sujet de votre visite d’aujourd’hui&#xa0;? Votre numéro de téléphone ou votre e‑mail ne servira qu’à cela et sera supprimé sous {days} jours.</translation>
    </message>
    <message>
        <source>Yes, please contact me</source>
        <translation>Oui, contactez-moi</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>Non, merci</translation>
    </message>
    <message>
        <source>May we contact you?</source>
        <translation>Pouvons-nous vous contacter&#xa0;?</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>Votre numéro de téléphone</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Votre adresse e-mail</translation>
    </message>
    <message>
        <source>Use e-mail instead</source>
        <translation>Plutôt par e-mail</translation>
    </message>
    <message>
        <source>Use phone instead</source>
        <translation>Plutôt par téléphone</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Please check the number.</source>
        <translation>Merci de vérifier le numéro.</translation>
    </message>
    <message>
        <source>Please check the e-mail address.</source>
        <translation>Merci de vérifier l’adresse e-mail.</translation>
    </message>
    <message>
        <source>Thank you, we will contact you.</source>
        <translation>Merci, nous vous contacterons.</translation>
    </message>
    <message>
        <source>Your erasure code: {code}</source>
        <translation>Votre code de suppression&#xa0;: {code}</translation>
    </message>
    <message>
        <source>Note it down: with it we delete your contact whenever you ask.</source>
        <translation>Notez-le&#xa0;: grâce à ce code, nous supprimerons vos coordonnées dès que vous le demanderez.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Utilisation plus facile</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Controls lower</source>
        <translation>Boutons plus bas</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>Affichage normal</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>sélectionné</translation>
    </message>
    <message>
        <source>One tap is your answer</source>
        <translation>Touchez une réponse, cela suffit</translation>
    </message>
    <message>
        <source>Too low. The lowest number is {min}.</source>
        <translation>C’est trop bas. Le plus petit nombre est {min}.</translation>
    </message>
    <message>
        <source>Too high. The highest number is {max}.</source>
        <translation>C’est trop élevé. Le plus grand nombre est {max}.</translation>
    </message>
    <message>
        <source>Please type a number.</source>
        <translation>Merci de saisir un nombre.</translation>
    </message>
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>C’est trop court. Un numéro a au moins %n chiffre.</numerusform>
            <numerusform>C’est trop court. Un numéro a au moins %n chiffres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>C’est trop long. Un numéro a au plus %n chiffre.</numerusform>
            <numerusform>C’est trop long. Un numéro a au plus %n chiffres.</numerusform>
        </translation>
    </message>
    <message>
        <source>After + comes the country code, which does not begin with 0.</source>
        <translation>Après le + vient l’indicatif du pays, qui ne commence pas par 0.</translation>
    </message>
    <message>
        <source>Please write one @ with a name before it: {example}</source>
        <translation>Il faut un seul @ avec un nom devant&#xa0;: {example}</translation>
    </message>
    <message>
        <source>The part after the @ is not complete: {example}</source>
        <translation>La partie après le @ n’est pas complète&#xa0;: {example}</translation>
    </message>
    <message>
        <source>Please take the spaces out.</source>
        <translation>Merci de retirer les espaces.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Majuscules</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Nouvelle ligne</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Masquer le clavier</translation>
    </message>
    <message>
        <source>Letters or signs</source>
        <translation>Lettres ou signes</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Not enrolled: answers stay on this tablet.</source>
        <translation>Non enregistrée&#xa0;: les réponses restent sur cette tablette.</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Everything has reached the server.</source>
        <translation>Tout est arrivé au serveur.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi en cours…</translation>
    </message>
    <message>
        <source>Server not reached. Answers are kept here and sent later.</source>
        <translation>Serveur injoignable. Les réponses sont gardées ici et envoyées plus tard.</translation>
    </message>
    <message>
        <source>The server shuts this tablet out. Please call your IT.</source>
        <translation>Le serveur refuse cette tablette. Veuillez appeler votre service informatique.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>En attente&#xa0;: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Mises de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Last sent: %1</source>
        <translation>Dernier envoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Never sent yet</source>
        <translation>Encore aucun envoi</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>Trying it out: these answers are not counted</source>
        <translation>Mode essai&#xa0;: ces réponses ne sont pas comptées</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
</context>
<context>
    <name>vouch::client::SyncClient</name>
    <message>
        <source>The answer does not come from a Vouch server.</source>
        <translation>La réponse ne vient pas d’un serveur Vouch.</translation>
    </message>
    <message>
        <source>The server does not know this tablet. Enrol it again with a new code.</source>
        <translation>Le serveur ne connaît pas cette tablette. Enregistrez-la de nouveau avec un nouveau code.</translation>
    </message>
    <message>
        <source>This tablet is not enrolled.</source>
        <translation>Cette tablette n’est pas enregistrée.</translation>
    </message>
    <message>
        <source>Answers are being sent just now. Try again in a moment.</source>
        <translation>Des réponses sont en cours d’envoi. Réessayez dans un instant.</translation>
    </message>
</context>
</TS>
