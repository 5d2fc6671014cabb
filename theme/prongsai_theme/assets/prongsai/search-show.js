// Makes results visible: titles and snippets with what was typed marked in them.
(() => {
  const { fold, stretch } = globalThis.prongsaiText;
  const { read, next } = globalThis.prongsaiHeld;
  const thai = document.documentElement.lang !== "en";
  const say = thai
    ? {
        fields: { names: "ชื่ออื่น", words: "คำค้น", near: "คำค้น", also: "คำค้น", part: "ในหน้านี้", asks: "สิ่งที่ต้องแสดง", shown: "หลักฐาน", units: "ผู้รับผิดชอบ", said: "เนื้อหา" },
        year: (year) => `ปี ${year}`, everyYear: "ทุกปี", page: (number) => `หน้า ${number}`, sheet: (number) => `แผ่นงานที่ ${number}`, row: (number) => `แถวที่ ${number}`,
        also: "มีอีกใน", rest: (number) => `และอีก ${number} แห่ง`, documents: "ในเอกสารและตาราง", near: "ใกล้เคียง",
        longer: "พิมพ์ต่ออีกหนึ่งตัวอักษร", none: "ไม่พบ ลองใช้คำที่สั้นลง",
      }
    : {
        fields: { names: "Also called", words: "Word", near: "Word", also: "Word", part: "On this page", asks: "What it must show", shown: "Evidence", units: "Who answers for it", said: "Text" },
        year: (year) => `FY ${year}`, everyYear: "All years", page: (number) => `page ${number}`, sheet: (number) => `sheet ${number}`, row: (number) => `row ${number}`,
        also: "Also on", rest: (number) => `and ${number} more`, documents: "In documents and tables", near: "Coming near",
        longer: "Type one more letter", none: "Nothing found: try a shorter word",
      };
  const AROUND = 40;
  const LEAST = 3;
  const MOST_SPOTS = 8;

  const make = (tag, kind, ...inside) => {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    element.append(...inside.filter((one) => one !== null && one !== ""));
    if (!thai && inside.some((one) => typeof one === "string" && /[\u0e01-\u0e5b]/.test(one))) element.lang = "th";
    return element;
  };

  // The stretches of a text in which the words stand as they were typed.
  function exact(text, words, read = fold, next = ({ plain }, word, from) => plain.indexOf(word, from)) {
    const said = read(text);
    const found = [];
    for (const word of words) {
      for (let start = next(said, word, 0); start >= 0; start = next(said, word, start + word.length)) found.push(stretch(text, said.at, start, start + word.length));
    }
    return joined(found);
  }

  // The long stretches that a text shares with words that do not stand in it.
  function alike(text, words) {
    const { plain, at } = fold(text);
    const found = [];
    for (const word of words) {
      const least = Math.max(LEAST, Math.ceil(word.length / 3));
      for (let from = 0; from + least <= word.length; ) {
        let size = least;
        if (!plain.includes(word.slice(from, from + size))) from += 1;
        else {
          while (from + size < word.length && plain.includes(word.slice(from, from + size + 1))) size += 1;
          const start = plain.indexOf(word.slice(from, from + size));
          found.push(stretch(text, at, start, start + size));
          from += size;
        }
      }
    }
    return joined(found);
  }

  function joined(stretches) {
    return stretches.sort((a, b) => a[0] - b[0]).reduce((all, [start, end]) => {
      const last = all[all.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else all.push([start, end]);
      return all;
    }, []);
  }

  // A text with stretches of it marked.
  function marked(text, places) {
    const parts = [];
    let at = 0;
    for (const [start, end] of places) {
      parts.push(text.slice(at, start), make("mark", "", text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  // The part of a long text around the first thing marked.
  function snippet(text, places) {
    if (text.length <= 3 * AROUND) return marked(text, places);
    const first = places.length ? places[0][0] : 0;
    const from = whole(text, Math.max(0, first - AROUND));
    const to = whole(text, Math.min(text.length, first + 2 * AROUND));
    const inside = places.filter(([, end]) => end <= to).map(([start, end]) => [start - from, end - from]);
    return [from ? "…" : "", ...marked(text.slice(from, to), inside), to < text.length ? "…" : ""];
  }

  // The next place at which a text may be cut: not inside a cluster.
  function whole(text, at) {
    while (at < text.length && /[\p{M}\u0e33\udc00-\udfff]/u.test(text[at])) at += 1;
    return at;
  }

  const address = (root, page) => root + page + (!page || page.endsWith("/") ? "index.html" : "");
  const link = (href, ...inside) => {
    const element = make("a", "", ...inside);
    element.href = href;
    return element;
  };

  // Words that were typed, without what stands in every query.
  const telling = (words, common) => {
    const rest = words.filter((word) => !common.has(word));
    return rest.length ? rest : words;
  };

  function result({ page, others, whole: topic, hit }, words, root) {
    const about = [page.code && page.kind === "item" ? page.code : "", page.year ? say.year(page.year) : ""].filter(Boolean).join(" · ");
    const anchor = hit && hit.part ? `#${encodeURIComponent(hit.part.at)}` : "";
    const name = page.title.normalize("NFC");
    const inTitle = hit && hit.field === "title";
    const places = exact(name, words);
    const title = make("span", "frame-found__title", ...marked(name, places.length || !inTitle ? places : alike(name, words)));
    const main = link(address(root, page.page) + anchor, title, make("span", "frame-found__about", about), inTitle ? "" : where(hit, words));
    main.dataset.oitResult = page.kind === "item" ? page.code : page.kind;
    const item = make("li", "", main);
    const more = others.map((one) => link(address(root, one.page), one.year ? `${say.year(one.year)}${one.code && one.kind === "item" ? ` (${one.code})` : ""}` : one.title));
    if (topic) more.push(link(address(root, topic.page), say.everyYear));
    if (more.length) item.append(make("p", "frame-found__years", ...more));
    return item;
  }

  // Where it was found, when that is not the title.
  function where(hit, words) {
    if (!hit || !hit.text) return "";
    const text = hit.text.normalize("NFC");
    const places = exact(text, words);
    const field = !hit.part || hit.field === "part" ? say.fields[hit.field] : hit.part.title;
    return make("span", "frame-found__where", make("span", "frame-found__field", `${field}: `), ...snippet(text, places.length ? places : alike(text, words)));
  }

  function documentResult({ file, number, text, more }, words, root) {
    const said = text.normalize("NFC");
    const spot = say[file.unit];
    // A table's row stands on its item's page, where a phone can read it; a document opens by itself.
    const target = file.at ? address(root, file.page) : `${root}${file.file.split("/").map(encodeURIComponent).join("/")}`;
    const to = (page) => target + (file.at ? `#${file.at}-${page}` : file.unit === "page" ? `#page=${page}` : "");
    const about = [file.unit ? spot(number) : "", file.code || "", file.year ? say.year(file.year) : ""].filter(Boolean).join(" · ");
    const main = link(to(number), make("span", "frame-found__title", file.title), make("span", "frame-found__about", about), make("span", "frame-found__where", ...snippet(said, exact(said, words, read, next))));
    main.dataset.oitResult = file.code || "document";
    const item = make("li", "", main);
    if (more.length) item.append(make("p", "frame-found__years", `${say.also} `, ...more.slice(0, MOST_SPOTS).map((page) => link(to(page), spot(page))), more.length > MOST_SPOTS ? say.rest(more.length - MOST_SPOTS) : ""));
    if (file.page && !file.at) {
      const ofItem = link(address(root, file.page), `${file.code} · ${say.year(file.year)}`);
      ofItem.className = "frame-found__item";
      ofItem.dataset.oitResult = file.code;
      item.append(make("p", "frame-found__years", ofItem));
    }
    return item;
  }

  globalThis.prongsaiShow = { result, documentResult, make, link, telling, say, thai };
})();
