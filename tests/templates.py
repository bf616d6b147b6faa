"""Jinja's templates, compiled once a run: hundreds of tests make an application of their own."""

from types import CodeType

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


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
