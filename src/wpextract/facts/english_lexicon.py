"""Classes of English words: function words, verbs of measure with their inflections, words that say little by themselves.

No list of nouns: what is in none of the classes is a noun or its modifier.
"""

from __future__ import annotations

import re
from functools import lru_cache


def words(text: str) -> frozenset[str]:
    """The words of a list written with spaces."""
    return frozenset(text.split())


def _inflected(stems: str) -> frozenset[str]:
    """A verb's forms: reach reaches reached reaching; after a slash the irregular ones."""
    out: set[str] = set()
    for entry in stems.split():
        base, *irregular = entry.split("/")
        bare = base[:-1] if base.endswith("e") else base
        third = base + ("es" if re.search(r"(?:s|x|ch|sh|o)$", base) else "s")
        if re.search(r"[^aeiou]y$", base):
            third, past = base[:-1] + "ies", base[:-1] + "ied"
        else:
            past = bare + "ed"
        out |= {base, third, past, bare + "ing", *irregular}
    return frozenset(out)


def _participles(stems: str) -> dict[str, str]:
    """Each form of a verb with its participle: place, places, placed -> placed; give, gave, given -> given."""
    out: dict[str, str] = {}
    for entry in stems.split():
        base, *irregular = entry.split("/")
        past = [form for form in irregular if not form.endswith("ing")]
        unchanged = base if irregular else next(f for f in _inflected(base) if f.endswith("ed") and f != base)
        out |= dict.fromkeys(_inflected(entry), past[-1] if past else unchanged)
    return out


BE = words(
    "is are was were be been being am's has have had having will would should could can may might must does do did"
)  # noqa: E501, SIM905
LEVEL = _inflected(
    "reach exceed surpass total/totalled/totalling amount stand/stood come/came/coming hit/hitting equal average number "
    "approach remain stay become/became pass touch cross near top/topped/topping peak register record post score "
    "measure maintain last range value price estimate rate"
)
CHANGE = _inflected(
    "grow/grew/grown rise/rose/risen increase climb jump surge soar expand gain double triple quadruple multiply fall/fell/fallen "
    "decline drop/dropped/dropping decrease shrink/shrank/shrunk slow narrow slip/slipped contract improve widen advance "
    "accelerate weaken strengthen ease recover skyrocket dip/dipped/dipping leap/leapt edge tick inch balloon tumble plummet creep/crept "
    "plunge shorten lengthen halve slide/slid swell compound dwindle"
)
SHARE = _inflected(
    "account represent make/made/making take/took/taken/taking hold/held capture contribute comprise constitute command "
    "supply furnish cover occupy form claim stem concentrate use fit/fitted/fitting belong join connect arise/arose account"
)
_CUT = _inflected("cut/cutting reduce lower save shorten shrink/shrank raise lift boost improve increase enhance")
_ACTIONS = (
    "lead/led rank expect project forecast predict estimate see/saw/seen get/got/getting include set/setting outperform follow cost/cost charge "
    "earn keep/kept deliver raise adopt generate add sell/sold ship/shipped/shipping invest spend/spent buy/bought pay/paid "
    "show carry give/gave/given put/putting leave/left drive/drove/driven boast dominate secure need want serve attract "
    "connect operate employ produce install build/built consume process complete support enable empower provide offer "
    "require correspond mark reflect indicate achieve realise realize publish release issue list close open join fund "
    "finance receive win/won lose/lost bring/brought create export import host own manage train deploy help allow plan "
    "target aim plan/planned disclose announce report say/said find/found know/known call base begin/began start think "
    "move sink/sank/sunk settle draw/drew/drawn burn absorb follow count lend/lent borrow reimburse place attend sign hover "
    "spread/spread remove let ask rest tally clear fetch log book meet/met send/sent shed hire beat/beaten strike/struck go/went/gone "
    "mean/meant rely return yield obtain complete visit handle imply suggest apply collect survey interview work bear/bore "
    "accept acquire adapt admit/admitted/admitting affect afford agree allocate analyse anticipate assess assign attach avoid "
    "cease choose/chose/chosen compete complain comply/complied conclude conduct confirm consult cultivate decide declare define "
    "derive deserve detect disappear discover distribute eliminate emit/emitted/emitting encourage engage enter equip/equipped "
    "evaluate examine execute expire extend extract favour finish forgo/forwent/forgone gather govern impose inform inject injure "
    "inspect inspire insure integrate invent inherit investigate justify/justified kill learn/learnt locate lodge merge migrate "
    "negotiate observe oppose organise originate oversee/oversaw/overseen owe participate persuade possess postpone preserve "
    "prohibit promote propose protect pursue qualify/qualified react recognise recommend recruit recycle regulate reject relocate "
    "resist resolve restore restrict retain reveal seek/sought seize simplify/simplified specify/specified stimulate "
    "submit/submitted/submitting subscribe suspend sustain tackle terminate threaten tolerate transform "
    "transmit/transmitted/transmitting undergo/underwent/undergone undertake/undertook/undertaken unite urge utilise "
    "verify/verified violate warn withdraw/withdrew/withdrawn "
    "explain contain combine consider depend "
    "describe determine develop divide ensure establish exist fail feel/felt happen identify intend introduce "
    "involve lie/lay/lain listen live maintain occur permit prefer prepare prevent prove receive refuse relate remember "
    "replace represent respond select separate solve speak/spoke/spoken succeed suffer survive teach/taught tell/told tend "
    "throw/threw/thrown try understand/understood vary wear/wore/worn write/wrote/written weigh outnumber outweigh "
    "run/ran/run/running arrive depart swallow erode enrol/enrolled/enrolling eat/ate/eaten "
    "outspend/outspent outsell/outsold outgrow/outgrew/outgrown "
    "outpace overtake/overtook/overtaken undercut commission retire trail lag exclude award grant convert travel wait fly/flew/flown "
    "lay/laid pour look watch absorb cancel lift hope belong assume become/became consist appear seem"
)
_OTHER = _inflected(_ACTIONS) | {"compares"}
PARTICIPLES = _participles(_ACTIONS)
BASES = frozenset(re.findall(r"(?<![/a-z])[a-z]+", _ACTIONS)) | frozenset(
    f"{w}{'es' if re.search(r'(?:s|x|ch|sh|o)$', w) else 's'}" for w in re.findall(r"(?<![/a-z])[a-z]+", _ACTIONS)
)
VERBS = BE | LEVEL | CHANGE | SHARE | _CUT | _OTHER
# As often nouns; verbs only where a number or what leads to one follows.
NOUNS_TOO = _inflected(
    "increase decrease decline drop fall rise gain total average number record rate price value cost charge supply use "
    "need plan target forecast estimate project lead list report run score range form post measure ship fund finance "
    "advance jump surge cover issue work import export contract survey process cut hit slide return yield touch top "
    "trail grant award permit commission travel wait lag hope fly "
    "peak share slip base claim mean stem add-on train host release start open show call boost lift pass near cross"
) | {"ratings", "funding", "financing", "spending", "building", "charging", "shipping", "training", "processing",
     "rating", "pricing", "lending", "manufacturing", "computing", "open", "estimated", "projected", "average", "total",
     "leading", "rated", "combined", "installed", "fitted", "increased", "led", "left", "used", "based", "known", "given",
     "reported", "listed", "connected", "expected", "imported", "exported", "operating"}  # fmt: skip
