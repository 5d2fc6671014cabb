// The search box: asks while somebody types, shows what was found, and lets the keyboard walk through it.
(() => {
  const { result, documentResult, make, link, telling, say, thai } = globalThis.prongsaiShow;
  const page = document.querySelector("[data-search-page]");
  const CLOSED = "frame-found--closed";
  const [MOST, MOST_DOCUMENTS, LEVEL] = page ? [200, 200, "h3"] : [12, 5, "h2"];
  const SLICE = 12;

  // Work in slices of some milliseconds, so that a slow phone goes on answering.
  const inSlices = (steps) => new Promise((done) => {
    const go = () => {
      const until = performance.now() + SLICE;
      while (performance.now() < until) if (steps.next().done) return done();
      return setTimeout(go);
    };
    go();
  });

  let finder = null;
  let failed = false;
  let held = null;
  const boxes = [];

  const ready = globalThis.prongsaiFetch("search").then(async (data) => {
    const made = new globalThis.prongsaiFinder(data);
    await inSlices(made.prepare());
    finder = made;
  }).catch(() => {
    failed = true;
  });
  const refreshAll = () => boxes.filter(({ field }) => field.value).forEach((box) => box.refresh());
  ready.then(refreshAll);

  // The text of documents is fetched when somebody types, and only where there is some.
  let wanted = null;
  const wantDocuments = () => {
    wanted = wanted || globalThis.prongsaiFetch("documents").then(async (data) => {
      const made = new globalThis.prongsaiHeld(data);
      await inSlices(made.prepare());
      held = made;
    }).catch(() => {});
    return wanted;
  };

  // How many were found or come near, in how many documents it is (or `part` of it), and that not all are shown.
  function tell(found, near, documents, part) {
    const first = (number, most, unit) => (number > most ? (thai ? ` แสดง ${most} ${unit}แรก` : `, the first ${most} shown`) : "");
    const text = (thai ? `ในเอกสาร ${documents} ฉบับ` : `in ${documents} document(s)`) + first(documents, MOST_DOCUMENTS, "ฉบับ");
    const items = first(found + near, MOST, "รายการ");
    const also = documents ? (thai ? " และ" : ", and ") + text : "";
    const beside = near ? (thai ? ` ใกล้เคียงอีก ${near} รายการ` : `; ${near} more come near`) : "";
    if (found) return (thai ? `พบ ${found} รายการ` : `${found} found`) + beside + items + also;
    if (documents && !part) return (thai ? "พบ" : "Found ") + text + beside + items;
    return (thai ? "ไม่พบตรงทุกคำ ที่ใกล้เคียงมี" : "Not all words found; near: ") + (near ? (thai ? ` ${near} รายการ` : near) + items + also : text);
  }

  class Box {
    constructor(form) {
      this.form = form;
      this.field = form.elements.query;
      this.root = form.dataset.root;
      this.panel = page || form.querySelector(".frame-found") || form.appendChild(make("div", "frame-found"));
      // Never hidden, or what it says is not heard.
      this.status = this.panel.querySelector("[role=status]") || this.panel.appendChild(make("p", "frame-found__count"));
      this.status.setAttribute("role", "status");
      this.list = this.panel.appendChild(make("ol"));
      this.head = this.panel.appendChild(make(LEVEL, "frame-found__head", say.near));
      this.near = this.panel.appendChild(make("ol"));
      this.documents = this.panel.appendChild(make("div", "frame-found__documents"));
      this.all = this.panel.appendChild(make("p", "frame-found__all"));
      this.turn = 0;
      this.arrived = !this.field.value;
      this.listen();
      this.refresh();
    }

    listen() {
      this.field.addEventListener("input", () => this.refresh());
      this.field.addEventListener("focus", () => this.closed() && this.refresh());
      this.form.addEventListener("keydown", (event) => this.key(event));
      this.form.addEventListener("focusout", ({ relatedTarget: to }) => to && !this.form.contains(to) && this.close());
      document.addEventListener("pointerdown", ({ target }) => this.form.contains(target) || this.close());
    }

    // The same words are not read out again.
    say(text) {
      if (this.status.textContent !== text) this.status.textContent = text;
    }

    refresh() {
      const query = this.field.value.trim();
      clearTimeout(this.late);
      const turn = (this.turn += 1);
      for (const part of [this.list, this.near, this.documents, this.all]) part.replaceChildren();
      this.panel.classList.remove(CLOSED);
      this.panel.ariaBusy = null;
      this.head.hidden = true;
      if (!query || !finder) return this.say(query && failed ? (thai ? "ค้นหาไม่ได้ กด Enter เพื่อดูทุกข้อ" : "The search cannot be loaded: Enter leads to all items") : "");
      const { asked, results, near } = finder.find(query);
      const words = telling(asked.words, finder.common);
      // What only comes near begins where the rank has the first of it.
      const beside = results.findIndex((one) => near || one.beside);
      const found = beside < 0 ? results.length : beside;
      const shown = results.slice(0, MOST).map((one) => result(one, words, this.root));
      this.list.append(...shown.slice(0, found));
      this.near.append(...shown.slice(found));
      this.head.hidden = !this.near.firstChild;
      // What no page says may stand in a document: then it comes first, and sooner.
      if (near) this.list.before(this.documents);
      else this.near.after(this.documents);
      const holds = this.mayHold(asked, results.length);
      const told = [found, results.length - found];
      const tellAll = (documents, part) => this.say(results.length || documents ? tell(...told, documents, part) : asked.typed.join("").length < 2 ? say.longer : say.none);
      if (results.length || !holds) tellAll();
      this.panel.ariaBusy = near && holds ? "true" : null;
      this.late = setTimeout(async () => {
        const [number, part] = holds ? await this.inDocuments(turn, asked, near) : [];
        if (turn !== this.turn) return;
        tellAll(number, part);
        if (!page && (results.length > MOST || number > MOST_DOCUMENTS)) this.all.append(link(`${this.form.action}?query=${encodeURIComponent(query)}`, thai ? "ดูผลทั้งหมด" : "All results"));
        this.panel.ariaBusy = null;
        this.arrive();
      }, near ? 80 : 150);
    }

    // A code that the site has is no text of a document.
    mayHold({ code, number, words, typed }, results) {
      const onlyCode = (code || number) && !words.length && results;
      return finder.data.documents && !onlyCode && telling(typed, finder.common).join("").length >= 3;
    }

    // In how many documents it is, and whether only a part of it: first all that was typed, since what looks like a
    // code may be a contract's number.
    async inDocuments(turn, asked, near) {
      const [typed, rest] = [asked.typed, asked.words].map((words) => telling(words, finder.common));
      await wantDocuments();
      if (turn !== this.turn || !held) return [];
      let found;
      const tries = near ? [typed, rest, held.telling(rest, finder.common)] : [typed, rest];
      const at = tries.findIndex((words) => words.length && (found = held.find(words)).length);
      if (at < 0) return [];
      this.documents.append(make(LEVEL, "frame-found__head", say.documents), make("ol", "", ...found.slice(0, MOST_DOCUMENTS).map((one) => documentResult(one, tries[at], this.root))));
      return [found.length, at === 2];
    }

    // Who comes back is at the link that was followed, who comes to the page of the search is at its results.
    arrive() {
      const { followed } = this.field.dataset;
      const last = [...this.panel.querySelectorAll("a")].find(({ href }) => href === followed);
      const to = last || document.getElementById("found");
      if (to && !this.arrived && document.activeElement === document.body) to.focus({ preventScroll: !last });
      this.arrived = true;
    }

    key(event) {
      if (event.isComposing) return;
      const stops = [this.field, ...this.panel.querySelectorAll("li > a, .frame-found__all a")];
      const here = document.activeElement;
      const at = stops.indexOf((here.closest("li") || { firstChild: here }).firstChild);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape" && !page && this.status.textContent) {
        event.preventDefault();
        this.field.focus();
        this.close();
      } else if (step === 1 && this.closed()) {
        event.preventDefault();
        this.refresh();
      } else if (step && at >= 0 && stops[at + step]) {
        event.preventDefault();
        stops[at + step].focus();
      }
    }

    closed() {
      return this.panel.classList.contains(CLOSED);
    }

    close() {
      if (page) return;
      this.panel.classList.add(CLOSED);
      this.turn += 1;
      this.say("");
    }
  }

  for (const form of document.querySelectorAll("form[role=search][data-root]")) boxes.push(new Box(form));
})();
