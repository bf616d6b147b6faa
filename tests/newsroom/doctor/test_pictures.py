"""What is said of pictures that somebody should look at."""

from pathlib import Path

from newsroom.doctor.pictures import examine_pictures
from newsroom.tasks.due import rendering
from newsroom.tasks.rendering import Rendering
from newsroom.wiring import Newsroom
from press.releases.attachment import Attachment
from storage import files, tasks
from tests.conftest import NOON
from tests.intake.pictures.places import placed, scene, written
from tests.newsroom.filing.test_filing import at, file, filing


def test_pictures_are_counted_and_those_that_need_a_hand_named(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    number = file(newsroom, filing(embargo=at(NOON)))

    def keep(name: str, data: bytes) -> None:
        """As it was kept before positions were removed."""
        content = files.keep(newsroom.attachments.folder, [data])
        with newsroom.storage.write() as db:
            one = Attachment(content.token, name, "image/jpeg", content.size, content.sha256)
            files.add(db, number, one, NOON)
            tasks.add(db, [rendering(number, content.token, NOON)])
        Rendering(newsroom.storage, lambda: NOON).run()

    keep("quay.jpg", written(scene(400, 300), "JPEG"))
    assert examine_pictures(newsroom) == ("pictures", True, "1 are shown in 3 sizes")
    keep("cut.jpg", written(scene(400, 300), "JPEG")[:900])
    _, is_well, says = examine_pictures(newsroom)
    assert not is_well
    assert says.startswith(
        f"cut.jpg of release {number} is listed and not shown, since it is broken"
    )
    keep("home.jpg", placed("JPEG"))
    _, is_well, says = examine_pictures(newsroom)
    assert not is_well
    assert says.startswith(
        f"home.jpg of release {number} says where it was taken; newsroom detach {number} home.jpg,"
        " then attach it again; cut.jpg"
    )
