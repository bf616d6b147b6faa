"""Settings of what only some may reach."""

from newsroom.settings.setting import Setting


def _token(text: str) -> str:
    if text and (len(text) < 16 or not text.isascii() or not text.isprintable() or " " in text):
        raise ValueError("it is not 16 or more letters, digits and signs")
    return text


def _switch(text: str) -> bool:
    if text not in {"on", "off"}:
        raise ValueError("it is neither on nor off")
    return text == "on"


GUARDING = (
    Setting(
        "METRICS_TOKEN",
        "",
        "What must be presented as a Bearer token to see /metrics, 16 characters or more; without "
        "it there is no such page.",
        _token,
        is_secret=True,
    ),
    Setting(
        "PRIVATE_CALLBACKS",
        "off",
        "Whether webhooks and hub callbacks may lie on this machine or its network (on), which "
        "lets whoever subscribes reach what only it can; for trials.",
        _switch,
    ),
)
