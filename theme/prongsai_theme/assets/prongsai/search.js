// Search by substring over normalised text: Thai has no spaces, and browsers disagree about words.
(() => {
  const form = document.querySelector(".frame-search");
  const box = form.elements.query;
  const panel = form.querySelector(".frame-found");
  const count = panel.querySelector("[role=status]");
  const list = panel.appendChild(document.createElement("ol"));
  const thai = document.documentElement.lang !== "en";
  const MOST = 20;
  const PREFERRED = { item: 3, front: 2, channels: 2, measures: 2, scores: 2, assess: 2, year: 1 };
  let entries = null;
  let failed = false;

  const digits = (text) => text.replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0xe50);
  const plain = (text) => digits(text.normalize("NFKC").toLowerCase())
    .replace(/[^\p{L}\p{M}\p{N}]+|[ฯๆ]/gu, "")
    .replace(/เเ/g, "แ")
    .replace(/ฎ/g, "ฏ")
    .replace(/([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e3a\u0e47])/g, "$2$1")
    .replace(/\u0e4d([\u0e48-\u0e4b]*)\u0e32/g, "$1ำ")
    .replace(/ำ([\u0e48-\u0e4b]+)/g, "$1ำ");

  const prepare = (entry) => ({ ...entry, name: plain(entry.title), keys: entry.words.map(plain) });

  function understand(query) {
    const text = digits(query);
    const year = Number((text.match(/(?:^|\D)(25\d\d)(?!\d)/) || [])[1]) || null;
    const rest = year ? text.replace(year, " ").replace(/(ปีงบประมาณ|ปี|พ\.?ศ\.?)\s*(?=\s|$)/g, " ") : text;
    const needle = plain(rest);
    const code = needle.match(/^(?:oit)?(?:ข้อ(?:ที่)?)?([oie0])?0*([1-9]\d{0,2})$/);
    return {
      whole: plain(text), year, needle,
      parts: rest.split(/\s+/).map(plain).filter(Boolean),
      code: code && !/\d\.\d/.test(text) ? (code[1] || "o").replace("0", "o") + code[2] : null,
    };
  }

  // How well one needle fits one entry, 0 to 90.
  function fit({ name, keys }, needle, parts) {
    if (name === needle) return 90;
    if (name.startsWith(needle)) return 80;
    if (keys.includes(needle)) return 75;
    if (name.includes(needle)) return 70;
    if (keys.some((key) => key.startsWith(needle))) return 60;
    if (keys.some((key) => key.includes(needle))) return 50;
    if (parts.length < 2) return 0;
    if (parts.every((part) => name.includes(part))) return 45;
    return parts.every((part) => name.includes(part) || keys.some((key) => key.includes(part))) ? 35 : 0;
  }

  // For slips of the finger: the share of the needle's pairs of letters that a text has.
  function likeness({ name, keys }, pairs) {
    const share = (text) => pairs.filter((pair) => text.includes(pair)).length / pairs.length;
    return Math.max(share(name), ...keys.map(share));
  }

  function score(entry, asked) {
    let points = asked.code && entry.code === asked.code ? 100 : fit(entry, asked.whole, asked.parts);
    if (asked.year && entry.year === asked.year) {
      points = Math.max(points, asked.needle ? fit(entry, asked.needle, asked.parts) : entry.kind === "year" ? 95 : 20);
      points += points && 30;
    } else if (asked.year && asked.needle && !points) {
      points = fit(entry, asked.needle, asked.parts) / 2;
    }
    // A topic's page comes after the items that it gathers.
    return entry.kind === "topic" ? Math.min(points, 30) : points && points + (PREFERRED[entry.kind] || 0);
  }

  // Best first; the years of one topic together, the newest in front.
  function find(query) {
    const asked = understand(query);
    if (!asked.whole) return [];
    const by = (measure, least) => entries
      .map((entry) => ({ entry, points: measure(entry) }))
      .filter(({ points }) => points > least);
    let hits = by((entry) => score(entry, asked), 0);
    if (!hits.length && asked.needle.length > 3) {
      const letters = [...asked.needle];
      const pairs = letters.slice(1).map((letter, at) => letters[at] + letter);
      hits = by((entry) => likeness(entry, pairs), 0.59);
    }
    const groups = new Map();
    for (const hit of hits) {
      const { entry } = hit;
      const key = entry.topic || (entry.kind === "item" ? entry.name : entry.page);
      groups.set(key, [...(groups.get(key) || []), hit]);
    }
    const near = ({ entry }) => (asked.year && entry.year === asked.year ? 1e4 : entry.year || 0);
    const best = (group) => Math.max(...group.map(({ points }) => points));
    return [...groups.values()]
      .map((group) => ({ points: best(group), group: group.sort((a, b) => near(b) - near(a)) }))
      .sort((a, b) => b.points - a.points || near(b.group[0]) - near(a.group[0]))
      .map(({ group }) => group.map(({ entry }) => entry));
  }

  const make = (tag, kind, ...inside) => {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    element.append(...inside);
    return element;
  };
  const link = (page, ...inside) => {
    const element = make("a", "", ...inside);
    element.href = form.dataset.root + page + (!page || page.endsWith("/") ? "index.html" : "");
    return element;
  };
  const everyYear = thai ? "ทุกปี" : "All years";
  const ofYear = (year) => (thai ? `ปี ${year}` : `FY ${year}`);

  function result([entry, ...others]) {
    const about = [entry.code, entry.year && ofYear(entry.year)].filter(Boolean).join(" · ");
    const main = link(entry.page, make("span", "frame-found__title", entry.title), make("span", "frame-found__about", about));
    main.dataset.oitResult = entry.code || entry.kind;
    const item = make("li", "", main);
    if (others.length) {
      const years = others.map(({ page, year, code }) => link(page, year ? `${ofYear(year)} (${code})` : everyYear));
      item.append(make("p", "frame-found__years", ...years));
    }
    return item;
  }

  function tell(number) {
    if (!number) return thai ? "ไม่พบ ลองใช้คำที่สั้นลง" : "Nothing found: try a shorter word";
    const shown = number > MOST ? (thai ? ` แสดง ${MOST} รายการแรก` : `, the first ${MOST} shown`) : "";
    return (thai ? `พบ ${number} รายการ` : `${number} found`) + shown;
  }

  function update() {
    const query = box.value.trim();
    list.replaceChildren();
    count.textContent = "";
    panel.hidden = false;
    if (!query) return;
    if (!entries) {
      if (failed) count.textContent = thai ? "ค้นหาไม่ได้ กด Enter เพื่อดูทุกหัวข้อ" : "No index: Enter leads to all topics";
      return;
    }
    const groups = find(query);
    count.textContent = tell(groups.length);
    list.append(...groups.slice(0, MOST).map(result));
  }

  function close() {
    panel.hidden = true;
  }

  box.addEventListener("input", update);
  box.addEventListener("focus", () => panel.hidden && update());
  form.addEventListener("submit", (event) => {
    const first = list.querySelector("a");
    if (!first && !box.value.trim()) event.preventDefault();
    if (!first) return;
    event.preventDefault();
    first.click();
  });
  form.addEventListener("keydown", (event) => {
    const stops = [box, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !panel.hidden && count.textContent) {
      event.preventDefault();
      box.focus();
      close();
    } else if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  });
  form.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !form.contains(relatedTarget) && close());
  document.addEventListener("pointerdown", ({ target }) => form.contains(target) || close());

  const ready = (found) => {
    entries = found.map(prepare);
    update();
  };
  const failure = () => {
    failed = true;
    update();
  };
  // Without a server nothing may be fetched, but a script may be loaded.
  const byScript = () => {
    const script = document.createElement("script");
    script.src = `${form.dataset.root}data/search.js`;
    script.onload = () => ready(globalThis.prongsaiSearch);
    script.onerror = failure;
    document.head.append(script);
  };
  if (location.protocol === "file:") byScript();
  else {
    fetch(`${form.dataset.root}data/search.json`)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then(ready)
      .catch(byScript);
  }
})();
