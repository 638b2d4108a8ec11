"""Charts that exist only as pictures: reported with their page and box, never read."""

from __future__ import annotations

from collections.abc import Sequence

from wpextract.charts.captions import Captions, body_style, captions_of, each_its_own, is_caption
from wpextract.charts.model import Chart
from wpextract.charts.shapes import Scene
from wpextract.ids import Ids
from wpextract.reading.model import Box, Page


def picture_charts(page: Page, scene: Scene, claimed: Sequence[Box], ids: Ids) -> list[Chart]:
    """Sizeable pictures that a figure caption or a unit note names and that hold no text of their own."""
    body = body_style(scene.labels)
    boxes = [b for b in page.images if b.width >= 100 and b.height >= 60 and b.area < 0.75 * page.width * page.height]
    bare: list[Box] = []
    for box in boxes[:100]:
        is_apart = not any(box.overlap(c) > 0.2 * min(box.area, c.area) for c in [*claimed, *bare])
        if is_apart and sum(box.holds(x.box.cx, x.box.cy) for x in scene.labels) <= 5:
            bare.append(box)

    def captions_on(is_above: bool) -> list[Captions]:
        found = []
        for box in bare:
            free = [x for x in scene.labels if not box.holds(x.box.cx, x.box.cy)]
            found.append(captions_of(box, free, body, [b for b in boxes if b is not box], None, is_above))
        return found

    out = []
    for box, captions in zip(bare, each_its_own(captions_on), strict=True):
        if captions.unit_box is None and not (captions.title and is_caption(captions.title)):
            continue
        name = captions.title or ""
        out.append(
            Chart(
                ids.new("chart", page.number, f"image {name}"),
                page.number,
                captions.title,
                captions.title_box,
                "image",
                captions.unit,
                None,
                None,
                (),
                (),
                (),
                box,
            )  # fmt: skip
        )
    return out
