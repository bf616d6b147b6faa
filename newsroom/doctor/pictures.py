"""What `newsroom doctor` looks at of pictures."""

from newsroom.doctor.checkup import Finding
from newsroom.wiring import Newsroom
from storage.filed import renditions

# Named by name; of more, the first.
_MOST = 5


def examine_pictures(newsroom: Newsroom) -> Finding:
    """Whether every picture is shown in sizes of its own, and none says where it was taken."""
    with newsroom.storage.read() as db:
        number, sizes = renditions.count(db)
        faulty = renditions.faulty(db, _MOST)
    if not faulty:
        return "pictures", True, f"{number} are shown in {sizes} sizes"
    return "pictures", False, "; ".join(map(_said, faulty))


def _said(one: renditions.Faulty) -> str:
    name = f"{one.name} of {f'topic {one.topic}' if one.topic else f'release {one.release_id}'}"
    again = f"newsroom detach {one.release_id} {one.name}, then attach it again"
    if one.topic:
        again = f"newsroom topics picture {one.topic} --remove, then give it again"
    said = [f"{name} is listed and not shown, since {one.fault}"] if one.fault else []
    said += [f"{name} says where it was taken; {again}"] if one.placed else []
    return "; ".join(said)
