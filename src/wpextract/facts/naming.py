"""What the numbers of a sentence measure and where: a short noun phrase and a geography each, and what they speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wpextract.facts import chinese, english
from wpextract.facts.geography import geographies, geography_of
from wpextract.facts.sentences import clause_bounds
from wpextract.quantities.model import Period, Quantity

_UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text has been speaking of, by language, under which heading, and what its title says it is about."""

    heading: str = ""
    about: str = ""
    english: tuple[english.Said, ...] = ()
    chinese: chinese.Topic = field(default_factory=chinese.Topic)
    dated: Period | None = None


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
        return [], topic
    if is_chinese(sentence):
        found, spoken = chinese.read_metrics(sentence, quantities, periods, topic.chinese)
        metrics = [chinese.placed(metric, sentence, topic.heading, spoken.about) or _UNNAMED for metric in found]
        topic = replace(topic, chinese=spoken)
    else:
        said = english.read_frames(sentence, quantities, periods, topic.english)
        metrics = [_placed(x.frame.phrase, topic) or _UNNAMED for x in said]
        topic = replace(topic, english=(*topic.english, *said)[-12:])
    places = [_place(sentence, q, metric, topic.heading) for q, metric in zip(quantities, metrics, strict=True)]
    return [Name(m, p) for m, p in zip(metrics, places, strict=True)], topic


_TELLING = 4  # content words after which a metric says what it measures without its surroundings


def _placed(phrase: str, topic: Topic) -> str:
    """A phrase that says too little, with the heading it stands under and what the document is about."""
    if topic.about and english.is_generic(phrase) and not english.content(topic.about) & english.content(phrase):
        phrase = f"{topic.about} {phrase}".strip()
    told = len(english.content(phrase))
    heading = ""
    if told < _TELLING and english.is_nominal(topic.heading):
        heading = " ".join(re.findall(r"[A-Za-z][\w’'&/-]*", topic.heading)[:6])
    around = [heading]
    if told < _TELLING and not english.content(topic.about) <= english.content(f"{phrase} {heading}"):
        around.append(topic.about)
    return " – ".join(filter(None, (phrase, ", ".join(filter(None, around)))))


def under(topic: Topic, heading: str) -> Topic:
    """What is spoken of where a new section begins."""
    return replace(topic, heading=heading, english=(), dated=None, chinese=chinese.under(topic.chinese))


def topic_of(title: str) -> Topic:
    """What is known to be spoken of before the first sentence: what the title says."""
    if is_chinese(title):
        return Topic(chinese=chinese.Topic(about=chinese.title_subject(title)))
    return Topic(about=english.title_subject(title))


def name_label(label: str, topic: Topic) -> Name:
    """The name of a number that stands beside its label, as in a box of key figures."""
    if is_chinese(label):
        metric = chinese.owner(chinese.clean(label), chinese.Topic(about=topic.chinese.about))
    else:
        metric = _placed(english.label(label), topic)
    places = geographies(label) or geographies(topic.heading)
    return Name(metric or _UNNAMED, places[0][1] if places else None)


def _place(sentence: str, q: Quantity, metric: str, heading: str) -> str | None:
    """The place in the metric's own words, else the one that the clause or the heading speaks of."""
    own = list(dict.fromkeys(name for _, name in geographies(metric)))
    if own:
        return " and ".join(own[:2])
    return geography_of(sentence, q.start, clause_bounds(sentence, q.start), heading)


def restated(metric: str) -> str:
    """A sentence's metric as another section would say it: without its heading, where it names its measure."""
    own = metric.partition(" – ")[0]
    return own if is_chinese(own) and chinese.is_measured(own) else metric


def key_of(metric: str, geography: str | None) -> str:
    """The metric with word order, plural, place and function words taken out, so that restatements of it meet."""
    latin = re.sub(r"[一-鿿]+", " ", metric)
    place = {english.stem(w) for w in (geography or "").split()}
    words = english.content(latin) - place - {english.stem(w) for _, n in geographies(metric) for w in n.split()}
    han = "".join(re.findall(r"[一-鿿]", metric))
    return " ".join([*sorted(words), *filter(None, (han, f"@{geography}" if geography else ""))])
