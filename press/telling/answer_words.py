"""What answers to press offices say, in the newsroom’s languages; English for the others."""

ANSWER_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "by_program": "A program of {title} wrote this answer. If something was misread, tell the "
        "press office; this mail and yours stay with the release.",
        "contacts": "Whom to call",
        "differs": "Your mail has the same words as release {number}. Different in it: {others}. "
        "Nothing was filed, and release {number} was left as it is: tell the press office what is "
        "to be changed.",
        "differs_item": "Release {number} came with a mail of the same name (Message-ID) as yours. "
        "Different in yours: {others}. Nothing was filed, and release {number} was left as it is: "
        "tell the press office what is to be changed.",
        "differs_since": "Release {number} was filed from this text, and was changed since. "
        "Different in your mail: {others}. Nothing was filed, and release {number} was left as it "
        "is: tell the press office what is to be changed.",
        "draft": "Your mail was filed as release {number}. It is a draft, and comes out only when "
        "a press officer lets it out: {why}.",
        "files": "Files",
        "headline": "Headline",
        "held": "Your mail has the same words as release {number}, and says that it must not come "
        "out yet. So release {number} is held back now: {why}.",
        "held_item": "Release {number} came with a mail of the same name (Message-ID) as yours, "
        "and yours says that it must not come out yet. So release {number} is held back now: "
        "{why}.",
        "issuer": "Issued by",
        "known": "Your mail is filed already, as release {number}. Nothing was filed again.",
        "language": "Language",
        "left_out": "Left out",
        "needs_contact": "It names nobody whom journalists can call.",
        "needs_summary": "It has no summary.",
        "needs_topic": "It belongs to no topic yet; the press office chooses one.",
        "none": "none",
        "notes": "Please look at this",
        "other_contacts": "the contacts",
        "other_files": "the files",
        "other_issuer": "who issues it",
        "other_reference": "the reference",
        "other_time": "the time",
        "other_topics": "the topics",
        "other_words": "the words",
        "preview": "See it as it will be, until {until}; the link is for colleagues, not for the "
        "public",
        "reference": "Reference",
        "refused": "Nothing of your mail was filed: {why}.",
        "refused_more": "Put this right and send it in a new mail. Nothing of it is public.",
        "refused_subject": "Not filed: {subject}",
        "scheduled": "Your mail was filed as release {number}. It comes out by itself at {when}, "
        "unless a press officer decides otherwise.",
        "subject": "Received: {headline}",
        "understood": "This is what was understood:",
        "unpublished": "For the press alone, in no document",
        "when": "Not before",
    },
    "fr": {
        "by_program": "Cette réponse a été écrite par un programme de {title}. Si quelque chose a "
        "été mal lu, dites-le au service de presse ; ce message et le vôtre restent avec le "
        "communiqué.",
        "contacts": "Personnes de contact",
        "differs": "Votre message contient les mêmes mots que le communiqué {number}. Ce qui y est "
        "différent : {others}. Rien n’a été enregistré et le communiqué {number} est resté tel "
        "quel : dites au service de presse ce qui doit changer.",
        "differs_item": "Le communiqué {number} est arrivé dans un message du même nom "
        "(Message-ID) que le vôtre. Ce qui est différent dans le vôtre : {others}. Rien n’a été "
        "enregistré et le communiqué {number} est resté tel quel : dites au service de presse ce "
        "qui doit changer.",
        "differs_since": "Le communiqué {number} a été enregistré à partir de ce texte et a été "
        "modifié depuis. Ce qui est différent dans votre message : {others}. Rien n’a été "
        "enregistré et le communiqué {number} est resté tel quel : dites au service de presse ce "
        "qui doit changer.",
        "draft": "Votre message a été enregistré comme communiqué {number}. C’est un brouillon, "
        "qui ne paraît que si le service de presse le publie : {why}.",
        "files": "Fichiers",
        "headline": "Titre",
        "held": "Votre message contient les mêmes mots que le communiqué {number} et dit qu’il ne "
        "peut pas encore paraître. Le communiqué {number} est donc retenu : {why}.",
        "held_item": "Le communiqué {number} est arrivé dans un message du même nom (Message-ID) "
        "que le vôtre, et le vôtre dit qu’il ne peut pas encore paraître. Le communiqué {number} "
        "est donc retenu : {why}.",
        "issuer": "Émetteur",
        "known": "Votre message est déjà enregistré, comme communiqué {number}. Rien n’a été "
        "enregistré une seconde fois.",
        "language": "Langue",
        "left_out": "Laissé de côté",
        "needs_contact": "Il ne nomme personne que les journalistes puissent appeler.",
        "needs_summary": "Il n’a pas de résumé.",
        "needs_topic": "Il n’appartient encore à aucun thème ; le service de presse en choisit un.",
        "none": "aucun",
        "notes": "À vérifier",
        "other_contacts": "les contacts",
        "other_files": "les fichiers",
        "other_issuer": "l’émetteur",
        "other_reference": "la référence",
        "other_time": "l’heure",
        "other_topics": "les thèmes",
        "other_words": "les mots",
        "preview": "Le voir tel qu’il sera, jusqu’au {until} ; ce lien est pour les collègues, pas "
        "pour le public",
        "reference": "Référence",
        "refused": "Rien de votre message n’a été enregistré : {why}.",
        "refused_more": "Corrigez cela et renvoyez-le dans un nouveau message. Rien n’en est "
        "public.",
        "refused_subject": "Non enregistré : {subject}",
        "scheduled": "Votre message a été enregistré comme communiqué {number}. Il paraît de "
        "lui-même à ce moment, sauf si le service de presse en décide autrement : {when}.",
        "subject": "Reçu : {headline}",
        "understood": "Voici ce qui a été compris :",
        "unpublished": "Pour la presse seule, dans aucun document",
        "when": "Pas avant",
    },
    "nl": {
        "by_program": "Dit antwoord is geschreven door een programma van {title}. Is er iets "
        "verkeerd gelezen, laat het dan weten aan de persdienst; deze mail en die van u blijven "
        "bij het bericht.",
        "contacts": "Contactpersonen",
        "differs": "Uw mail heeft dezelfde woorden als bericht {number}. Anders erin: {others}. Er "
        "is niets opgeslagen en bericht {number} is gebleven zoals het was: zeg de persdienst wat "
        "er moet veranderen.",
        "differs_item": "Bericht {number} kwam met een mail met dezelfde naam (Message-ID) als die "
        "van u. Anders in die van u: {others}. Er is niets opgeslagen en bericht {number} is "
        "gebleven zoals het was: zeg de persdienst wat er moet veranderen.",
        "differs_since": "Bericht {number} is uit deze tekst opgeslagen en is sindsdien gewijzigd. "
        "Anders in uw mail: {others}. Er is niets opgeslagen en bericht {number} is gebleven zoals "
        "het was: zeg de persdienst wat er moet veranderen.",
        "draft": "Uw mail is opgeslagen als bericht {number}. Het is een ontwerp en verschijnt pas "
        "als de persdienst het vrijgeeft: {why}.",
        "files": "Bestanden",
        "headline": "Titel",
        "held": "Uw mail heeft dezelfde woorden als bericht {number} en zegt dat het nog niet mag "
        "verschijnen. Bericht {number} wordt dus tegengehouden: {why}.",
        "held_item": "Bericht {number} kwam met een mail met dezelfde naam (Message-ID) als die "
        "van u, en die van u zegt dat het nog niet mag verschijnen. Bericht {number} wordt dus "
        "tegengehouden: {why}.",
        "issuer": "Afzender",
        "known": "Uw mail is al opgeslagen, als bericht {number}. Er is niets opnieuw opgeslagen.",
        "language": "Taal",
        "left_out": "Weggelaten",
        "needs_contact": "Het noemt niemand die journalisten kunnen bellen.",
        "needs_summary": "Het heeft geen samenvatting.",
        "needs_topic": "Het hoort nog bij geen onderwerp; de persdienst kiest er een.",
        "none": "geen",
        "notes": "Kijk dit na",
        "other_contacts": "de contactpersonen",
        "other_files": "de bestanden",
        "other_issuer": "de afzender",
        "other_reference": "het kenmerk",
        "other_time": "het tijdstip",
        "other_topics": "de onderwerpen",
        "other_words": "de woorden",
        "preview": "Bekijk het zoals het zal zijn, tot {until}; deze link is voor collega’s, niet "
        "voor het publiek",
        "reference": "Kenmerk",
        "refused": "Er is niets van uw mail opgeslagen: {why}.",
        "refused_more": "Zet dit recht en stuur het in een nieuwe mail. Niets ervan is openbaar.",
        "refused_subject": "Niet opgeslagen: {subject}",
        "scheduled": "Uw mail is opgeslagen als bericht {number}. Het verschijnt vanzelf op dit "
        "tijdstip, tenzij de persdienst anders beslist: {when}.",
        "subject": "Ontvangen: {headline}",
        "understood": "Dit is begrepen:",
        "unpublished": "Alleen voor de pers, in geen enkel document",
        "when": "Niet vóór",
    },
    "de": {
        "by_program": "Diese Antwort hat ein Programm von {title} geschrieben. Wurde etwas falsch "
        "gelesen, sagen Sie es bitte der Pressestelle; diese E-Mail und Ihre bleiben bei der "
        "Mitteilung.",
        "contacts": "Ansprechpersonen",
        "differs": "Ihre E-Mail hat dieselben Worte wie Mitteilung {number}. Anders ist darin: "
        "{others}. Es wurde nichts abgelegt, und Mitteilung {number} blieb, wie sie ist: Sagen Sie "
        "der Pressestelle, was geändert werden soll.",
        "differs_item": "Mitteilung {number} kam mit einer E-Mail desselben Namens (Message-ID) "
        "wie Ihre. Anders ist in Ihrer: {others}. Es wurde nichts abgelegt, und Mitteilung "
        "{number} blieb, wie sie ist: Sagen Sie der Pressestelle, was geändert werden soll.",
        "differs_since": "Mitteilung {number} wurde aus diesem Text abgelegt und seither geändert. "
        "Anders ist in Ihrer E-Mail: {others}. Es wurde nichts abgelegt, und Mitteilung {number} "
        "blieb, wie sie ist: Sagen Sie der Pressestelle, was geändert werden soll.",
        "draft": "Ihre E-Mail wurde als Mitteilung {number} abgelegt. Sie ist ein Entwurf und "
        "erscheint erst, wenn die Pressestelle sie freigibt: {why}.",
        "files": "Dateien",
        "headline": "Überschrift",
        "held": "Ihre E-Mail hat dieselben Worte wie Mitteilung {number} und sagt, dass sie noch "
        "nicht erscheinen darf. Mitteilung {number} wird deshalb zurückgehalten: {why}.",
        "held_item": "Mitteilung {number} kam mit einer E-Mail desselben Namens (Message-ID) wie "
        "Ihre, und Ihre sagt, dass sie noch nicht erscheinen darf. Mitteilung {number} wird "
        "deshalb zurückgehalten: {why}.",
        "issuer": "Herausgeber",
        "known": "Ihre E-Mail ist bereits abgelegt, als Mitteilung {number}. Es wurde nichts noch "
        "einmal abgelegt.",
        "language": "Sprache",
        "left_out": "Weggelassen",
        "needs_contact": "Sie nennt niemanden, den Journalisten anrufen können.",
        "needs_summary": "Sie hat keine Zusammenfassung.",
        "needs_topic": "Sie gehört noch zu keinem Thema; die Pressestelle wählt eines.",
        "none": "keine",
        "notes": "Bitte prüfen",
        "other_contacts": "die Ansprechpersonen",
        "other_files": "die Dateien",
        "other_issuer": "der Herausgeber",
        "other_reference": "das Aktenzeichen",
        "other_time": "die Zeit",
        "other_topics": "die Themen",
        "other_words": "die Worte",
        "preview": "So wird sie aussehen, bis {until}; der Link ist für Kolleginnen und Kollegen, "
        "nicht für die Öffentlichkeit",
        "reference": "Aktenzeichen",
        "refused": "Von Ihrer E-Mail wurde nichts abgelegt: {why}.",
        "refused_more": "Beheben Sie das und schicken Sie sie in einer neuen E-Mail. Nichts davon "
        "ist öffentlich.",
        "refused_subject": "Nicht abgelegt: {subject}",
        "scheduled": "Ihre E-Mail wurde als Mitteilung {number} abgelegt. Sie erscheint von selbst "
        "zu diesem Zeitpunkt, sofern die Pressestelle nicht anders entscheidet: {when}.",
        "subject": "Erhalten: {headline}",
        "understood": "So wurde sie verstanden:",
        "unpublished": "Nur für die Presse, in keinem Dokument",
        "when": "Nicht vor",
    },
}


def say_answer(code: str, key: str, **values: object) -> str:
    """One of these sentences in a language.

    Args:
        code: the language’s code; English answers for a language not known here.
        key: which sentence.
        values: what its gaps are filled with.
    """
    return ANSWER_WORDS.get(code, ANSWER_WORDS["en"])[key].format(**values)
