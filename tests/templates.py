"""Templates and routes, compiled once a run: hundreds of tests make an application of their own."""

from types import CodeType
from typing import Any

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule


class Compiled(BytecodeCache):
    """What has been compiled in this process, by template and its text."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self.codes[bucket.key, bucket.checksum] = bucket.code


def compile_once() -> None:
    """From now on, let every application find what another has compiled."""
    Flask.jinja_options = {"bytecode_cache": Compiled()}
    _compile_routes_once()


def _compile_routes_once() -> None:
    """What builds an address is the same function for the same rule, and is half of all set-up."""
    compiled: dict[tuple[str, str, bool], Any] = {}
    compile_builder = Rule._compile_builder

    def known(rule: Rule, append_unknown: bool = True) -> Any:
        key = rule.rule, repr(rule.defaults), append_unknown
        if key not in compiled:
            compiled[key] = compile_builder(rule, append_unknown)
        return compiled[key]

    Rule._compile_builder = known  # type: ignore[method-assign]
