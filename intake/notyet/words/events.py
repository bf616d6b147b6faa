"""Words of days and events that an order to wait may name, folded, in four languages."""

WORD = r"(?:[\w'./%-]+,? )"  # a word and the space behind it
DAY = (
    r"(?:\d|mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|maandag"
    r"|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|dienstag|mittwoch|donnerstag|freitag"
    r"|samstag|sonntag|tomorrow|tonight|later|noon|midnight|demain|ce soir|midi|minuit|morgen"
    r"|vanavond|middernacht|heute abend|next week|day \w)"
)
EVENT = (
    r"(?:spe(?:ech|aks?|aking|aker|ak)|spoken|statement|address|remarks|announce\w*|ceremon\w*"
    r"|session|sitting|meeting|conference|summit|briefing|sign(?:ing|ature|ed|s)"
    r"|launch\w*|opening"
    r"|unveil\w*|presentation|presented|rises|takes? the (?:floor|stage)|minister\w*"
    r"|cabinet|plenary|verdict|judg\w+|award\w*"
    r"|discours|allocution|parole|intervention|annonce\w*|seance|reunion|conseil "
    r"des ministres|conseil"
    r"|points? presse|remise|ouverture|lancement|toespraak|zitting|persconferentie|ministerraad"
    r"|plechtigheid|voorstelling|aankondiging|spreekt|gesproken|uitreiking|onthulling|vergadering"
    r"|rede\w*|ansprache|sitzung|kabinett\w*|pressekonferenz|verleihung|preisverleihung|beginn"
    r"|verkundung|vorstellung|eroffnung|zeremonie|festakt)"
)
