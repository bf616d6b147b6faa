"""Orders to wait in words that no list of phrases holds, by language; what only sounds like one."""

ORDERS = {
    "de": """
Nicht vor Donnerstag veröffentlichen
Bitte nicht vor Donnerstag verwenden
Vor der Kabinettssitzung nicht verwenden
Vor Beginn der Sitzung nicht veröffentlichen
Bitte erst nach der Rede der Ministerin verwenden
Darf erst nach der Abstimmung verwendet werden
Verwendung erst nach Ende der Pressekonferenz
Abdruck erst nach Beschluss des Stadtrats
Darf ab Donnerstag verwendet werden
Online erst ab 11 Uhr
Zu veröffentlichen am 5. Mai 2027
Wir bitten Sie, mit der Veröffentlichung bis zur Rede der Ministerin zu warten.
Achtung: Sperrfr. Do 10h
Noch nicht öffentlich
Wartet auf Freigabe
Freigabe ausstehend
Bis zur Preisverleihung bitte vertraulich behandeln
Bitte erst nach der Kabinettssitzung rausgeben.
Bitte noch nichts posten, bevor der Minister gesprochen hat
Dieser Text bleibt gesperrt bis Samstag
Nicht bevor die Ministerin gesprochen hat
Unbefristete Sperrfrist:
""",
    "nl": """
Pas publiceren als de minister gesproken heeft
Niet voor dinsdag publiceren
Niet vóór dinsdag publiceren
Pas na de ceremonie publiceren
Niet gebruiken voor de opening van de zitting
Vrijgave: na afloop van de plenaire vergadering
Gelieve te wachten tot de minister gesproken heeft.
Het embargo loopt af na de toespraak van de minister
Nog niet openbaar
Wacht op goedkeuring kabinet
Graag vertrouwelijk houden tot donderdag
Nog niets delen, voordat de minister gesproken heeft
Tekst geblokkeerd tot zaterdag
Niet voordat de minister gesproken heeft
""",
    "en": """
Please do not use before the speech has been delivered
Not for wire transmission until 11 GMT
You are kindly requested to refrain from publication until the ceremony has begun
We ask you not to report this before the Minister's statement
For immediate release after the cabinet meeting
FOR RELEASE: UPON CONCLUSION OF THE SUMMIT
This announcement will be made public on 5 May 2027; please keep it confidential until then
No reporting prior to the press conference
Please sit on this until Monday
To be published Thursday
Do not tweet before noon.
Embargo ends when the Minister rises to speak
The embargo expires when the ceremony starts
Embargo lifted at the end of the minister's speech
Note: embargo still in force
Pre-briefing material, embargoed by agreement
Not yet public
PENDING APPROVAL BY CABINET
Awaiting clearance
Release date: TBC
Hold - do not send
Hold for arrival
Status: not released
The contents are confidential until the ceremony starts.
Please hold this until Thursday, thanks
Please don't use it before Thursday.
Not out yet! Minister speaks at 5
Text reserved until Saturday
Not before the minister has spoken
Not until the speech is over, please
Permanent embargo
""",
    "fr": """
Ce texte ne pourra être utilisé qu'une fois le discours prononcé
Diffusable dès la fin du Conseil
Bon à diffuser jeudi 8 h
Ne pas relayer sur les réseaux sociaux avant midi
À publier demain
Pour publication le jeudi
Communiqué à paraître après le vote
Rien ne doit filtrer avant la cérémonie
Merci de ne pas en faire état avant l'annonce du ministre.
L'embargo sera levé à l'issue du conseil des ministres
Embargo : levée à l'issue du Conseil
L'embargo prend fin au début de la cérémonie
Pas encore public
À valider par le cabinet
À tenir secret jusqu'à jeudi
À ne diffuser que jeudi
Texte réservé jusqu'à samedi
Ce communiqué reste bloqué jusqu'à la conférence
Pas avant que le ministre ait parlé
Embargo permanent :
""",
}
DRAFTS = ["DRAFT", "Entwurf", "PROJET", "Concept"]
ORDINARY = """
The embargo on arms exports was extended until 5 May.
The newspaper promised not to publish the letters before 2030.
The study will be published on 5 May 2027.
The bridge may not be used before Thursday.
Die Brücke darf erst nach der Prüfung benutzt werden.
Le pont ne pourra être utilisé qu'après les travaux.
De brug mag niet voor donderdag gebruikt worden.
The draft law was adopted.
Die Sperrfrist für Düngemittel beginnt am 1. November.
The minister wants a permanent embargo on arms.
Not until the minister resigned in May did the talks go on.
The road is blocked until Saturday.
Le pont reste bloqué jusqu'à samedi.
Der Text der Rede ist lang, bis Samstag liest ihn niemand.
"""
