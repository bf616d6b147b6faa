"""Words with a capital that say what a name is the name of, in the newsroom's usual languages."""

import re

# What stands before the name of a person.
_TITLES = """
    mr mrs ms miss mx sir dame lord lady dr prof professor president chancellor minister
    commissioner senator sen governor gov mayor judge justice ambassador secretary general gen
    colonel col captain lieutenant sergeant inspector detective queen king prince princess pope
    bishop archbishop cardinal chairman chairwoman spokesperson spokesman spokeswoman madam
    speaker rapporteur congressman congresswoman councillor coach analyst commander m mm mme
    mmes mlle me monsieur madame président présidente ministre commissaire sénateur sénatrice
    maire juge ambassadeur ambassadrice chancelier chancelière roi reine pape porte-parole
    rapporteure heer mevrouw mijnheer dhr mevr voorzitter commissaris burgemeester premier
    koning koningin woordvoerder woordvoerster rechter paus herr herrn frau präsident
    präsidentin kommissar kommissarin abgeordneter abgeordnete
"""
TITLES = frozenset(_TITLES.split())
SURE_TITLES = {"herr", "herrn", "frau", "dr", "prof"}  # after which even German has a name
# What stands in names of anything but people; its plural in -s too.
_OTHER = """
    act action affair age agency air airline airport alliance alternative amendment area arm
    army arena article assembly asset atlantic attorney authority avenue award bank baltic basin
    bay best big bill black blue board body book border boulevard bridge budget bureau business
    camp campaign canal canyon cape capital care case castle cathedral catholic center central
    centre channel charter chemical chief child children christian christmas church citizen city
    civil clean climate coast code cold college commission committee common communist community
    company conference congress conservative control convention corp corps council counter
    county court crime cross crown cup custom customs daily dawn day death defence defense delta
    democrat democratic department deputy desert design digital director disaster district
    dynasty earth east eastern economic emergency empire energy equality europe european evening
    exchange executive express facility fair fall fashion father federal festival finance fire
    first food force foreign forest former forum foundation founder free freedom friday front
    fund fundamental game garden gas gazette giant glacier global golden good government
    governing grand great green ground group grove guard gulf half hall harbor harbour head
    health heritage high highway hill holy home hong hospital hotel house human hurricane
    independent industrial industry initiative institute intelligence interior internal
    international island joint journal judiciary junior kingdom lake land latin law leader
    league left legal liberal library life light line list little local lower magistrate
    management market media medical mediterranean member memorandum middle military monday
    monetary month monument moon mother motor mount mountain movement museum music national navy
    near network new news night north northeast northern northwest nuclear ocean office officer
    official oil old olympic open opera oratory order organised organized original other our
    pacific palace paper park parliament party path peace peninsula people person pharaoh plain
    plan plant plaza police policy poll port post power premier presidency press prime private
    prize program programme project protocol province public pyramid queen quarter question
    radio railway range rally red region regional report representative republic republican
    rescue research reserve resort review revolutionary right river road roman round royal rue
    rural safety sanctuary santa saturday saudi school science sea second security senate senior
    series service shore six slalom social society solar south southeast southern southwest
    space special sport spring square stadium standard star state station stock storm strait
    strategic strategy street strip structural studio study summer summit sun sunday supreme
    system task team technology telescope television theatre theater third three thursday time
    today total tour tower town track trade traffic transport treaty trial trust tsunami tuesday
    two ultra union unit united universal university upper us valley vice village violence
    vision wall war water way weapon wednesday week welfare west western white winter woman
    women work world year yoga young youth zone january february march july september october
    november december african albanian algerian american arab arabia argentine asian australian
    austrian belgian bosnian brazilian british bulgarian byzantine canadian chinese croatian
    cuban czech danish dutch egyptian english finnish french german greek hungarian indian
    indonesian iranian iraqi irish islamic israeli italian japanese jewish korean macedonia
    mexican moroccan muslim norwegian ottoman pakistani palestinian polish portuguese romanian
    russian scottish serbian shiite soviet spanish sunni swedish swiss syrian tibetan tunisian
    turkish ukrainian welsh africa america asia britain canada china england france germany
    india israel italy japan korea poland russia scotland spain turkey ukraine wales zealand
    brussels london paris geneva rome the an and of for to in on at with over after by from my
    your his her their its it this that can no nos not all every some is are was be have has had
    we they he she you when where saint saints nord sud pacifique rouge croix corée afrique
    guerre jeux presse troisième seconde séminaire santé états unis nations conseil comité cour
    parlement assemblée république ministère université institut banque fonds parti place mer
    océan île îles verenigde staten raad hof kamer huis partij straat zee nieuwe grote tweede
    eerste europese zaken koninkrijk kruis spelen oceaan verdrag akkoord commissie oosten top
    fractie den rode gerechtshof vertegenwoordiger republikein directeur europees europa
    heiligdom internationaal nationale internationale vereniging stichting ministerie
    universiteit instituut koninklijke
"""
OTHER = frozenset(_OTHER.split())
ENDINGS = re.compile(
    r"(?:[ts]ions?|\w{4}ments?|[a-z]{3}ity|ities|ships?|isms?|ists?|ology|ological|[ict]al|ics"
    r"|ences?|ness|[a-z]{4}ing|aanse|ische|[ieë]nse|eese|nese)$"
)
