"""Figures for Prometheus, for whoever has the token; for everybody else there is no such page.

https://github.com/prometheus/docs/blob/main/docs/instrumenting/exposition_formats.md
"""

import os
from collections.abc import Iterable, Mapping
from datetime import datetime

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from newsroom.upkeep.figures import GaugeReading, TellingFigures
from press.telling.notices import Channel
from web.site.house import house, now

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Label = tuple[str, str]
Labels = tuple[Label, Label]
# Label and its value, or two of them, or nothing where a figure has none, and the figure.
Samples = Mapping[Label | Labels | None, float]
blueprint = Blueprint("metrics", __name__)


@blueprint.get("/metrics")
def metrics() -> Response:
    """Everything that is counted."""
    gauges = house().gauges or abort(404)
    given = request.authorization
    token = (given.token or "") if given and given.type == "bearer" else ""
    moment = now()
    reading = gauges.read(token, moment)
    text = "".join([*_lines(reading), *_telling(reading.figures.telling, moment)])
    return Response(text, 200, {"Cache-Control": "no-store"}, content_type=CONTENT_TYPE)


def _lines(reading: GaugeReading) -> Iterable[str]:
    figures, process = reading.figures, ("process", str(os.getpid()))
    delays, due = figures.delays, figures.next_due
    work = {"waiting": figures.waiting, "overdue": figures.overdue, "failed": figures.failed}
    yield from _family(
        *("newsroom_releases", "gauge", "Releases by state."),
        {("state", state.value): count for state, count in figures.states.items()},
    )
    yield from _family(
        *("newsroom_releases_announced", "gauge", "Releases announced in the last 24 hours."),
        {None: len(delays)},
    )
    yield from _family(
        *("newsroom_release_delay_milliseconds", "gauge"),
        "From when a release could be out to when it was announced, in the last 24 hours.",
        {("of", "last"): delays[-1], ("of", "max"): max(delays)} if delays else {},
    )
    yield from _family(
        *("newsroom_tasks", "gauge", "Work by state; overdue is due for more than a minute."),
        {("state", state): count for state, count in work.items()},
    )
    yield from _family(
        *("newsroom_next_due_timestamp_seconds", "gauge", "When the next work is due."),
        {None: due.timestamp()} if due else {},
    )
    yield from _family(
        *("newsroom_languages_missing", "gauge"),
        "Releases due within 60 minutes that wait for a language.",
        {None: figures.languages_missing},
    )
    yield from _family(
        *("newsroom_probe_alarms_total", "counter", "Alarms of probing, in all processes."),
        {None: figures.alarms},
    )
    yield from _family(
        *("newsroom_probe_misses_total", "counter"),
        "Addresses answered with 404 near an embargoed release, our own proofs included.",
        {process: reading.near},
    )
    yield from _family(
        *("newsroom_probe_dropped_total", "counter"),
        "Addresses answered with 404 that nobody had time to look at.",
        {process: reading.dropped},
    )
    yield from _family(
        *("newsroom_left_out_total", "counter"),
        "How often a broken release was left out of a document, by its identifier.",
        {("release", name): count for name, count in reading.left_out.items()},
    )


def _telling(outbox: TellingFigures, moment: datetime) -> Iterable[str]:
    """What was told and what is owed, by channel: none of it says of which release."""
    states = outbox.states
    yield from _family(
        *("newsroom_notices", "gauge", "Messages to followers and programs, by state."),
        {(("channel", c), ("state", state)): n for (c, state), n in sorted(states.items())},
    )
    yield from _family(
        *("newsroom_notices_sent_total", "counter", "Messages that were sent."),
        {("channel", c): states.get((c, "sent"), 0) for c in Channel},
    )
    yield from _family(
        *("newsroom_notices_failed_total", "counter", "Messages that were given up."),
        {("channel", c): states.get((c, "failed"), 0) for c in Channel},
    )
    yield from _family(
        *("newsroom_notice_oldest_age_seconds", "gauge"),
        "For how long the oldest message that has not gone has been due; 0 where none is.",
        {("channel", c): _age(outbox.oldest.get(c), moment) for c in Channel},
    )
    yield from _family(
        *("newsroom_followers", "gauge", "People who follow by mail."), {None: outbox.followers}
    )


def _age(since: datetime | None, moment: datetime) -> float:
    return (moment - since).total_seconds() if since else 0


def _family(name: str, kind: str, meaning: str, samples: Samples) -> Iterable[str]:
    """One figure with all its labels."""
    yield f"# HELP {name} {meaning}\n# TYPE {name} {kind}\n"
    for label, value in samples.items():
        yield f"{name}{_labels(label)} {value:.15g}\n"


def _labels(label: Label | Labels | None) -> str:
    if not label:
        return ""
    every = label if isinstance(label[0], tuple) else (label,)
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in every) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
