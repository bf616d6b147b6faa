"""Ordinary sentences about publishing, releasing, embargoes and dates; all are our own."""

ORDINARY = """
The report may not be published before the election, the court said.
The court ruled that the report must not be published before 6 October 2038.
The minister said the documents would not be released before 6 October 2038.
The hostages must be released before 6 October 2038, the group said.
Ministers call for release of hostages
For release of the hostages, talks go on until 6 October 2038.
The group demanded the release of all prisoners before 6 October 2038.
The prisoner may be released on 6 October 2038 at the earliest.
The Council called for the immediate and unconditional release of all hostages.
The product is not for sale before 6 October 2038.
The house is not for sale.
The drug is not for use in children.
Not for use in pregnancy.
The water is not for human use until 6 October 2038.
The book will be published on 6 October 2038 at 09:30.
The results will be published on 6 October 2038 at 09:30.
The report will be released at 09:30 on 6 October 2038.
The next release is on 6 October 2038 at 09:30.
Next release: 6 October 2038, 09:30
Next publication: 6 October 2038
The next press release will be published on 6 October 2038.
The press conference starts at 09:30 on 6 October 2038.
Press conference: 6 October 2038, 09:30
Date: 6 October 2038, 09:30
Deadline: 6 October 2038, 09:30
Registration is open until 6 October 2038 at 09:30.
Applications are open until 6 October 2038.
Applications can be submitted from 6 October 2038.
The consultation runs until 6 October 2038.
The call for proposals is open until 6 October 2038, 17:00 Brussels time.
The exhibition is free from 6 October 2038.
Entry is free until 6 October 2038.
The film will be released on 6 October 2038.
The data may be used for research only.
The images may be used free of charge until 6 October 2038.
Photos may be used free of charge, with credit.
Photos are free for publication, with credit.
Photos for use by the media only.
The images can be used from 6 October 2038 for editorial purposes.
Photos will be available from 6 October 2038 at 09:30.
A recording will be available after 11:00 on 6 October 2038.
The broadcast starts at 09:30 on 6 October 2038.
The interview will be broadcast on 6 October 2038 at 20:00.
Live broadcast: 6 October 2038, 09:30
The speech will be streamed live on 6 October 2038 at 09:30.
Entry into force: 6 October 2038
The law enters into force on 6 October 2038.
The measures are valid from 6 October 2038.
Valid until 6 October 2038
The passport is valid until 6 October 2038.
The offer is valid from 6 October 2038 until 31 October 2038.
The border is closed until 6 October 2038.
The road is blocked until 6 October 2038.
The account was blocked until 6 October 2038.
The assets remain frozen until 6 October 2038.
The sanctions are prolonged until 6 October 2038.
The Council prolonged the restrictive measures until 6 October 2038.
The arms embargo was extended until 6 October 2038.
The Council decided to lift the embargo on 6 October 2038.
The embargo on arms sales remains in force until 6 October 2038.
The embargo applies until 6 October 2038 to all goods.
The embargo against Corvane ends on 6 October 2038.
Corvane embargo ends on 6 October 2038
Embargo against Corvane until 6 October 2038
Embargo on Corvane until the end of the war
Arms embargo until the end of the war
Trade embargo until the vote
Oil embargo until further notice
The Council imposed an embargo until 6 October 2038.
Parliament calls for an embargo until the war ends
Embargo lifted
The embargo has been lifted.
Cuba calls for end of embargo
End of embargo
End to the embargo in sight
After the embargo: trade returns to Corvane
Embargo, sanctions and boycotts: what is the difference?
Embargo or not? Parliament divided
An embargo with holes
Embargo bites
The embargoed goods
The port has been under an embargo for ten years.
Fish embargo lifted on 6 October 2038
The judge placed an embargo on the ship.
The ship was placed under embargo.
EU embargo on Russian oil from 6 October 2038
Embargo on seaborne crude from 6 October 2038
Embargo from 6 October 2038 on seaborne crude
The minister would not say whether the report will be released.
The Commission is not to release the funds before 6 October 2038.
The money will not be released until reforms are adopted.
Funds are not to be used before the audit.
No one may use the bridge before 6 October 2038.
Please do not use the lift.
Please do not use the old form after 6 October 2038.
Please do not share your password.
Do not distribute food to wild animals.
Do not publish personal data without consent.
Do not travel to Corvane until further notice.
Do not use tap water until further notice.
The embassy is closed until further notice.
Flights are suspended until further notice.
Visas will not be issued until further notice.
The visa is not issued before 6 October 2038.
Tickets are not on sale before 6 October 2038.
Voting is not possible before 6 October 2038.
The vote will not be held before 6 October 2038.
Elections will be held before 6 October 2038.
Elections are to be held on 6 October 2038.
The election must be held before 6 October 2038.
The hearing is to be held until 6 October 2038.
The suspects were held until 6 October 2038.
The suspect is held until his trial.
Hold the line
Hold on to the peace plan, minister says
Please hold your questions until the end of the press conference.
Wait until the water has gone
Wait for the green light before crossing.
Wait until 6 October 2038 before you travel.
Travellers should wait until 6 October 2038.
Confidential talks until dawn
The talks were kept confidential until the agreement was signed.
The names remained secret until 6 October 2038.
The report is restricted.
The document was classified until 6 October 2038.
The archives are closed until 6 October 2038.
The archives will be made public from 6 October 2038.
The data will be made public on 6 October 2038.
Journalists may not use phones in the room before the ceremony.
Journalists must register before 6 October 2038 at 09:30.
Accreditation is open until 6 October 2038 at 09:30.
Media are asked to arrive before 09:30 on 6 October 2038.
Media: please arrive before 09:30 on 6 October 2038.
Photographers can enter from 09:30 on 6 October 2038.
The press release of 6 October 2038 is corrected.
This press release replaces that of 6 October 2038.
This press release was published on 6 October 2038 at 09:30.
This statement was issued on 6 October 2038.
This report covers the period until 6 October 2038.
This document was updated on 6 October 2038.
Published on 6 October 2025
Last updated: 6 October 2025 09:30
Issued: 6 October 2025
The treaty cannot be used before 6 October 2038.
The new coins will be in circulation from 6 October 2038.
Old banknotes may be used until 6 October 2038.
Old banknotes may not be used after 6 October 2038.
The vaccine may be used from 6 October 2038.
The stamp is released on 6 October 2038.
The song is out on 6 October 2038.
The balloon was released at 09:30 on 6 October 2038.
Release of water from the dam after 6 October 2038
Water release after 09:30 on 6 October 2038
Release after ten years in prison
Released after ten years in prison
Release on bail: court decides on 6 October 2038
Early release from 6 October 2038
Prisoner release at 09:30 on 6 October 2038
For use in schools
For use in Corvane after the flood
For use after the flood: new boats
Publication of the report on the flood
Publication of the names was delayed.
Not before time: the bridge opens
Not before the courts
Before publication the report was read by experts.
Until now the report was not published.
Nothing was published before the vote.
Nobody published the report before the vote.
The press may not report on the trial before 6 October 2038, the judge ruled.
The judge banned publication of the names until 6 October 2038.
Reporting restrictions apply until 6 October 2038, the judge said.
The newspaper may not publish the letters until the trial is over.
Newspapers broke the embargo.
The Times broke an embargo on the budget.
The journal lifted its embargo early.
Scientists criticise the embargo system of journals.
The embargo of the journal ended yesterday.
La publication du rapport est prévue le 6 octobre 2038.
Le rapport sera publié le 6 octobre 2038 à 9h30.
Le film sera diffusé le 6 octobre 2038 à 20h30.
L’émission est diffusée le 6 octobre 2038 à 20h30.
La conférence de presse aura lieu le 6 octobre 2038 à 9h30.
Le rapport ne sera pas publié avant l’élection, a dit le tribunal.
Le tribunal interdit la publication du livre jusqu’au 6 octobre 2038.
La libération des otages est attendue avant le 6 octobre 2038.
Les prisonniers ne seront pas libérés avant le 6 octobre 2038.
La route est interdite à la circulation jusqu’au 6 octobre 2038.
Le stationnement est interdit du 6 au 8 octobre 2038.
La baignade est interdite jusqu’à nouvel ordre.
Les vols sont suspendus jusqu’à nouvel ordre.
L’ambassade est fermée jusqu’à nouvel ordre.
L’embargo sur le pétrole est levé.
L’embargo sur les armes court jusqu’au 6 octobre 2038.
L’embargo contre la Corvanie sera levé le 6 octobre 2038.
L’embargo américain frappe les ports.
L’embargo, un mot qui fait peur
Embargo levé
Fin de l’embargo
Fin de l’embargo en Corvanie
Embargo contre la Corvanie jusqu’au 6 octobre 2038
Embargo sur les armes jusqu’à la fin de la guerre
Embargo : le Conseil décide lundi
Un pays sous embargo depuis dix ans
Le Conseil a prolongé l’embargo jusqu’au 6 octobre 2038.
Les inscriptions sont ouvertes jusqu’au 6 octobre 2038.
Le dossier peut être déposé à partir du 6 octobre 2038.
Les photos peuvent être utilisées librement.
Photos libres de droits
Photos libres de droits jusqu’au 6 octobre 2038
Entrée libre à partir du 6 octobre 2038
Les données peuvent être utilisées à partir du 6 octobre 2038.
Les billets peuvent être utilisés jusqu’au 6 octobre 2038.
Ne pas utiliser l’ascenseur avant le 6 octobre 2038.
Ne pas boire l’eau avant le 6 octobre 2038.
Ne pas jeter sur la voie publique
Merci de ne pas diffuser de rumeurs.
Rien n’a été publié avant le vote.
La loi entre en vigueur le 6 octobre 2038.
Les sanctions restent en vigueur jusqu’au 6 octobre 2038.
Le vaccin ne peut être utilisé avant l’autorisation.
Les sondages ne peuvent être publiés avant le 6 octobre 2038.
Les noms ne peuvent être divulgués avant le procès.
Ce communiqué a été publié le 6 octobre 2025 à 9h30.
Publié le 6 octobre 2025
Mis en ligne le 6 octobre 2025
Prochaine publication : 6 octobre 2038
À ne pas manquer avant le 6 octobre 2038
À voir jusqu’au 6 octobre 2038
Pas avant 2038, dit la ministre
Pas de vacances avant le vote
De publicatie van het rapport is voorzien op 6 oktober 2038.
Het rapport wordt gepubliceerd op 6 oktober 2038 om 9.30 uur.
Het rapport mag niet voor de verkiezingen worden gepubliceerd, zei de rechtbank.
De persconferentie begint op 6 oktober 2038 om 9.30 uur.
De gijzelaars moeten vrijgelaten worden voor 6 oktober 2038.
De gevangenen worden niet vrijgelaten voor 6 oktober 2038.
De brug is gesloten tot 6 oktober 2038.
De weg is afgesloten tot nader order.
Zwemmen is verboden tot nader order.
De ambassade is gesloten tot nader order.
Het embargo tegen Corvane geldt tot 6 oktober 2038.
Het embargo op wapens eindigt op 6 oktober 2038.
Het embargo wordt opgeheven.
Embargo opgeheven
Embargo tegen Corvane tot 6 oktober 2038
Embargo op wapens tot het einde van de oorlog
Wapenembargo tot na de Raad verlengd
Einde embargo
Einde van het embargo in zicht
Een land onder embargo sinds 2019
De Raad verlengt het embargo tot 6 oktober 2038.
De inschrijving loopt tot 6 oktober 2038.
Inschrijven kan vanaf 6 oktober 2038.
De foto's mogen vrij gebruikt worden.
Foto's zijn vrij van rechten.
Foto's rechtenvrij te gebruiken tot 6 oktober 2038
De toegang is vrij vanaf 6 oktober 2038.
Toegang vrij vanaf 18 uur
Het water niet drinken voor 6 oktober 2038.
Het geld wordt pas vrijgegeven na 6 oktober 2038.
De middelen worden niet vrijgegeven voor de stemming.
De wet treedt in werking op 6 oktober 2038.
De uitzending begint op 6 oktober 2038 om 20.30 uur.
Dit bericht werd gepubliceerd op 6 oktober 2025.
Gepubliceerd op 6 oktober 2025
Bijgewerkt op 6 oktober 2025 om 9.30 uur
Volgende publicatie: 6 oktober 2038
Niet voor 2038, zegt de minister
Niet voor de rechter
Niets werd gepubliceerd voor de stemming.
Die Veröffentlichung des Berichts ist für den 6. Oktober 2038 geplant.
Der Bericht wird am 6. Oktober 2038 um 9.30 Uhr veröffentlicht.
Der Bericht darf nicht vor der Wahl veröffentlicht werden, sagte das Gericht.
Die Pressekonferenz beginnt am 6. Oktober 2038 um 9.30 Uhr.
Die Geiseln müssen vor dem 6. Oktober 2038 freigelassen werden.
Die Gefangenen kommen nicht vor dem 6. Oktober 2038 frei.
Die Gefangenen kommen am 6. Oktober 2038 frei.
Die Straße ist bis auf Weiteres gesperrt.
Die Straße ist gesperrt bis 6. Oktober 2038.
Autobahn bis 6. Oktober 2038 gesperrt
Brücke gesperrt
Konten gesperrt bis zum Urteil
Die Botschaft bleibt bis auf Weiteres geschlossen.
Das Embargo gegen Corvane endet am 6. Oktober 2038.
Das Embargo wird aufgehoben.
Embargo aufgehoben
Embargo gegen Corvane bis 6. Oktober 2038
Ölembargo bis zur Abstimmung
Ein Land seit 2019 unter Embargo
Der Rat verlängert das Embargo bis 6. Oktober 2038.
Die Anmeldung ist bis 6. Oktober 2038 möglich.
Die Fotos dürfen honorarfrei verwendet werden.
Fotos zur honorarfreien Verwendung
Abdruck honorarfrei
Abdruck honorarfrei, Beleg erbeten
Der Eintritt ist frei ab 6. Oktober 2038.
Eintritt frei ab 18 Uhr
Frei ab 12 Jahren
Freigegeben ab 12 Jahren
Die Mittel werden ab 6. Oktober 2038 freigegeben.
Die Mittel werden nicht vor dem 6. Oktober 2038 freigegeben.
Das Gesetz tritt am 6. Oktober 2038 in Kraft.
Die Sendung beginnt am 6. Oktober 2038 um 20.30 Uhr.
Der Film läuft ab 6. Oktober 2038.
Diese Pressemitteilung wurde am 6. Oktober 2025 veröffentlicht.
Veröffentlicht am 6. Oktober 2025
Nächste Veröffentlichung: 6. Oktober 2038
Nicht vor 2038, sagt die Ministerin
Nicht vor Gericht
Nichts wurde vor der Abstimmung veröffentlicht.
Die Sperrfrist für die Fahrerlaubnis endet am 6. Oktober 2038.
Der neue Ausweis ist ab 6. Oktober 2038 gültig.
Online-Anmeldung ab 6. Oktober 2038
Embarked: 300 passengers for Corvane
Embarked on 6 October 2038, the crew is home
Embark on 6 October 2038 in Corvane
Embarrassed until now, the club moves on
Embraer: twenty aircraft for Corvane
Embrace – until the dawn
Embers: a story of 6 October 2038
Emerging: a study
Sperrfeuer bis 6. Oktober 2038
Sperrfeuer: die Verhandlungen stocken
Confidential data must be protected.
Hold on to your hats until Tuesday
Diffusion interdite aux moins de 12 ans
Publication interdite : un film sur la censure
Rien avant le match
Publicatie verboden boeken opent in Corvane
Internal use of force is forbidden.
For release of the funds, see the annex.
For use after the rain: a new road
Vrij na tien jaar
Frei: ein Leben nach dem Krieg
Please hold for the operator and wait.
Vertrauliche Gespräche in Corvane
Off until Monday
Nothing before 2030, says minister
Rien avant 2030, dit le ministre
Niets voor 2030, zegt de minister
Nichts vor 2030, sagt der Minister
Sperrzeit: Kneipen schließen früher
Pour publication le 5 mai dans la revue
Voor publicatie op 5 mei bellen
Nachrichtensperre bis Montag, meldet die Agentur
Publicatieverbod voor krant van tafel
Release upon delivery of the goods
Vrij na de uitspraak van de rechter
Embalmed until 2030
Emigrate until 2030
""".strip().split("\n")
