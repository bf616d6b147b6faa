"""What checks say of translations that are right, and miss in those that are wrong."""

from collections import Counter
from collections.abc import Sequence

from benchmarks.corruptions import KINDS, corrupted
from benchmarks.known import SETS, Known, whole_set
from press.finding import Finding, Severity
from press.text import Block, Kind
from translate.checks import block_findings, is_blocked

CORRUPTED = 300


def run(target: str, most: int) -> None:
    """Print both for a language, so that every change of a check shows what it costs.

    Args:
        target: code of the language.
        most: how many right translations are looked at; of wrong ones there are `CORRUPTED`.
    """
    known = [pair for name in SETS[target] for pair in whole_set(name, target)]
    step = max(1, len(known) // most)
    print(_false_alarms(known[::step][:most], target), flush=True)
    print(_missed(known, target), flush=True)


def _found(text: str, said: str, target: str) -> set[Finding]:
    blocks = (Block(Kind.SUMMARY, words) for words in (text, said))
    return set(block_findings(*blocks, ("en", target)))


def _false_alarms(known: Sequence[Known], target: str) -> str:
    every = [_found(*pair, target) for pair in known]
    lines = [f"{target} {len(known)} right translations, false alarms:"]
    for severity in Severity:
        texts = [{f.check for f in found if f.severity is severity} for found in every]
        share = 100 * sum(map(bool, texts)) / len(known)
        each = Counter(check for checks in texts for check in checks).most_common()
        lines.append(f"  {severity:<6} {share:5.1f}%  {_list(each, len(known))}")
    return "\n".join(lines)


def _missed(known: Sequence[Known], target: str) -> str:
    """Only what is said of the wrong one and not of the right one was found."""
    there, blocked, warned = Counter[str](), Counter[str](), Counter[str]()
    for kind, text, right, wrong in corrupted(known, target, CORRUPTED):
        new = _found(text, wrong, target) - _found(text, right, target)
        there[kind] += 1
        blocked[kind] += is_blocked(new)
        warned[kind] += bool(new) and not is_blocked(new)
    lines = [f"{target} {there.total()} wrong translations: blocked + warned / all, missed"]
    for kind in [*(spoil.__name__ for spoil in KINDS if there[spoil.__name__]), ""]:
        counts = [c[kind] if kind else c.total() for c in (blocked, warned, there)]
        share = 100 * (1 - sum(counts[:2]) / counts[2])
        name = kind or "all"
        lines.append(f"  {name:<13} {counts[0]:>3} + {counts[1]:<3} / {counts[2]:<3} {share:5.1f}%")
    return "\n".join(lines)


def _list(counts: Sequence[tuple[str, int]], of: int) -> str:
    return ", ".join(f"{check} {100 * n / of:.1f}%" for check, n in counts) or "none"
