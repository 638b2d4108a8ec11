"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const make = (name, attributes) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  // The viewer: a page with its numbers marked, scrolled to them.
  const viewer = document.getElementById("viewer");
  const open = (link) => {
    const page = document.getElementById("page-" + link.dataset.page);
    if (!viewer || !page) return false;
    const width = Number(page.dataset.width), height = Number(page.dataset.height);
    const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Page " + link.dataset.page });
    svg.append(make("image", { href: page.querySelector("img").getAttribute("src"), width, height, preserveAspectRatio: "none" }));
    const boxes = (link.dataset.boxes || "").split(";").filter(Boolean).map((b) => b.split(",").map(Number));
    for (const [x0, top, x1, bottom] of boxes)
      svg.append(make("rect", { class: "hit", x: x0 - 2, y: top - 1.5, width: x1 - x0 + 4, height: bottom - top + 3, rx: 2 }));
    const stage = viewer.querySelector(".stage");
    stage.replaceChildren(svg);
    document.getElementById("viewer-title").textContent = "Page " + link.dataset.page;
    viewer.showModal();
    const scale = svg.getBoundingClientRect().height / height;
    stage.scrollTop = boxes.length ? Math.min(...boxes.map((b) => b[1])) * scale - stage.clientHeight / 3 : 0;
    return true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-page]");
    if (link && !event.ctrlKey && !event.metaKey && open(link)) event.preventDefault();
    if (event.target === viewer) viewer.close();
  });

  // A link into a folded list unfolds it.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details:not([open])");
    if (folded) { folded.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", unfold);
  unfold();

  // Facts: filter and sort.
  const table = document.getElementById("fact-table");
  if (!table) return;
  const body = table.tBodies[0];
  let rows = [...body.rows].map((row) => ({ row, text: row.textContent.toLowerCase() }));
  const search = document.getElementById("fact-search"), source = document.getElementById("fact-source");
  const kind = document.getElementById("fact-kind"), disputed = document.getElementById("fact-open");
  const count = document.getElementById("fact-count");
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !(words.every((w) => text.includes(w)) && (!source.value || row.dataset.source === source.value) &&
        (!kind.value || row.dataset.kind === kind.value) && (!disputed.checked || "open" in row.dataset));
      shown += !row.hidden;
    }
    count.textContent = `${shown} of ${rows.length} facts`;
  };
  for (const control of [search, source, kind, disputed]) control.addEventListener("input", filter);
  document.querySelectorAll(".js").forEach((node) => { node.hidden = false; });
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = ({ row }) => "v" in row.cells[column].dataset ? Number(row.cells[column].dataset.v) : row.cells[column].textContent;
      const keyed = rows.map((entry) => [key(entry), entry]);
      keyed.sort(([a], [b]) => (typeof a === "number" ? a - b : a.localeCompare(b)) * (up ? 1 : -1));
      rows = keyed.map(([, entry]) => entry);
      body.append(...rows.map(({ row }) => row));
    });
  });
  filter();
})();
