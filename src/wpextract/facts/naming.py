"""What the numbers of a sentence measure and where: a short noun phrase and a geography each, and what they speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wpextract.facts import chinese, english
from wpextract.facts import english_clauses as clauses
from wpextract.facts import english_lexicon as lexicon
from wpextract.facts.english_frame import Said
from wpextract.facts.english_measures import dimensioned, is_generic, measured
from wpextract.facts.expecting import announces
from wpextract.facts.geography import geographies, geography_of
from wpextract.facts.sentences import clause_bounds
from wpextract.quantities.model import Period, Quantity

_UNNAMED = "unnamed"
_CHAPTER = re.compile(
    r"\s*(?:\d+[.、]?\s|第?[一二三四五六七八九十]+[、章部\s]|(?:chapter|part|section)\b)", re.IGNORECASE
)
_ANOTHER = re.compile(
    r"(?:another|an? (?:further|additional|second|third)|the (?:rest|remainder|remaining))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text has been speaking of, by language, under which heading, and what its title says it is about."""

    heading: str = ""
    about: str = ""
    english: tuple[Said, ...] = ()
    subjects: tuple[str, ...] = ()  # of the paragraph's English sentences, the latest last
    behind: int = 0  # numbers of the sentence before
    is_fresh: bool = False  # did the sentence before name the latest, without a number?
    chinese: chinese.Topic = field(default_factory=chinese.Topic)
    dated: Period | None = None
    announced: bool = False  # does the chapter or this part of it announce what is to come?
    ahead: Period | None = None  # the time to come that was named last
    ranged: Period | None = None  # the years that were spanned last


@dataclass(frozen=True, slots=True)
class Name:
    """What one number measures, and where."""

    metric: str
    geography: str | None


def is_chinese(text: str) -> bool:
    """Is a sentence Chinese, in which Latin names may stand?"""
    return 3 * len(re.findall(r"[一-鿿]", text)) > len(re.findall(r"[A-Za-z]", text))


def name_numbers(
    sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period], topic: Topic
) -> tuple[list[Name], Topic]:
    """The name of each quantity of `sentence`, and the topic for the sentence after it."""
    if not quantities:
        return [], topic if is_chinese(sentence) else _mentioning(sentence, (), periods, topic)
    if is_chinese(sentence):
        found, spoken = chinese.read_metrics(sentence, quantities, periods, topic.chinese)
        metrics = [chinese.placed(metric, sentence, topic.heading, spoken.about) or _UNNAMED for metric in found]
        topic = replace(topic, chinese=spoken)
    else:
        subject = "" if _ANOTHER.match(sentence) else clauses.referent(sentence, topic.subjects)
        fresh = topic.is_fresh or subject not in topic.subjects[-1:]
        said = english.read_frames(sentence, quantities, periods, topic.english, subject, fresh, topic.behind)
        _, pointing = clauses.mentioned(sentence, quantities, periods)
        metrics = [_named(x, topic, subject, pointing) or _UNNAMED for x in said]
        topic = _mentioning(sentence, quantities, periods, replace(topic, english=(*topic.english, *said)[-12:]))
        topic = replace(topic, behind=min(len(said), 12))
    places = [
        _place(sentence, q, metric.partition(" – ")[0], topic.heading)
        for q, metric in zip(quantities, metrics, strict=True)
    ]
    return [Name(m, p) for m, p in zip(metrics, places, strict=True)], topic


_TELLING = 8  # content words after which a metric says what it measures without its surroundings
_LONGEST = 16  # words of a metric


def _mentioning(sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period], topic: Topic) -> Topic:
    subject, _ = clauses.mentioned(sentence, quantities, periods)
    subjects = (*topic.subjects, subject)[-6:] if subject else topic.subjects
    return replace(topic, subjects=subjects, is_fresh=bool(subject) and not quantities)


def _named(said: Said, topic: Topic, subject: str, pointing: bool) -> str:
    """A number's phrase with what its clause, the sentence before and the section speak of."""
    phrase = said.frame.phrase
    shared = measured(phrase, said, topic.english)
    before = () if shared else (subject,)
    section = (_heading(topic), topic.about)
    return _placed(phrase, topic.about, (*said.beside, *shared, *(before + section if pointing else section + before)))


