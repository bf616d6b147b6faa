"""What the newsroom’s mails say of their own, in the languages it knows; English for the others."""

MAIL_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "again": "You had this release in a machine translation. A person has read the translation "
        "since.",
        "confirm": "Somebody, probably you, asked us to send mail to this address. They want:",
        "confirm_link": "Yes, send me these mails",
        "confirm_more": "If you do nothing, you get no mail from us. The link ends after {days} "
        "days.",
        "confirm_subject": "Do you want mail from {title}?",
        "corrected_subject": "Corrected: {headline}",
        "digest_many": "{count} releases",
        "digest_one": "1 release",
        "digest_span": "From {start} to {end}",
        "digest_subject": "{title}: {releases}, {date}",
        "digest_title": "{title}: {releases}",
        "digest_why_daily": "You get this mail because you follow {title} with one mail a day.",
        "digest_why_instant": "You get this mail because you chose to be told as soon as a "
        "release is out. It holds what had waited for your next digest, and is the last one.",
        "digest_why_weekly": "You get this mail because you follow {title} with one mail a week.",
        "disabled": "Webhook {number} on {place} took nothing for five days, and is asked no "
        "more. The last time, this went wrong: {why}.",
        "disabled_more": "Once it works again, this sends it what it did not take, and it is told "
        "again: {command}",
        "disabled_subject": "A webhook failed for five days: {place}",
        "known": "Somebody, probably you, asked us to send mail to this address. It gets our mail "
        "already, and nothing has been changed. This is what it gets:",
        "known_more": "If you want nothing changed, you need not do anything.",
        "known_subject": "You follow {title} already",
        "languages": "Languages: {languages}",
        "manage": "Change what you are told",
        "one_button": "opens a page with one button",
        "page": "This release on our site",
        "texts_again": "Machine translations too, marked as such, and once more when a person has "
        "read them",
        "texts_all": "Machine translations too, marked as such",
        "texts_official": "Only texts that a person wrote or read",
        "unsubscribe": "End these mails",
        "when_daily": "Once a day",
        "when_instant": "As soon as a release is out",
        "when_weekly": "Once a week",
        "why": "You get this mail because you follow “{topic}” at {title}.",
        "why_all": "You get this mail because you follow all releases of {title}.",
        "why_had": "You get this mail because we had sent you this release.",
        "withdrawn": "We have withdrawn this release, which we sent you. Please do not use it any "
        "more.",
        "withdrawn_reason": "The reason:",
        "withdrawn_subject": "Withdrawn: {headline}",
    },
    "fr": {
        "again": "Vous aviez reçu ce communiqué en traduction automatique. Une personne a relu la "
        "traduction depuis.",
        "confirm": "Quelqu’un, sans doute vous, nous a demandé d’écrire à cette adresse. Voici ce "
        "qui est souhaité :",
        "confirm_link": "Oui, envoyez-moi ces messages",
        "confirm_more": "Si vous ne faites rien, vous ne recevrez aucun message de notre part. Le "
        "lien expire après {days} jours.",
        "confirm_subject": "Voulez-vous recevoir les messages de {title} ?",
        "corrected_subject": "Rectifié : {headline}",
        "digest_many": "{count} communiqués",
        "digest_one": "1 communiqué",
        "digest_span": "Du {start} au {end}",
        "digest_subject": "{title} : {releases}, {date}",
        "digest_title": "{title} : {releases}",
        "digest_why_daily": "Vous recevez ce message parce que vous suivez {title} avec un "
        "message par jour.",
        "digest_why_instant": "Vous recevez ce message parce que vous avez choisi d’être informé "
        "dès la parution d’un communiqué. Il contient ce qui attendait votre prochain "
        "récapitulatif, et c’est le dernier.",
        "digest_why_weekly": "Vous recevez ce message parce que vous suivez {title} avec un "
        "message par semaine.",
        "disabled": "Le webhook {number} sur {place} n’a rien accepté pendant cinq jours ; il "
        "n’est plus sollicité. La dernière erreur : {why}.",
        "disabled_more": "Une fois qu’il fonctionne, cette commande lui envoie ce qu’il n’a pas "
        "accepté, et il est de nouveau informé : {command}",
        "disabled_subject": "Un webhook est en échec depuis cinq jours : {place}",
        "known": "Quelqu’un, sans doute vous, nous a demandé d’écrire à cette adresse. Elle reçoit "
        "déjà nos messages, et rien n’a été modifié. Voici ce qu’elle reçoit :",
        "known_more": "Si vous ne voulez rien changer, vous n’avez rien à faire.",
        "known_subject": "Vous suivez déjà {title}",
        "languages": "Langues : {languages}",
        "manage": "Modifier ce que vous recevez",
        "one_button": "ouvre une page avec un seul bouton",
        "page": "Ce communiqué sur notre site",
        "texts_again": "Les traductions automatiques aussi, signalées comme telles, et de nouveau "
        "lorsqu’une personne les a relues",
        "texts_all": "Les traductions automatiques aussi, signalées comme telles",
        "texts_official": "Seulement les textes qu’une personne a écrits ou relus",
        "unsubscribe": "Ne plus recevoir ces messages",
        "when_daily": "Une fois par jour",
        "when_instant": "Dès la parution d’un communiqué",
        "when_weekly": "Une fois par semaine",
        "why": "Vous recevez ce message parce que vous suivez « {topic} » chez {title}.",
        "why_all": "Vous recevez ce message parce que vous suivez tous les communiqués de {title}.",
        "why_had": "Vous recevez ce message parce que nous vous avions envoyé ce communiqué.",
        "withdrawn": "Nous avons retiré ce communiqué, que nous vous avions envoyé. Veuillez ne "
        "plus l’utiliser.",
        "withdrawn_reason": "Le motif :",
        "withdrawn_subject": "Retiré : {headline}",
    },
    "nl": {
        "again": "U kreeg dit bericht in een machinevertaling. Intussen heeft iemand de vertaling "
        "nagelezen.",
        "confirm": "Iemand, waarschijnlijk u, heeft ons gevraagd naar dit adres te mailen. Dit is "
        "wat gevraagd werd:",
        "confirm_link": "Ja, stuur mij deze mails",
        "confirm_more": "Als u niets doet, krijgt u geen mail van ons. De link vervalt na {days} "
        "dagen.",
        "confirm_subject": "Wilt u mail van {title}?",
        "corrected_subject": "Gecorrigeerd: {headline}",
        "digest_many": "{count} berichten",
        "digest_one": "1 bericht",
        "digest_span": "Van {start} tot {end}",
        "digest_subject": "{title}: {releases}, {date}",
        "digest_title": "{title}: {releases}",
        "digest_why_daily": "U krijgt deze mail omdat u {title} volgt met één mail per dag.",
        "digest_why_instant": "U krijgt deze mail omdat u ervoor koos bericht te krijgen zodra "
        "iets verschijnt. Hierin staat wat op uw volgende overzicht wachtte; het is het laatste.",
        "digest_why_weekly": "U krijgt deze mail omdat u {title} volgt met één mail per week.",
        "disabled": "Webhook {number} op {place} heeft vijf dagen lang niets aangenomen en krijgt "
        "niets meer. De laatste fout: {why}.",
        "disabled_more": "Zodra hij weer werkt, stuurt dit commando hem wat hij niet aannam, en "
        "krijgt hij weer alles: {command}",
        "disabled_subject": "Een webhook faalt al vijf dagen: {place}",
        "known": "Iemand, waarschijnlijk u, heeft ons gevraagd naar dit adres te mailen. Het "
        "krijgt onze mail al, en er is niets veranderd. Dit is wat het krijgt:",
        "known_more": "Als u niets wilt veranderen, hoeft u niets te doen.",
        "known_subject": "U volgt {title} al",
        "languages": "Talen: {languages}",
        "manage": "Wijzig wat u krijgt",
        "one_button": "opent een pagina met één knop",
        "page": "Dit bericht op onze site",
        "texts_again": "Ook machinevertalingen, als zodanig gemarkeerd, en nogmaals wanneer iemand "
        "ze heeft nagelezen",
        "texts_all": "Ook machinevertalingen, als zodanig gemarkeerd",
        "texts_official": "Alleen teksten die iemand heeft geschreven of nagelezen",
        "unsubscribe": "Stop deze mails",
        "when_daily": "Eén keer per dag",
        "when_instant": "Zodra een bericht verschijnt",
        "when_weekly": "Eén keer per week",
        "why": "U krijgt deze mail omdat u “{topic}” volgt bij {title}.",
        "why_all": "U krijgt deze mail omdat u alle berichten van {title} volgt.",
        "why_had": "U krijgt deze mail omdat wij u dit bericht hadden gestuurd.",
        "withdrawn": "Wij hebben dit bericht, dat wij u gestuurd hadden, ingetrokken. Gelieve het "
        "niet meer te gebruiken.",
        "withdrawn_reason": "De reden:",
        "withdrawn_subject": "Ingetrokken: {headline}",
    },
    "de": {
        "again": "Sie hatten diese Mitteilung in maschineller Übersetzung erhalten. Inzwischen hat "
        "ein Mensch die Übersetzung geprüft.",
        "confirm": "Jemand, vermutlich Sie, hat uns gebeten, an diese Adresse zu schreiben. "
        "Gewünscht wird:",
        "confirm_link": "Ja, schicken Sie mir diese E-Mails",
        "confirm_more": "Wenn Sie nichts tun, erhalten Sie keine E-Mails von uns. Der Link läuft "
        "nach {days} Tagen ab.",
        "confirm_subject": "Möchten Sie E-Mails von {title}?",
        "corrected_subject": "Berichtigt: {headline}",
        "digest_many": "{count} Mitteilungen",
        "digest_one": "1 Mitteilung",
        "digest_span": "Vom {start} bis {end}",
        "digest_subject": "{title}: {releases}, {date}",
        "digest_title": "{title}: {releases}",
        "digest_why_daily": "Sie erhalten diese E-Mail, weil Sie {title} mit einer E-Mail am Tag "
        "folgen.",
        "digest_why_instant": "Sie erhalten diese E-Mail, weil Sie künftig sofort benachrichtigt "
        "werden möchten. Sie enthält, was auf Ihre nächste Übersicht wartete, und ist die letzte "
        "dieser Art.",
        "digest_why_weekly": "Sie erhalten diese E-Mail, weil Sie {title} mit einer E-Mail in der "
        "Woche folgen.",
        "disabled": "Der Webhook {number} auf {place} hat fünf Tage lang nichts angenommen und "
        "wird nicht mehr beliefert. Der letzte Fehler: {why}.",
        "disabled_more": "Sobald er wieder arbeitet, schickt ihm dieser Befehl, was er nicht "
        "angenommen hat, und er wird wieder beliefert: {command}",
        "disabled_subject": "Ein Webhook scheitert seit fünf Tagen: {place}",
        "known": "Jemand, vermutlich Sie, hat uns gebeten, an diese Adresse zu schreiben. Sie "
        "erhält unsere E-Mails bereits, und es wurde nichts geändert. Das erhält sie:",
        "known_more": "Wenn Sie nichts ändern möchten, brauchen Sie nichts zu tun.",
        "known_subject": "Sie folgen {title} bereits",
        "languages": "Sprachen: {languages}",
        "manage": "Ändern, was Sie erhalten",
        "one_button": "öffnet eine Seite mit einer einzigen Schaltfläche",
        "page": "Diese Mitteilung auf unserer Website",
        "texts_again": "Auch maschinelle Übersetzungen, als solche gekennzeichnet, und noch "
        "einmal, wenn ein Mensch sie geprüft hat",
        "texts_all": "Auch maschinelle Übersetzungen, als solche gekennzeichnet",
        "texts_official": "Nur Texte, die ein Mensch geschrieben oder geprüft hat",
        "unsubscribe": "Diese E-Mails beenden",
        "when_daily": "Einmal am Tag",
        "when_instant": "Sobald eine Mitteilung erscheint",
        "when_weekly": "Einmal in der Woche",
        "why": "Sie erhalten diese E-Mail, weil Sie bei {title} „{topic}“ folgen.",
        "why_all": "Sie erhalten diese E-Mail, weil Sie allen Mitteilungen von {title} folgen.",
        "why_had": "Sie erhalten diese E-Mail, weil wir Ihnen diese Mitteilung geschickt hatten.",
        "withdrawn": "Wir haben diese Mitteilung, die wir Ihnen geschickt hatten, zurückgezogen. "
        "Bitte verwenden Sie sie nicht mehr.",
        "withdrawn_reason": "Der Grund:",
        "withdrawn_subject": "Zurückgezogen: {headline}",
    },
}


def say_mail(code: str, key: str, **values: object) -> str:
    """One of these sentences in a language.

    Args:
        code: the language’s code; English answers for a language not known here.
        key: which sentence.
        values: what its gaps are filled with.
    """
    return MAIL_WORDS.get(code, MAIL_WORDS["en"])[key].format(**values)