ONLY_VERBS = VERBS - NOUNS_TOO
PLAIN = frozenset(w for w in VERBS if not w.endswith(("ed", "ing")))
DETERMINERS = words(
    "the a an this that these those its their our his her such each every some any all both no same another fewer"
)  # noqa: E501, SIM905
ANAPHORS = words("it they them us this that these those its their such same former latter which who whom we one ones")  # noqa: SIM905
PREPOSITIONS = words(
    "of in on at by to for from with as than into over across per among within under between through during "
    "until since after before against versus without like unlike despite via above below around about near beyond along"
)  # noqa: E501, SIM905
JOINERS = frozenset("and or but while whereas although though so because if when where as nor yet".split())  # noqa: SIM905
ADVERBS = words(
    "about approximately around roughly nearly almost over more less up down not only also still already just "
    "further now currently meanwhile however moreover overall notably structurally similarly together alone "
    "respectively then there here very well ever even least most some estimated again once too far "
    "slightly sharply instead thus hence therefore today yet combined rounded so far alone altogether "
    "exactly precisely merely barely i.e e.g out off away apart"
)
CONTRAST = frozenset("against versus compared from than vs".split())  # noqa: SIM905
ASPECTS = words(
    "growth increase rise gain decline decrease fall drop change rate cagr yoy annual compound year-on-year "
    "share proportion percentage pace expansion reduction average level figure path trend forecast estimate "
    "rebound difference result outlook latter first second half quarter"
)
DOWN = _inflected(
    "fall/fell/fallen decline drop/dropped decrease shrink/shrank slow narrow cut/cutting reduce lower shorten halve plunge "
    "slip dip/dipped tumble plummet weaken contract ease save slide/slid dwindle"
)
SAYING = _inflected(
    "expect project forecast predict estimate show/shown indicate suggest say/said find/found believe report see/saw note"
)
# What an amount behind these verbs is called.
NOMINAL = {
    form: noun
    for noun, stems in {
        "earnings": "earn make/made yield", "spending": "spend/spent pay/paid lay/laid", "investment": "invest put/putting",
        "price": "sell/sold", "cost": "cost take/took/taken", "proceeds": "raise bring/brought collect attract", "exports": "export", "imports": "import",
        "sales": "ship/shipped", "charge": "charge", "donations": "donate",
        "savings": "save", "increase": "add",
    }.items()
    for form in _inflected(stems)
}  # fmt: skip
# What a quantity of goods behind these verbs is called.
VOLUMES = {
    form: noun
    for noun, stems in {
        "consumption": "consume burn drink/drank absorb", "production": "produce", "emissions": "emit/emitted/emitting",
        "shipments": "ship", "deliveries": "deliver", "exports": "export", "imports": "import", "supply": "supply",
    }.items()
    for form in _inflected(stems)
}  # fmt: skip
# What is measured of a thing; alone such a word says too little.
MEASURES = words(
    "market size scale revenue sale turnover income earning profit margin spending expenditure investment "
    "financing funding capital fund output production volume shipment export import trade deficit surplus "
    "price cost tariff fee rent bill tax value valuation demand supply capacity stock fleet base number count "
    "amount share proportion ratio rate penetration utilisation utilization density yield density efficiency "
    "consumption use installation order placement delivery user deal industry sector business total figure "
    "growth increase decline change level average multiple lead premium"
)  # fmt: skip
SINGULARS = frozenset("year years month months quarter quarters decade decades".split())  # noqa: SIM905
EMPTY = words("units unit cases case times time items pieces sets yuan dollars end year years total")  # noqa: SIM905
DEGREES = words(
    "estimated higher lower larger smaller likely worth equal able highest lowest fastest slowest largest smallest "
    "biggest best worst latest mere much cheapest dearest quickest strongest weakest "
    "heaviest lightest busiest longest shortest steepest"
)
FUNCTION = DETERMINERS | ANAPHORS | PREPOSITIONS | JOINERS | ADVERBS | BE | {"there"}


