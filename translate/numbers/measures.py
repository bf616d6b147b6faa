"""Words of scale and of measure, per language."""

from decimal import Decimal

# Powers of ten; the word for one, the word for more, then what else is read as the same.
# Billion is not billion: 10^9 in English, 10^12 elsewhere.
SCALES: dict[str, dict[int, str]] = {
    "en": {
        3: "thousand thousand thousands",
        6: "million million millions mio mln",
        9: "billion billion billions bn bln",
        12: "trillion trillion trillions tn trn",
    },
    "fr": {
        3: "mille mille milliers millier",
        6: "million millions mio",
        9: "milliard milliards md mds mrd mrds",
        12: "billion billions",
    },
    "nl": {
        3: "duizend duizend",
        6: "miljoen miljoen miljoenen mln mio",
        9: "miljard miljard miljarden mld mrd",
        12: "biljoen biljoen biljoenen",
    },
    "de": {
        3: "Tausend Tausend tsd",
        6: "Million Millionen mio",
        9: "Milliarde Milliarden mrd",
        12: "Billion Billionen",
    },
}
# The same for measures, by the sign that stands for them; "_" is a space. A pound may also be a
# weight, and livre is a book: those are “£~”.
UNITS: dict[str, dict[str, str]] = {
    "en": {
        "€": "euro euros",
        "$": "dollar dollars US_dollar US_dollars",
        "%": "per_cent per_cent percent",
        "km": "kilometre kilometres kilometer kilometers",
        "m": "metre metres meter meters",
        "km²": "square_kilometre square_kilometres square_kilometer square_kilometers",
        "m²": "square_metre square_metres square_meter square_meters",
        "kg": "kilogram kilograms kilogramme kilogrammes kilo kilos",
        "t": "tonne tonnes ton tons",
        "ha": "hectare hectares",
        "°C": "degree_Celsius degrees_Celsius",
        "km/h": "kilometre_per_hour kilometres_per_hour kilometer_per_hour kilometers_per_hour"
        " km_per_hour kph",
        "£": "pound_sterling pounds_sterling British_pound British_pounds",
        "£~": "pound pounds",
        "¥": "yen yen",
        "CHF": "Swiss_franc Swiss_francs",
        "cm": "centimetre centimetres centimeter centimeters",
        "mm": "millimetre millimetres millimeter millimeters",
        "kW": "kilowatt kilowatts",
        "MW": "megawatt megawatts",
        "GW": "gigawatt gigawatts",
    },
    "fr": {
        "€": "euro euros",
        "$": "dollar dollars dollar_américain dollars_américains dollars_US",
        "%": "pour_cent pour_cent",
        "km": "kilomètre kilomètres",
        "m": "mètre mètres",
        "km²": "kilomètre_carré kilomètres_carrés",
        "m²": "mètre_carré mètres_carrés",
        "kg": "kilogramme kilogrammes kilo kilos",
        "t": "tonne tonnes",
        "ha": "hectare hectares",
        "°C": "degré_Celsius degrés_Celsius",
        "km/h": "kilomètre_par_heure kilomètres_par_heure kilomètres_à_l'heure kilomètres-heure"
        " km_par_heure km_à_l'heure",
        "£": "livre_sterling livres_sterling",
        "£~": "livre livres",
        "¥": "yen yens",
        "CHF": "franc_suisse francs_suisses",
        "cm": "centimètre centimètres",
        "mm": "millimètre millimètres",
        "kW": "kilowatt kilowatts",
        "MW": "mégawatt mégawatts",
        "GW": "gigawatt gigawatts",
    },
    "nl": {
        "€": "euro euro euro's euro’s",
        "$": "dollar dollar dollars",
        "%": "procent procent percent",
        "km": "kilometer kilometer kilometers",
        "m": "meter meter meters",
        "km²": "vierkante_kilometer vierkante_kilometer",
        "m²": "vierkante_meter vierkante_meter",
        "kg": "kilogram kilogram kilo",
        "t": "ton ton",
        "ha": "hectare hectare hectaren",
        "°C": "graad_Celsius graden_Celsius",
        "km/h": "kilometer_per_uur kilometer_per_uur km_per_uur km/u",
        "£": "pond_sterling pond_sterling Britse_pond Britse_ponden Engelse_pond Engelse_ponden",
        "£~": "pond pond ponden",
        "¥": "yen yen",
        "CHF": "Zwitserse_frank Zwitserse_frank Zwitserse_franken",
        "cm": "centimeter centimeter centimeters",
        "mm": "millimeter millimeter millimeters",
        "kW": "kilowatt kilowatt",
        "MW": "megawatt megawatt",
        "GW": "gigawatt gigawatt",
    },
    "de": {
        "€": "Euro Euro Euros",
        "$": "Dollar Dollar Dollars US-Dollar US-Dollars",
        "%": "Prozent Prozent prozentig prozentige prozentigen prozentiger prozentiges prozentigem",
        "km": "Kilometer Kilometer Kilometern",
        "m": "Meter Meter Metern",
        "km²": "Quadratkilometer Quadratkilometer Quadratkilometern",
        "m²": "Quadratmeter Quadratmeter Quadratmetern",
        "kg": "Kilogramm Kilogramm Kilo",
        "t": "Tonne Tonnen",
        "ha": "Hektar Hektar Hektaren",
        "°C": "Grad_Celsius Grad_Celsius",
        "km/h": "Kilometer_pro_Stunde Kilometer_pro_Stunde Stundenkilometer Stundenkilometern"
        " km_pro_Stunde",
        "£": "Pfund_Sterling Pfund_Sterling britische_Pfund britischen_Pfund britischer_Pfund",
        "£~": "Pfund Pfund",
        "¥": "Yen Yen",
        "CHF": "Schweizer_Franken Schweizer_Franken",
        "cm": "Zentimeter Zentimeter Zentimetern",
        "mm": "Millimeter Millimeter Millimetern",
        "kW": "Kilowatt Kilowatt",
        "MW": "Megawatt Megawatt",
        "GW": "Gigawatt Gigawatt",
    },
}
# Signs and codes that every language shares, as they are written.
SIGNS = {"€": "€", "EUR": "€", "$": "$", "US$": "$", "USD": "$", "£": "£", "GBP": "£", "¥": "¥"}
SIGNS |= {"CHF": "CHF"}
SYMBOLS = (
    *("km/h", "km²", "km", "m²", "m³", "cm", "mm", "m", "kg", "ha", "°C", "°F", "%", "‰"),
    *("kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW"),
)
SHORT = {"k": 3, "m": 6, "b": 9}  # beside a currency only


def words(table: str) -> list[str]:
    """The words of an entry of one of the tables."""
    return [word.replace("_", " ") for word in table.split()]


def counted(table: str, number: Decimal, language: str) -> str:
    """The word that goes with a number."""
    one, more, *_ = words(table)
    is_one = abs(number) < 2 if language == "fr" else number == 1
    return one if is_one else more
