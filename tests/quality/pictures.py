"""Pictures of pages, small enough to keep, and how much two of them differ.

Kept are half as large as the screen and compared by blocks of 4 by 4 of their pixels, so that another way to
smooth letters makes no difference and a missing line, a moved box or another colour does.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

HALF = 2
BLOCK = 4
LOUD = 28
"""How much of 255 a block may differ in any colour before it counts."""
TOLERATED = 0.01
"""The part of all blocks that may count."""


@dataclass(frozen=True)
class Difference:
    """The part of a picture that differs, and the box around it in pixels of the screen (None: nothing)."""

    part: float
    box: tuple[int, int, int, int] | None

    @property
    def too_large(self) -> bool:
        """Whether somebody has to look."""
        return self.part > TOLERATED


def shrunk(png: bytes) -> Image.Image:
    """A screenshot as it is kept."""
    image = Image.open(BytesIO(png)).convert("RGB")
    return image.resize((max(1, image.width // HALF), max(1, image.height // HALF)), Image.Resampling.BOX)


def keep(image: Image.Image, path: Path) -> None:
    """Write a picture where others will be compared with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, "WEBP", quality=55, method=6)


def _blocks(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = Image.new("RGB", size, "white")
    whole.paste(image)
    return whole.resize((-(-size[0] // BLOCK), -(-size[1] // BLOCK)), Image.Resampling.BOX)


def difference(kept: Image.Image, now: Image.Image) -> Difference:
    """How much ``now`` differs from ``kept``; what one of them is longer by differs unless it is white."""
    size = (max(kept.width, now.width), max(kept.height, now.height))
    apart = ImageChops.difference(_blocks(kept, size), _blocks(now, size))
    red, green, blue = (band.point(lambda value: 255 * (value > LOUD)) for band in apart.split())
    loud = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    count = loud.histogram()[255]
    box = loud.getbbox()
    scale = BLOCK * HALF
    scaled = (box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale) if box else None
    return Difference(count / (loud.width * loud.height), scaled)


def side_by_side(kept: Image.Image, now: Image.Image, path: Path) -> None:
    """Kept, now, and what differs, in one picture for people."""
    size = (max(kept.width, now.width), max(kept.height, now.height))
    three = Image.new("RGB", (size[0] * 3 + 20, size[1]), "#888888")
    wholes = [Image.new("RGB", size, "white") for _ in range(2)]
    for whole, image in zip(wholes, (kept, now), strict=True):
        whole.paste(image)
    apart = ImageOps.invert(ImageChops.difference(*wholes))
    for index, image in enumerate((*wholes, apart)):
        three.paste(image, (index * (size[0] + 10), 0))
    path.parent.mkdir(parents=True, exist_ok=True)
    three.save(path)
