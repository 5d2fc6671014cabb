// The search box: asks while somebody types, shows what was found, and lets the keyboard walk through it.
(() => {
  const { understand } = globalThis.prongsaiQuery;
  const { result, documentResult, make, link, telling, say, thai } = globalThis.prongsaiShow;
  const page = document.querySelector("[data-search-page]");
  const MOST = 12;
  const MOST_ON_PAGE = 200;
  const MOST_DOCUMENTS = 5;
  const SLICE = 12;

  const now = () => performance.now();

  // Work in slices of some milliseconds, so that a slow phone goes on answering.
  const inSlices = (steps) => new Promise((done) => {
    const go = () => {
      const until = now() + SLICE;
      while (now() < until) if (steps.next().done) return done();
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

  function tell(number, near, documents) {
    const shown = number > MOST && !page ? (thai ? ` แสดง ${MOST} รายการแรก` : `, the first ${MOST} shown`) : "";
    const also = documents ? (thai ? ` และในเอกสาร ${documents} ฉบับ` : `, and in ${documents} document(s)`) : "";
    if (documents && (near || !number)) return thai ? `พบในเอกสาร ${documents} ฉบับ${number ? ` ที่ใกล้เคียงมีอีก ${number} รายการ` : ""}` : `Found in ${documents} document(s)${number ? `; ${number} come near` : ""}`;
    if (!number) return thai ? "ไม่พบ ลองใช้คำที่สั้นลง" : "Nothing found: try a shorter word";
    if (near) return (thai ? `ไม่พบตรงทุกคำ ที่ใกล้เคียงมี ${number} รายการ` : `Not all words found; ${number} come near`) + shown + also;
    return (thai ? `พบ ${number} รายการ` : `${number} found`) + shown + also;
  }

  class Box {
    constructor(form) {
      this.form = form;
      this.field = form.elements.query;
      this.root = form.dataset.root;
      this.panel = page || form.querySelector(".frame-found") || form.appendChild(make("div", "frame-found"));
      this.status = this.panel.querySelector("[role=status]") || this.panel.appendChild(make("p", "frame-found__count"));
      this.status.setAttribute("role", "status");
      this.list = this.panel.appendChild(make("ol"));
      this.documents = this.panel.appendChild(make("div", "frame-found__documents"));
      this.all = this.panel.appendChild(make("p", "frame-found__all"));
      this.late = 0;
      this.listen();
    }

    listen() {
      this.field.addEventListener("input", () => this.refresh());
      this.field.addEventListener("focus", () => this.panel.hidden && this.refresh());
      this.form.addEventListener("submit", (event) => this.submit(event));
      this.form.addEventListener("keydown", (event) => this.key(event));
      this.form.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !this.form.contains(relatedTarget) && this.close());
      document.addEventListener("pointerdown", ({ target }) => this.form.contains(target) || this.close());
    }

    refresh() {
      const query = this.field.value.trim();
      clearTimeout(this.late);
      this.list.replaceChildren();
      this.documents.replaceChildren();
      this.all.replaceChildren();
      this.status.textContent = "";
      this.panel.hidden = false;
      this.panel.ariaBusy = null;
      if (!query) return;
      if (!finder) {
        if (failed) this.status.textContent = thai ? "ค้นหาไม่ได้ กด Enter เพื่อดูทุกข้อ" : "The search cannot be loaded: Enter leads to all items";
        return;
      }
      const { asked, results, near } = finder.find(query);
      const words = telling(asked.words, finder.common);
      this.status.textContent = tell(results.length, near, 0);
      this.list.append(...results.slice(0, page ? MOST_ON_PAGE : MOST).map((one) => result(one, words, this.root)));
      if (!page && results.length > MOST) this.all.append(this.toPage(query));
      // What no page says may stand in a document: then it comes first, and sooner.
      this.list[near ? "before" : "after"](this.documents);
      this.panel.ariaBusy = near && this.mayHold(asked) ? "true" : null;
      this.late = setTimeout(async () => {
        await this.inDocuments(query, asked, results.length, near);
        if (this.field.value.trim() === query) this.panel.ariaBusy = null;
      }, near ? 80 : 150);
    }

    toPage(query) {
      return link(`${this.form.action}?query=${encodeURIComponent(query)}`, thai ? "ดูผลทั้งหมด" : "All results");
    }

    mayHold(asked) {
      return finder.data.documents && telling(asked.typed, finder.common).join("").length >= 3;
    }

    // First for all that was typed, since what looks like a year or a code may be a contract's number.
    async inDocuments(query, asked, number, near) {
      if (!this.mayHold(asked)) return;
      const [typed, rest] = [asked.typed, asked.words].map((words) => telling(words, finder.common));
      await wantDocuments();
      if (this.field.value.trim() !== query || !held) return;
      const most = page ? MOST_ON_PAGE : MOST_DOCUMENTS;
      const tries = near ? [typed, rest, held.telling(rest, finder.common)] : [typed, rest];
      const [words, found] = tries.reduce((best, one) => (best[1].length || !one.length ? best : [one, held.find(one, most)]), [typed, []]);
      if (!found.length || this.documents.firstChild) return;
      this.documents.append(make("p", "frame-found__head", say.documents), make("ol", "", ...found.map((one) => documentResult(one, words, this.root))));
      this.status.textContent = tell(number, near, found.length);
    }

    links() {
      return [...this.panel.querySelectorAll("a")];
    }

    // Enter goes to the first result; before the search has come, the form goes to the list of all items.
    submit(event) {
      const first = this.panel.querySelector("[data-oit-result]");
      if (!first && !this.field.value.trim()) event.preventDefault();
      if (!first || this.panel.hidden) return;
      event.preventDefault();
      first.click();
    }

    key(event) {
      if (event.isComposing) return;
      const stops = [this.field, ...this.links()];
      const at = stops.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape" && !page && !this.panel.hidden && this.status.textContent) {
        event.preventDefault();
        this.field.focus();
        this.close();
      } else if (step && at >= 0 && stops[at + step]) {
        event.preventDefault();
        stops[at + step].focus();
      }
    }

    close() {
      if (!page) this.panel.hidden = true;
    }
  }

  for (const form of document.querySelectorAll("form[role=search][data-root]")) boxes.push(new Box(form));
  refreshAll();
})();
