"""What the pages say on which people follow by mail; `press.words.say` says it."""

FOLLOW_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "follow_by_mail": "By e-mail",
        "follow_mail": "Follow by e-mail",
        "follow_mail_what": "Choose what interests you, and we write to you when something new is "
        "published. First you get a mail with a link; nothing else comes until you confirm there.",
        "follow_email": "Your e-mail address",
        "follow_email_hint": "We use it for these mails only, and delete it when you unsubscribe.",
        "follow_language_hint": "You get each release once, in the first of these languages in "
        "which it is available.",
        "follow_rank_1": "First choice",
        "follow_rank_2": "Second choice",
        "follow_rank_3": "Third choice",
        "follow_rank_4": "Fourth choice",
        "follow_no_language": "None",
        "follow_when": "How often",
        "follow_when_instant": "At once, a mail for each release",
        "follow_when_daily": "Once a day, everything in one mail",
        "follow_when_weekly": "Once a week, everything in one mail",
        "follow_texts": "Machine translations",
        "follow_texts_all": "Send them too; they are marked",
        "follow_texts_official": "Send only texts that a person wrote or checked, even if I have "
        "to wait for them",
        "follow_texts_again": "Send them too, and write again once a person has checked them",
        "follow_zone": "Time zone",
        "follow_zone_hint": "Daily and weekly mails go by this clock, for example Europe/Brussels.",
        "follow_trap": "Leave this field empty",
        "follow_send": "Send me the link",
        "follow_error": "Error: {title}",
        "follow_mistakes": "Please check these fields",
        "follow_mistake_email": "Enter an e-mail address such as name@example.org",
        "follow_mistake_topic": "Choose at least one topic",
        "follow_mistake_language": "Choose at least one language",
        "follow_mistake_when": "Choose how often we should write to you",
        "follow_mistake_texts": "Choose what you want of machine translations",
        "follow_mistake_zone": "Enter a time zone such as Europe/Brussels",
        "follow_sent": "Look into your mailbox",
        "follow_sent_more": "A mail with a link is on its way to you. Open the link and confirm: "
        "from then on you get what you chose.",
        "follow_sent_nothing": "Nothing there after a few minutes? Look among the unwanted mail "
        "(spam), and check that you typed the address correctly. You can ask again in an hour.",
        "follow_confirm": "Do you want this mail?",
        "follow_confirm_more": "This was asked for with your e-mail address:",
        "follow_confirm_yes": "Yes, send it to me",
        "follow_confirm_not": "Was that not you? Then simply close this page. Nothing changes, and "
        "what nobody confirms is deleted after seven days.",
        "follow_confirmed": "You are following",
        "follow_confirmed_more": "You get mail when something new is published in what you chose.",
        "follow_manage": "Your mail from us",
        "follow_change": "Change or end it",
        "follow_since": "You have been following since {date}.",
        "follow_asked": "With your address somebody asked for something else on {date}. It holds "
        "only if you confirm it.",
        "follow_look": "Look at it",
        "follow_quiet": "Nothing was published in the last seven days in what you follow.",
        "follow_save": "Save changes",
        "follow_saved": "Your changes are saved",
        "follow_download": "Download what we keep about you (JSON)",
        "follow_unsubscribe": "Unsubscribe",
        "follow_unsubscribe_more": "You then get no more mail from us, and your address is "
        "deleted at once.",
        "follow_unsubscribed": "You are unsubscribed",
        "follow_unsubscribed_more": "You get no more mail from us, and your address is deleted.",
        "follow_anew": "Sign up again",
    },
    "fr": {
        "follow_by_mail": "Par courriel",
        "follow_mail": "Suivre par courriel",
        "follow_mail_what": "Choisissez ce qui vous intéresse, et nous vous écrivons dès qu’il y a "
        "du nouveau. Vous recevez d’abord un message avec un lien ; rien d’autre ne suit tant que "
        "vous n’avez pas confirmé.",
        "follow_email": "Votre adresse électronique",
        "follow_email_hint": "Elle ne sert qu’à ces messages, et nous l’effaçons lorsque vous vous "
        "désinscrivez.",
        "follow_language_hint": "Vous recevez chaque communiqué une fois, dans la première de ces "
        "langues dans laquelle il est disponible.",
        "follow_rank_1": "Premier choix",
        "follow_rank_2": "Deuxième choix",
        "follow_rank_3": "Troisième choix",
        "follow_rank_4": "Quatrième choix",
        "follow_no_language": "Aucune",
        "follow_when": "À quelle fréquence",
        "follow_when_instant": "Tout de suite, un message par communiqué",
        "follow_when_daily": "Une fois par jour, tout dans un message",
        "follow_when_weekly": "Une fois par semaine, tout dans un message",
        "follow_texts": "Traductions automatiques",
        "follow_texts_all": "Me les envoyer aussi ; elles sont signalées",
        "follow_texts_official": "N’envoyer que des textes écrits ou relus par une personne, même "
        "si je dois les attendre",
        "follow_texts_again": "Me les envoyer aussi, et m’écrire de nouveau lorsqu’une personne "
        "les a relues",
        "follow_zone": "Fuseau horaire",
        "follow_zone_hint": "Les messages du jour et de la semaine suivent cette horloge, par "
        "exemple Europe/Brussels.",
        "follow_trap": "Laissez ce champ vide",
        "follow_send": "M’envoyer le lien",
        "follow_error": "Erreur : {title}",
        "follow_mistakes": "Veuillez vérifier ces champs",
        "follow_mistake_email": "Saisissez une adresse électronique telle que nom@example.org",
        "follow_mistake_topic": "Choisissez au moins un thème",
        "follow_mistake_language": "Choisissez au moins une langue",
        "follow_mistake_when": "Choisissez à quelle fréquence nous devons vous écrire",
        "follow_mistake_texts": "Choisissez ce que vous voulez des traductions automatiques",
        "follow_mistake_zone": "Saisissez un fuseau horaire tel que Europe/Brussels",
        "follow_sent": "Regardez dans votre boîte aux lettres",
        "follow_sent_more": "Un message avec un lien est en route. Ouvrez ce lien et confirmez : "
        "vous recevrez alors ce que vous avez choisi.",
        "follow_sent_nothing": "Rien après quelques minutes ? Regardez parmi les messages "
        "indésirables, et vérifiez que l’adresse est bien saisie. Vous pouvez redemander le lien "
        "dans une heure.",
        "follow_confirm": "Voulez-vous recevoir ces messages ?",
        "follow_confirm_more": "Voici ce qui a été demandé avec votre adresse électronique :",
        "follow_confirm_yes": "Oui, envoyez-les-moi",
        "follow_confirm_not": "Ce n’était pas vous ? Fermez simplement cette page. Rien ne change, "
        "et ce que personne ne confirme est effacé après sept jours.",
        "follow_confirmed": "Votre inscription est confirmée",
        "follow_confirmed_more": "Vous recevez un message lorsque paraît quelque chose de "
        "nouveau dans ce que vous avez choisi.",
        "follow_manage": "Vos messages de notre part",
        "follow_change": "Modifier ou arrêter",
        "follow_since": "Votre inscription date du {date}.",
        "follow_asked": "Le {date}, quelqu’un a demandé autre chose avec votre adresse. Cela ne "
        "vaut que si vous le confirmez.",
        "follow_look": "Voir la demande",
        "follow_quiet": "Rien n’a été publié ces sept derniers jours dans ce que vous suivez.",
        "follow_save": "Enregistrer",
        "follow_saved": "Vos modifications sont enregistrées",
        "follow_download": "Télécharger ce que nous conservons à votre sujet (JSON)",
        "follow_unsubscribe": "Se désinscrire",
        "follow_unsubscribe_more": "Vous ne recevez alors plus de messages de notre part, et votre "
        "adresse est effacée aussitôt.",
        "follow_unsubscribed": "Votre désinscription est faite",
        "follow_unsubscribed_more": "Vous ne recevez plus de messages de notre part, et votre "
        "adresse est effacée.",
        "follow_anew": "S’inscrire de nouveau",
    },
    "nl": {
        "follow_by_mail": "Per e-mail",
        "follow_mail": "Volgen per e-mail",
        "follow_mail_what": "Kies wat u interesseert, en wij schrijven u wanneer er iets nieuws "
        "verschijnt. Eerst krijgt u een e-mail met een link; er komt niets anders zolang u daar "
        "niet bevestigt.",
        "follow_email": "Uw e-mailadres",
        "follow_email_hint": "Wij gebruiken het alleen voor deze e-mails en wissen het wanneer u "
        "zich uitschrijft.",
        "follow_language_hint": "U krijgt elk bericht één keer, in de eerste van deze talen "
        "waarin het beschikbaar is.",
        "follow_rank_1": "Eerste keuze",
        "follow_rank_2": "Tweede keuze",
        "follow_rank_3": "Derde keuze",
        "follow_rank_4": "Vierde keuze",
        "follow_no_language": "Geen",
        "follow_when": "Hoe vaak",
        "follow_when_instant": "Meteen, een e-mail per bericht",
        "follow_when_daily": "Eén keer per dag, alles in één e-mail",
        "follow_when_weekly": "Eén keer per week, alles in één e-mail",
        "follow_texts": "Machinevertalingen",
        "follow_texts_all": "Stuur ze ook; ze zijn gemarkeerd",
        "follow_texts_official": "Stuur alleen teksten die iemand schreef of nalas, ook als ik er "
        "op moet wachten",
        "follow_texts_again": "Stuur ze ook, en schrijf me opnieuw zodra iemand ze heeft nagelezen",
        "follow_zone": "Tijdzone",
        "follow_zone_hint": "E-mails per dag en per week volgen deze klok, bijvoorbeeld "
        "Europe/Brussels.",
        "follow_trap": "Laat dit veld leeg",
        "follow_send": "Stuur mij de link",
        "follow_error": "Fout: {title}",
        "follow_mistakes": "Kijk deze velden na",
        "follow_mistake_email": "Vul een e-mailadres in zoals naam@example.org",
        "follow_mistake_topic": "Kies minstens één thema",
        "follow_mistake_language": "Kies minstens één taal",
        "follow_mistake_when": "Kies hoe vaak wij u moeten schrijven",
        "follow_mistake_texts": "Kies wat u van machinevertalingen wilt",
        "follow_mistake_zone": "Vul een tijdzone in zoals Europe/Brussels",
        "follow_sent": "Kijk in uw mailbox",
        "follow_sent_more": "Een e-mail met een link is onderweg. Open de link en bevestig: vanaf "
        "dan krijgt u wat u gekozen hebt.",
        "follow_sent_nothing": "Na enkele minuten nog niets? Kijk bij de ongewenste e-mail (spam) "
        "en kijk na of u het adres juist hebt getypt. Over een uur kunt u het opnieuw vragen.",
        "follow_confirm": "Wilt u deze e-mails krijgen?",
        "follow_confirm_more": "Dit werd met uw e-mailadres gevraagd:",
        "follow_confirm_yes": "Ja, stuur ze mij",
        "follow_confirm_not": "Was u dat niet? Sluit dan gewoon deze pagina. Er verandert niets, "
        "en wat niemand bevestigt, wordt na zeven dagen gewist.",
        "follow_confirmed": "U bent ingeschreven",
        "follow_confirmed_more": "U krijgt een e-mail wanneer er iets nieuws verschijnt in wat u "
        "gekozen hebt.",
        "follow_manage": "Uw e-mails van ons",
        "follow_change": "Wijzigen of stopzetten",
        "follow_since": "U bent ingeschreven sinds {date}.",
        "follow_asked": "Op {date} heeft iemand met uw adres iets anders gevraagd. Dat geldt "
        "alleen als u het bevestigt.",
        "follow_look": "Bekijk de vraag",
        "follow_quiet": "De laatste zeven dagen is er niets verschenen in wat u volgt.",
        "follow_save": "Wijzigingen opslaan",
        "follow_saved": "Uw wijzigingen zijn opgeslagen",
        "follow_download": "Downloaden wat wij over u bewaren (JSON)",
        "follow_unsubscribe": "Uitschrijven",
        "follow_unsubscribe_more": "U krijgt dan geen e-mails meer van ons, en uw adres wordt "
        "meteen gewist.",
        "follow_unsubscribed": "U bent uitgeschreven",
        "follow_unsubscribed_more": "U krijgt geen e-mails meer van ons, en uw adres is gewist.",
        "follow_anew": "Opnieuw inschrijven",
    },
    "de": {
        "follow_by_mail": "Per E-Mail",
        "follow_mail": "Per E-Mail folgen",
        "follow_mail_what": "Wählen Sie, was Sie interessiert, und wir schreiben Ihnen, wenn etwas "
        "Neues erscheint. Zuerst erhalten Sie eine E-Mail mit einem Link; solange Sie dort nicht "
        "bestätigen, kommt nichts weiter.",
        "follow_email": "Ihre E-Mail-Adresse",
        "follow_email_hint": "Wir verwenden sie nur für diese E-Mails und löschen sie, wenn Sie "
        "sich abmelden.",
        "follow_language_hint": "Sie erhalten jede Mitteilung einmal, in der ersten dieser "
        "Sprachen, in der es sie gibt.",
        "follow_rank_1": "Erste Wahl",
        "follow_rank_2": "Zweite Wahl",
        "follow_rank_3": "Dritte Wahl",
        "follow_rank_4": "Vierte Wahl",
        "follow_no_language": "Keine",
        "follow_when": "Wie oft",
        "follow_when_instant": "Sofort, eine E-Mail für jede Mitteilung",
        "follow_when_daily": "Einmal am Tag, alles in einer E-Mail",
        "follow_when_weekly": "Einmal in der Woche, alles in einer E-Mail",
        "follow_texts": "Maschinelle Übersetzungen",
        "follow_texts_all": "Auch senden; sie sind gekennzeichnet",
        "follow_texts_official": "Nur Texte senden, die ein Mensch geschrieben oder geprüft hat, "
        "auch wenn ich darauf warten muss",
        "follow_texts_again": "Auch senden, und noch einmal schreiben, sobald ein Mensch sie "
        "geprüft hat",
        "follow_zone": "Zeitzone",
        "follow_zone_hint": "Tägliche und wöchentliche E-Mails richten sich nach dieser Uhr, zum "
        "Beispiel Europe/Brussels.",
        "follow_trap": "Lassen Sie dieses Feld leer",
        "follow_send": "Link anfordern",
        "follow_error": "Fehler: {title}",
        "follow_mistakes": "Bitte prüfen Sie diese Felder",
        "follow_mistake_email": "Geben Sie eine E-Mail-Adresse wie name@example.org ein",
        "follow_mistake_topic": "Wählen Sie mindestens ein Thema",
        "follow_mistake_language": "Wählen Sie mindestens eine Sprache",
        "follow_mistake_when": "Wählen Sie, wie oft wir Ihnen schreiben sollen",
        "follow_mistake_texts": "Wählen Sie, was Sie von maschinellen Übersetzungen wollen",
        "follow_mistake_zone": "Geben Sie eine Zeitzone wie Europe/Brussels ein",
        "follow_sent": "Sehen Sie in Ihr Postfach",
        "follow_sent_more": "Eine E-Mail mit einem Link ist unterwegs. Öffnen Sie den Link und "
        "bestätigen Sie: Von da an erhalten Sie, was Sie gewählt haben.",
        "follow_sent_nothing": "Nach einigen Minuten noch nichts da? Sehen Sie bei der "
        "unerwünschten Post (Spam) nach und prüfen Sie, ob die Adresse richtig getippt war. In "
        "einer Stunde können Sie den Link noch einmal anfordern.",
        "follow_confirm": "Möchten Sie diese Post erhalten?",
        "follow_confirm_more": "Das wurde mit Ihrer E-Mail-Adresse angefordert:",
        "follow_confirm_yes": "Ja, senden Sie sie mir",
        "follow_confirm_not": "Waren Sie das nicht? Dann schließen Sie einfach diese Seite. Nichts "
        "ändert sich, und was niemand bestätigt, wird nach sieben Tagen gelöscht.",
        "follow_confirmed": "Sie sind angemeldet",
        "follow_confirmed_more": "Sie erhalten eine E-Mail, wenn in dem, was Sie gewählt haben, "
        "etwas Neues erscheint.",
        "follow_manage": "Ihre E-Mails von uns",
        "follow_change": "Ändern oder beenden",
        "follow_since": "Sie sind seit dem {date} angemeldet.",
        "follow_asked": "Am {date} hat jemand mit Ihrer Adresse etwas anderes angefordert. Es gilt "
        "nur, wenn Sie es bestätigen.",
        "follow_look": "Ansehen",
        "follow_quiet": "In den letzten sieben Tagen ist in dem, was Sie gewählt haben, nichts "
        "erschienen.",
        "follow_save": "Änderungen speichern",
        "follow_saved": "Ihre Änderungen sind gespeichert",
        "follow_download": "Herunterladen, was wir über Sie gespeichert haben (JSON)",
        "follow_unsubscribe": "Abmelden",
        "follow_unsubscribe_more": "Sie erhalten dann keine E-Mails mehr von uns, und Ihre Adresse "
        "wird sofort gelöscht.",
        "follow_unsubscribed": "Sie sind abgemeldet",
        "follow_unsubscribed_more": "Sie erhalten keine E-Mails mehr von uns, und Ihre Adresse ist "
        "gelöscht.",
        "follow_anew": "Wieder anmelden",
    },
}
