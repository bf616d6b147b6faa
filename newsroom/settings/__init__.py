"""Every setting: its name, its default, what it means, and how it is read.

A module for each subject has its settings in a table; `loading.SETTINGS` is all of them, and what
they come to is `as_read.Settings`.
"""

from newsroom.settings.as_read import PAGES, Settings
from newsroom.settings.loading import (
    FILE,
    LAST_GOOD,
    PREFIX,
    SETTINGS,
    load_settings,
    read_settings,
    settings_file,
    settings_text,
    unknown_variables,
)
from newsroom.settings.mailing import default_sender
from newsroom.settings.naming import DEFAULT_BASE_URL
from newsroom.settings.setting import Setting

__all__ = [
    "DEFAULT_BASE_URL",
    "FILE",
    "LAST_GOOD",
    "PAGES",
    "PREFIX",
    "SETTINGS",
    "Setting",
    "Settings",
    "default_sender",
    "load_settings",
    "read_settings",
    "settings_file",
    "settings_text",
    "unknown_variables",
]