_POSSESSIVE = re.compile(r"(?:[’']s|[’'])$")
_WORD = re.compile(r"[A-Za-z0-9][\w’'&.+-]*")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without plural and possessive, in lower case."""
    return _POSSESSIVE.sub("", word.lower()).rstrip("s")


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The stems of the words of `text` that say something."""
    return frozenset(stem(w) for w in _WORD.findall(text) if w.lower() not in FUNCTION)


HELPERS = words("help helps let lets make makes")  # noqa: SIM905
LEADS = words(
    "by from to at about nearly over roughly around approximately almost only more sharply slightly steadily "
    "rapidly above below up down just some with"
)
ADJUNCT = PREPOSITIONS - {"about", "around", "over", "above", "near", "under"} | {"over", "including", "according"}
SCOPING = frozenset("in into for per among across".split())  # noqa: SIM905
ENDING = frozenset("with by to than that which who up down across into from through each under".split())  # noqa: SIM905
DIMENSIONS = {
    "time": words("second minute hour day week month year"),
    "capacity": words("W kW MW GW TW"),
    "speed": words("m/second km/hour"),
    "area": words("m**2 km**2 hectare"),
    "volume": words("m**3"),
    "weight": words("kg g"),
}
ABSTRACT = re.compile(r"(?:[ts]ion|ment|ity|a[nt]ce|ence|ancy|ency|age|ness)$")  # localisation, coverage of something
CHANGES = words("growth increase decrease decline change multiple lead premium level average")  # noqa: SIM905
ASIDE = words("which who where when because since as if")  # noqa: SIM905
ENUMERATING = words("first second third fourth fifth firstly secondly thirdly finally lastly next last")  # noqa: SIM905
IDLE = (
    EMPTY | SINGULARS | DEGREES | ENUMERATING | CONTRAST
    | words("one two three four five six seven eight nine ten dozen hundred other several many few remaining another half quarter third what whose how "
            "chapter section table chart page appendix annex")
)  # fmt: skip
SUBORDINATE = words("because since as if when where which who whose although though whereas while so")  # noqa: SIM905
POINTING = words("amount total sum whole figure number value")  # noqa: SIM905
SPOKEN = frozenset("growth increase rise decline decrease fall drop rate cagr share expansion reduction".split())  # noqa: SIM905
RATIOS = words("margin share rate ratio proportion percentage")  # noqa: SIM905
PACES = words("fastest slowest quickest")  # noqa: SIM905
GAPS = words("gap difference spread distance")  # noqa: SIM905
NORMS = words("average mean median norm level")  # noqa: SIM905
BEING = words("is are was were be been being")  # noqa: SIM905
MOVING = _inflected("go/went/gone move")
BOUNDS = words("over above under more less older younger fewer")  # noqa: SIM905
AHEAD = _inflected("exceed surpass outnumber outweigh outspend/outspent outsell/outsold beat/beaten")
AUXILIARIES = words("had has have will would can could may might should")  # noqa: SIM905


def participle(verb: str) -> str:
    """The participle of a verb of doing, "" for others."""
    known = PARTICIPLES.get(verb, verb if verb.endswith("ed") else "")
    return known if verb not in BE | LEVEL | CHANGE | SHARE else ""


NEARLY = frozenset("about around over near above below under".split())  # noqa: SIM905
DERIVED = frozenset("growth decline share change multiple increase lead premium discount".split()) | {""}  # noqa: SIM905
COMPARING = words("more above below higher lower less up over ahead faster down larger smaller fewer cheaper")  # noqa: SIM905
TITLE_WORDS = words(
    "white paper report outlook review survey edition yearbook handbook study market industry sector annual "
    "the a an state of and 's trend development analysi insight overview research monitor statu brief briefing bulletin digest barometer tracker snapshot"
)
BARE_HEADINGS = words(
    "executive summary key insight finding overview introduction glance highlight method content note thousand million "
    "billion percent chapter section part conclusion"
)
