"""Why nothing of a mail was filed, or why what was is a draft: for answers, in three languages.

Each begins with the sentence as it is given in English, with gaps. `en` stands where a mail is told
other words than an officer.
"""

REFUSAL_WORDS: dict[str, dict[str, str]] = {
    "it has no headline": {
        "fr": "il n’a pas de titre",
        "nl": "hij heeft geen kop",
        "de": "er hat keine Überschrift",
    },
    "it has no headline that can be told: “{words}” may name an office, and so may what stands "
    "below it; mark the headline with # in front of it": {
        "fr": "on ne peut pas dire quel est son titre : « {words} » peut nommer un service, et ce "
        "qui est en dessous aussi ; mettez # devant le titre",
        "nl": "de kop is niet te herkennen: “{words}” kan een dienst zijn, en wat eronder staat "
        "ook; zet # voor de kop",
        "de": "die Überschrift ist nicht zu erkennen: „{words}“ kann eine Stelle nennen, und was "
        "darunter steht, auch; setzen Sie # vor die Überschrift",
    },
    "it has no headline that can be told: “{words}” is a reference; put the headline in a "
    "paragraph of its own": {
        "fr": "on ne peut pas dire quel est son titre : « {words} » est une référence ; mettez le "
        "titre dans un paragraphe à part",
        "nl": "de kop is niet te herkennen: “{words}” is een kenmerk; zet de kop in een eigen "
        "alinea",
        "de": "die Überschrift ist nicht zu erkennen: „{words}“ ist ein Aktenzeichen; setzen Sie "
        "die Überschrift in einen eigenen Absatz",
    },
    "it has no headline that can be told: “{words}” begins a text; put the headline in a "
    "paragraph of its own, above it": {
        "fr": "on ne peut pas dire quel est son titre : « {words} » commence un texte ; mettez le "
        "titre au-dessus, dans un paragraphe à part",
        "nl": "de kop is niet te herkennen: “{words}” begint een tekst; zet de kop erboven, in een "
        "eigen alinea",
        "de": "die Überschrift ist nicht zu erkennen: „{words}“ beginnt einen Text; setzen Sie die "
        "Überschrift darüber, in einen eigenen Absatz",
    },
    "it has no headline: the first paragraph has {count} characters; put the headline in a "
    "paragraph of its own": {
        "fr": "il n’a pas de titre : le premier paragraphe a {count} caractères ; mettez le titre "
        "dans un paragraphe à part",
        "nl": "hij heeft geen kop: de eerste alinea heeft {count} tekens; zet de kop in een eigen "
        "alinea",
        "de": "er hat keine Überschrift: der erste Absatz hat {count} Zeichen; setzen Sie die "
        "Überschrift in einen eigenen Absatz",
    },
    "it holds no text: paste the press text, or attach it as a Word file": {
        "fr": "il ne contient pas de texte : collez-y le communiqué, ou joignez-le en fichier Word",
        "nl": "hij bevat geen tekst: plak het persbericht erin, of voeg het toe als Word-bestand",
        "de": "sie enthält keinen Text: fügen Sie den Pressetext ein oder hängen Sie ihn als "
        "Word-Datei an",
    },
    "it has no words; send the text as words, not as a picture": {
        "fr": "il ne contient pas de mots ; envoyez le texte lui-même, pas une image",
        "nl": "er staan geen woorden in; stuur de tekst zelf, niet een afbeelding ervan",
        "de": "es stehen keine Wörter darin; schicken Sie den Text selbst, kein Bild davon",
    },
    "it has several texts attached, {names}: send a mail for each": {
        "fr": "plusieurs textes y sont joints ({names}) : envoyez un message pour chacun",
        "nl": "er zijn verscheidene teksten bijgevoegd ({names}): stuur voor elke tekst een mail",
        "de": "mehrere Texte hängen daran ({names}): schicken Sie für jeden eine eigene E-Mail",
    },
    "it has hardly a text of its own, and {file} is {kind}": {
        "fr": "il n’a guère de texte, et {file} n’a pas pu être lu : {kind}",
        "nl": "hij heeft nauwelijks eigen tekst, en {file} kon niet worden gelezen: {kind}",
        "de": "sie hat kaum eigenen Text, und {file} konnte nicht gelesen werden: {kind}",
    },
    "of what is attached, {file}: {reason}": {
        "fr": "pièce jointe {file} : {reason}",
        "nl": "bijlage {file}: {reason}",
        "de": "Anhang {file}: {reason}",
    },
    "it answers another mail and has hardly a text of its own: send the press text in a new mail, "
    "or pass the other mail on": {
        "fr": "il répond à un autre message et n’a guère de texte : envoyez le communiqué dans un "
        "nouveau message, ou transférez l’autre",
        "nl": "hij antwoordt op een andere mail en heeft nauwelijks eigen tekst: stuur het "
        "persbericht in een nieuwe mail, of stuur de andere mail door",
        "de": "sie antwortet auf eine andere E-Mail und hat kaum eigenen Text: schicken Sie den "
        "Pressetext in einer neuen E-Mail, oder leiten Sie die andere weiter",
    },
    "it passes on several mails, {names}: pass each on by itself": {
        "fr": "il transfère plusieurs messages ({names}) : transférez chacun séparément",
        "nl": "hij stuurt verscheidene mails door ({names}): stuur ze elk apart door",
        "de": "sie leitet mehrere E-Mails weiter ({names}): leiten Sie jede einzeln weiter",
    },
    "it is encrypted, or signed in a way that hides its text: send it without, or signed in the "
    "clear (multipart/signed)": {
        "fr": "il est chiffré, ou signé d’une façon qui cache son texte : envoyez-le sans, ou "
        "signé en clair (multipart/signed)",
        "nl": "hij is versleuteld, of zo ondertekend dat de tekst verborgen is: stuur hem zonder, "
        "of met een leesbare handtekening (multipart/signed)",
        "de": "sie ist verschlüsselt oder so signiert, dass ihr Text verborgen ist: schicken Sie "
        "sie ohne, oder im Klartext signiert (multipart/signed)",
    },
    "a part of it is cut off, or goes on below its end: send it again": {
        "fr": "une partie en est coupée, ou continue après sa fin : renvoyez-le",
        "nl": "een deel ervan is afgebroken, of gaat door na het einde: stuur hem opnieuw",
        "de": "ein Teil davon ist abgeschnitten oder geht hinter seinem Ende weiter: schicken Sie "
        "sie noch einmal",
    },
    "it has tracked changes or comments: {changes}. Accept or reject each change and delete the "
    "comments in the word processor, or take the changes as done with --accept-changes": {
        "en": "it has tracked changes or comments: {changes}. Accept or reject each change and "
        "delete the comments in Word, and send it again",
        "fr": "il contient des modifications suivies ou des commentaires : {changes}. Acceptez ou "
        "refusez chaque modification et supprimez les commentaires dans Word, puis renvoyez-le",
        "nl": "het bevat bijgehouden wijzigingen of opmerkingen: {changes}. Accepteer of weiger "
        "elke wijziging en verwijder de opmerkingen in Word, en stuur het opnieuw",
        "de": "sie enthält nachverfolgte Änderungen oder Kommentare: {changes}. Nehmen Sie jede "
        "Änderung in Word an oder lehnen Sie sie ab, löschen Sie die Kommentare, und schicken Sie "
        "die Datei noch einmal",
    },
    "it holds macros: {advice}": {
        "fr": "il contient des macros : enregistrez-le sans elles, et renvoyez-le",
        "nl": "het bevat macro’s: sla het zonder op, en stuur het opnieuw",
        "de": "sie enthält Makros: speichern Sie sie ohne, und schicken Sie sie noch einmal",
    },
    "it holds an embedded object (“{name}”): put its text or a picture in its place": {
        "fr": "il contient un objet incorporé (« {name} ») : mettez à sa place son texte ou une "
        "image",
        "nl": "het bevat een ingesloten object (“{name}”): zet de tekst of een afbeelding ervan in "
        "de plaats",
        "de": "sie enthält ein eingebettetes Objekt („{name}“): setzen Sie seinen Text oder ein "
        "Bild an seine Stelle",
    },
    "it holds an embedded object: put its text or a picture of it in its place": {
        "fr": "il contient un objet incorporé : mettez à sa place son texte ou une image",
        "nl": "het bevat een ingesloten object: zet de tekst of een afbeelding ervan in de plaats",
        "de": "sie enthält ein eingebettetes Objekt: setzen Sie seinen Text oder ein Bild an seine "
        "Stelle",
    },
    "it has a password: save it without one": {
        "fr": "il a un mot de passe : enregistrez-le sans mot de passe",
        "nl": "het heeft een wachtwoord: sla het zonder op",
        "de": "sie hat ein Passwort: speichern Sie sie ohne",
    },
    "it is damaged: {advice}": {
        "fr": "il est endommagé : enregistrez-le de nouveau, et renvoyez-le",
        "nl": "het is beschadigd: sla het opnieuw op, en stuur het nog eens",
        "de": "sie ist beschädigt: speichern Sie sie neu, und schicken Sie sie noch einmal",
    },
    "it is cut off: it may have been sent before it was whole": {
        "fr": "il est coupé : il a peut-être été envoyé avant d’être complet",
        "nl": "het is afgebroken: misschien is het verstuurd voordat het volledig was",
        "de": "sie ist abgeschnitten: vielleicht wurde sie geschickt, bevor sie vollständig war",
    },
    "it is longer than a press text: {advice}": {
        "fr": "il est plus long qu’un communiqué : envoyez le texte seul, et à part les tableaux "
        "et les annexes",
        "nl": "het is langer dan een persbericht: stuur alleen de tekst, en tabellen en bijlagen "
        "apart",
        "de": "sie ist länger als ein Pressetext: schicken Sie den Text allein, Tabellen und "
        "Anlagen getrennt",
    },
    "it is empty": {"fr": "il est vide", "nl": "het is leeg", "de": "sie ist leer"},
    "it is {kind}": {"fr": "{kind}", "nl": "{kind}", "de": "{kind}"},
    "a PDF document: send the Word file it was made from, or paste its text": {
        "fr": "c’est un PDF ; envoyez le fichier Word dont il est fait, ou collez son texte",
        "nl": "het is een PDF; stuur het Word-bestand waarvan hij is gemaakt, of plak de tekst",
        "de": "es ist ein PDF; schicken Sie die Word-Datei, aus der es gemacht ist, oder fügen Sie "
        "seinen Text ein",
    },
    "an old Word document (.doc): save it as Word document (.docx), or paste its text": {
        "fr": "c’est un ancien document Word (.doc) ; enregistrez-le en .docx, ou collez son texte",
        "nl": "het is een oud Word-document (.doc); sla het op als .docx, of plak de tekst",
        "de": "es ist ein altes Word-Dokument (.doc); speichern Sie es als .docx, oder fügen Sie "
        "seinen Text ein",
    },
    "a word-processor document (RTF): save it as Word document (.docx), or paste its text": {
        "fr": "c’est un document RTF ; enregistrez-le en .docx, ou collez son texte",
        "nl": "het is een RTF-document; sla het op als .docx, of plak de tekst",
        "de": "es ist ein RTF-Dokument; speichern Sie es als .docx, oder fügen Sie seinen Text ein",
    },
    "a document of Pages (.pages): save it as Word document (.docx), or paste its text": {
        "fr": "c’est un document Pages ; enregistrez-le en .docx, ou collez son texte",
        "nl": "het is een document van Pages; sla het op als .docx, of plak de tekst",
        "de": "es ist ein Pages-Dokument; speichern Sie es als .docx, oder fügen Sie seinen Text "
        "ein",
    },
    "a document with a password: save it without one": {
        "fr": "c’est un document avec un mot de passe ; enregistrez-le sans mot de passe",
        "nl": "het is een document met een wachtwoord; sla het zonder op",
        "de": "es ist ein Dokument mit einem Passwort; speichern Sie es ohne",
    },
    "a mail of Outlook (.msg): paste its text": {
        "fr": "c’est un message Outlook (.msg) ; collez son texte",
        "nl": "het is een mail van Outlook (.msg); plak de tekst",
        "de": "es ist eine Outlook-E-Mail (.msg); fügen Sie ihren Text ein",
    },
    "not read: paste its text, or attach it as a Word file (.docx)": {
        "fr": "il n’est pas lu ; collez son texte, ou joignez-le en fichier Word (.docx)",
        "nl": "het wordt niet gelezen; plak de tekst, of voeg hem toe als Word-bestand (.docx)",
        "de": "es wird nicht gelesen; fügen Sie seinen Text ein, oder hängen Sie ihn als "
        "Word-Datei (.docx) an",
    },
    "it has no text below its headline: what it had was left out": {
        "fr": "il n’y a pas de texte sous son titre : ce qu’il y avait a été laissé de côté",
        "nl": "onder de titel staat geen tekst: wat er stond is weggelaten",
        "de": "unter der Überschrift steht kein Text: was dort stand, wurde weggelassen",
    },
    "it bears no date": {
        "fr": "il ne porte pas de date",
        "nl": "er staat geen datum op",
        "de": "sie trägt kein Datum",
    },
    "its date, {when}, has passed": {
        "fr": "sa date, {when}, est passée",
        "nl": "de datum, {when}, is voorbij",
        "de": "ihr Datum, {when}, ist vorbei",
    },
    "its embargo, {when}, has passed": {
        "fr": "son embargo, {when}, est passé",
        "nl": "het embargo, {when}, is voorbij",
        "de": "ihre Sperrfrist, {when}, ist vorbei",
    },
    "its date is today, {when}": {
        "fr": "sa date est aujourd’hui, {when}",
        "nl": "de datum is vandaag, {when}",
        "de": "ihr Datum ist heute, {when}",
    },
    "its embargo is today, {when}": {
        "fr": "son embargo est pour aujourd’hui, {when}",
        "nl": "het embargo is voor vandaag, {when}",
        "de": "ihre Sperrfrist ist heute, {when}",
    },
    "its embargo, {until}, ends before its date, {date}": {
        "fr": "son embargo, {until}, finit avant sa date, {date}",
        "nl": "het embargo, {until}, eindigt voor de datum, {date}",
        "de": "ihre Sperrfrist, {until}, endet vor ihrem Datum, {date}",
    },
    "it contradicts itself: {words}": {
        "fr": "il se contredit : {words}",
        "nl": "het spreekt zichzelf tegen: {words}",
        "de": "sie widerspricht sich: {words}",
    },
    "{words} names no moment": {
        "fr": "{words} ne dit pas de moment",
        "nl": "{words} noemt geen tijdstip",
        "de": "{words} nennt keinen Zeitpunkt",
    },
    "{words} names no moment that can be read": {
        "fr": "{words} ne dit pas de moment qui puisse être lu",
        "nl": "{words} noemt geen tijdstip dat gelezen kan worden",
        "de": "{words} nennt keinen Zeitpunkt, der gelesen werden kann",
    },
    "{words} waits for an event, not for a minute": {
        "fr": "{words} attend un événement, et non une minute",
        "nl": "{words} wacht op een gebeurtenis, niet op een minuut",
        "de": "{words} wartet auf ein Ereignis, nicht auf eine Minute",
    },
    "{words} depends on the day on which it was written": {
        "fr": "{words} dépend du jour où cela a été écrit",
        "nl": "{words} hangt af van de dag waarop het is geschreven",
        "de": "{words} hängt vom Tag ab, an dem es geschrieben wurde",
    },
    "{words} names no year": {
        "fr": "{words} ne dit pas l’année",
        "nl": "{words} noemt geen jaar",
        "de": "{words} nennt kein Jahr",
    },
    "whose the numbers below “{words}” are cannot be told: write each person with their numbers on "
    "lines of their own": {
        "fr": "on ne peut pas dire à qui sont les numéros sous « {words} » : écrivez chaque "
        "personne avec ses numéros sur des lignes à part",
        "nl": "het is niet te zien van wie de nummers onder “{words}” zijn: zet elke persoon met "
        "de eigen nummers op aparte regels",
        "de": "wem die Nummern unter „{words}“ gehören, ist nicht zu erkennen: schreiben Sie jede "
        "Person mit ihren Nummern in eigene Zeilen",
    },
    "{words} does not name one moment for certain": {
        "fr": "{words} ne dit pas un moment avec certitude",
        "nl": "{words} noemt niet met zekerheid één tijdstip",
        "de": "{words} nennt nicht sicher einen Zeitpunkt",
    },
    "it may say in more places than can be read that it is not for publication": {
        "fr": "il dit peut-être, à plus d’endroits qu’on ne peut lire, qu’il n’est pas destiné à "
        "la publication",
        "nl": "er staat misschien op meer plaatsen dan gelezen kunnen worden dat het niet voor "
        "publicatie is",
        "de": "es steht vielleicht an mehr Stellen, als gelesen werden können, dass es nicht zur "
        "Veröffentlichung ist",
    },
    "it says {words}": {
        "fr": "il dit {words}",
        "nl": "er staat {words}",
        "de": "darin steht {words}",
    },
    "its attachment {words} could not be looked through": {
        "fr": "sa pièce jointe {words} n’a pas pu être examinée",
        "nl": "de bijlage {words} kon niet worden doorzocht",
        "de": "ihr Anhang {words} konnte nicht durchgesehen werden",
    },
    "its sender marked it as {words}": {
        "fr": "son expéditeur l’a marqué {words}",
        "nl": "de afzender heeft hem gemarkeerd als {words}",
        "de": "ihr Absender hat sie als {words} gekennzeichnet",
    },
    "it says that something in it is not for publication, and it is not certain what: {words}": {
        "fr": "il dit que quelque chose n’y est pas destiné à la publication, et ce n’est pas "
        "certain quoi : {words}",
        "nl": "er staat dat iets erin niet voor publicatie is, en het is niet zeker wat: {words}",
        "de": "darin steht, dass etwas nicht zur Veröffentlichung ist, und es ist nicht sicher, "
        "was: {words}",
    },
    "{wall} happens twice in {zone}, when the clocks go back: choose --fold first ({first}) or "
    "--fold second ({second})": {
        "en": "{wall} happens twice in {zone}, when the clocks go back: write which is meant, "
        "{first} or {second}",
        "fr": "{wall} arrive deux fois à {zone}, quand l’heure recule : écrivez laquelle est "
        "voulue, {first} ou {second}",
        "nl": "{wall} komt twee keer voor in {zone}, wanneer de klok achteruitgaat: schrijf welke "
        "bedoeld is, {first} of {second}",
        "de": "{wall} gibt es in {zone} zweimal, wenn die Uhr zurückgestellt wird: schreiben Sie, "
        "welche gemeint ist, {first} oder {second}",
    },
}
