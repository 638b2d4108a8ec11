"""Charts that exist only as pictures: reported with their page and box, never read."""

from __future__ import annotations

from collections.abc import Sequence

from wpextract.charts.captions import body_style, captions_of, is_caption
from wpextract.charts.model import Chart
from wpextract.charts.shapes import Scene
from wpextract.ids import Ids
from wpextract.reading.model import Box, Page


def picture_charts(page: Page, scene: Scene, claimed: Sequence[Box], ids: Ids) -> list[Chart]:
    """Sizeable pictures that a figure caption or a unit note names and that hold no text of their own."""
    body = body_style(scene.labels)
    out: list[Chart] = []
    boxes = [b for b in page.images if b.width >= 100 and b.height >= 60 and b.area < 0.75 * page.width * page.height]
    for box in boxes[:100]:
        if any(box.overlap(c) > 0.2 * min(box.area, c.area) for c in [*claimed, *(c.box for c in out)]):
            continue
        free = [x for x in scene.labels if not box.holds(x.box.cx, x.box.cy)]
        if len(scene.labels) - len(free) > 5:
            continue
        captions = captions_of(box, free, body, [b for b in boxes if b is not box])
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