def _heading(topic: Topic) -> str:
    """The heading as a noun phrase; of a heading that is a sentence its subject."""
    heading = topic.heading if clauses.is_nominal(topic.heading) else clauses.mentioned(topic.heading, (), ())[0]
    heading = re.sub(r"^\W*(?:chapter|section|part)\b", "", heading, flags=re.IGNORECASE)
    return " ".join(re.findall(r"[A-Za-z][\w’'&/-]*", heading)[:6])


def _placed(phrase: str, about: str, around: Sequence[str]) -> str:
    """A phrase that says too little, with the first of what is spoken of around it that says more."""
    if about and is_generic(phrase) and not lexicon.content(about) & lexicon.content(phrase):
        phrase = f"{about} {phrase}".strip()
    told: list[str] = []
    for text in around:
        said = f"{phrase} {' '.join(told)}"
        if len(lexicon.content(said)) >= _TELLING:
            break
        if clauses.adds(text, said) and clauses.length(f"{said} {text}") <= _LONGEST:
            told.append(text)
    return " – ".join(filter(None, (phrase, ", ".join(told))))


def under(topic: Topic, heading: str) -> Topic:
    """What is spoken of where a new section begins."""
    announced = announces(heading) or topic.announced and not _CHAPTER.match(heading)
    ahead = topic.ahead if announced else None
    spoken = chinese.under(topic.chinese)
    return Topic(heading, topic.about, announced=announced, ahead=ahead, is_fresh=topic.is_fresh, chinese=spoken)


def topic_of(title: str) -> Topic:
    """What is known to be spoken of before the first sentence: what the title says."""
    if is_chinese(title):
        return Topic(chinese=chinese.Topic(about=chinese.title_subject(title)))
    return Topic(about=clauses.title_subject(title))


def name_label(label: str, topic: Topic, q: Quantity) -> Name:
    """The name of a number that stands beside its label, as in a box of key figures."""
    if is_chinese(label):
        metric = chinese.owner(chinese.clean(label), chinese.Topic(about=topic.chinese.about))
    else:
        metric = _placed(dimensioned(clauses.label(label), q), topic.about, (_heading(topic), topic.about))
    places = geographies(label) or geographies(topic.heading)
    return Name(metric or _UNNAMED, places[0][1] if places else None)


def _place(sentence: str, q: Quantity, metric: str, heading: str) -> str | None:
    """The place in the metric's own words, else the one that the clause or the heading speaks of."""
    first = next(iter(geographies(sentence[: q.start])), None)
    if first and _OPENS_WITH.fullmatch(sentence[: first[0]]) and len(geographies(sentence[: q.start])) == 1:
        return first[1]  # "In Norway we look for 40 GWh", whatever was spoken of before
    own = list(dict.fromkeys(name for _, name in geographies(metric)))
    if own:
        return " and ".join(own[:2])
    return geography_of(sentence, q.start, clause_bounds(sentence, q.start), heading)


_OPENS_WITH = re.compile(r"\W*(?:In|For|Within|Across)\s+(?:the\s+)?")
_NAMING = 3  # content words that name a metric wherever it is spoken of


def restated(metric: str) -> str:
    """A sentence's metric as another section would say it: without its surroundings, where it names its measure."""
    own = metric.partition(" – ")[0]
    names = chinese.is_measured(own) if is_chinese(own) else len(lexicon.content(own)) >= _NAMING
    return own if names else metric


def key_of(metric: str, geography: str | None) -> str:
    """The metric with word order, plural, place and function words taken out, so that restatements of it meet."""
    latin = re.sub(r"[一-鿿]+", " ", metric)
    place = {lexicon.stem(w) for w in (geography or "").split()}
    words = lexicon.content(latin) - place - {lexicon.stem(w) for _, n in geographies(metric) for w in n.split()}
    han = "".join(re.findall(r"[一-鿿]", metric))
    return " ".join([*sorted(words), *filter(None, (han, f"@{geography}" if geography else ""))])
