// Ranks what a query leads to. Pages about one topic, or of one kind, stand together and count as one.
(() => {
  const { plain } = globalThis.prongsaiText;
  const { understand } = globalThis.prongsaiQuery;
  const { Asked, Cover, STUMP, KNOWN } = globalThis.prongsaiCover;
  const Runs = globalThis.prongsaiRuns;

  const FIELDS = ["names", "words", "near", "also", "asks", "shown", "units", "said"];
  const TOGETHER = ["year", "assess", "measures", "scores"];
  const SHORTEST = 3;
  // A measure that answers to a question tells more of what it is about than the question's score.
  const QUESTION = 0.7;

  class Finder {
    constructor(data) {
      this.data = data;
      this.groups = [];
      this.byKey = new Map();
      this.runs = new Runs();
      this.numbers = new Map();
      this.texts = [];
      this.uses = [];
    }

    // Takes the data in, a little at each step, so that typing goes on meanwhile.
    *prepare() {
      const { pages, topics, kinds, common, typed = {} } = this.data;
      this.typed = Object.entries(typed);
      this.years = [...new Set(pages.map(({ year }) => year).filter(Boolean))].sort((a, b) => b - a);
      this.indicators = new Set(pages.filter(({ kind }) => kind !== "item").map(({ code }) => code));
      this.common = new Set(common.map(plain).filter(Boolean));
      for (const page of pages) {
        this.page(page);
        yield;
      }
      for (const [kind, fields] of Object.entries(kinds)) {
        for (const group of this.groups.filter((one) => one.kind === kind)) this.fields(group, null, null, fields);
        yield;
      }
      for (const [topic, fields] of Object.entries(topics)) {
        const group = this.byKey.get(`topic ${topic}`);
        if (group) this.fields(group, null, null, fields);
        yield;
      }
      for (const group of this.groups) group.pages.sort((a, b) => Boolean(a.empty) - Boolean(b.empty) || (b.year || 0) - (a.year || 0));
      this.runs.finish();
    }

    page(page) {
      const key = page.topic ? `topic ${page.topic}` : TOGETHER.includes(page.kind) ? page.kind : `${page.kind} ${page.code ? page.title : page.page}`;
      let group = this.byKey.get(key);
      if (!group) {
        group = { at: this.groups.length, kind: page.kind, pages: [], whole: null };
        this.byKey.set(key, group);
        this.groups.push(group);
      }
      if (page.kind === "topic") group.whole = page;
      else group.pages.push(page);
      if (page.kind === "item") group.kind = "item";
      this.text(page.title, { group, page, part: null, field: "title" });
      this.fields(group, page, null, page);
      for (const part of page.parts || []) {
        this.text(part.title, { group, page, part, field: "part", worth: page.kind === "scores" ? QUESTION : 0 });
        this.fields(group, page, part, part);
      }
    }

    fields(group, page, part, fields) {
      for (const field of FIELDS) for (const text of fields[field] || []) this.text(text, { group, page, part, field });
    }

    text(text, use) {
      const key = plain(text);
      if (!key) return;
      let number = this.numbers.get(key);
      if (number === undefined) {
        number = this.runs.add(key);
        this.numbers.set(key, number);
        this.texts.push(text);
        this.uses.push([]);
      }
      this.uses[number].push(use);
    }

    // A word as pages have it, where people type it as they talk; no cluster is cut for it.
    written(word) {
      return this.typed.reduce((text, [typed, written]) => (text.includes(typed) ? text.replace(new RegExp(`${typed}(?![ะ-ฺ็-๎])`, "g"), written) : text), word);
    }

    // Whether any of the words tells what is looked for.
    telling(words) {
      const asked = new Asked(words, this.common);
      return words.some((word) => !this.common.has(word) && !asked.saysNothing(word));
    }

    // The results for a query, best first.
    find(query) {
      const asked = understand(query, this.years, this.indicators);
      asked.words = asked.words.map((word) => this.written(word));
      const found = new Map();
      const put = (group, score, hit = null, beside = false) => {
        const before = found.get(group);
        if (!before || before.score < score) found.set(group, { group, score, beside, hit: hit || (before && before.hit) });
      };
      let near = false;
      if (asked.words.length) {
        const likely = this.byWords(asked.words);
        near = likely.near;
        for (const { group, score, hit, beside } of likely.found) put(group, score, hit, beside || near);
      }
      if (asked.code || asked.number) this.byCode(asked, put, found);
      if (asked.year && !this.telling(asked.words) && !asked.code && !asked.number) this.byYear(put);
      const results = [...found.values()].map((one) => this.result(one, asked));
      return { asked, near: near && !asked.code && !asked.number, results: results.sort((a, b) => b.score - a.score || (b.page.year || 0) - (a.page.year || 0) || a.group.at - b.group.at) };
    }

    byCode({ code, number, year, words }, put, found) {
      // Somebody heard of a score: ตัวชี้วัดที่ 10 ได้ 51.25.
      const figure = words.some((word) => /^\d{1,3}\.\d\d?$/.test(word));
      const wanted = code || number;
      const telling = this.telling(words);
      const scores = new Map([...found].map(([group, { score }]) => [group, score]));
      const more = (group) => scores.get(group) || 0;
      for (const group of this.groups) {
        for (const page of group.pages) {
          if (page.code === wanted) put(group, (year && page.year !== year ? 4 : 10) + more(group), { page, exact: true });
          else if (code && page.code && page.code.startsWith(code) && !found.has(group)) put(group, 4 - 0.01 * Number(page.code.slice(1)), { page });
          for (const part of page.parts || []) {
            if ((part.codes || []).includes(wanted)) put(group, (group.kind === "scores" && !telling ? 6 : 5) + more(group), { page, part });
          }
        }
        if (code && code[0] !== "o" && group.kind === "scores") put(group, 3);
        if (number && group.kind === "scores" && (figure || Number(number) < 9)) put(group, figure ? 11 : 5.5);
      }
    }

    byYear(put) {
      for (const group of this.groups) if (TOGETHER.includes(group.kind)) put(group, 5 - TOGETHER.indexOf(group.kind));
    }

    // Which page of a group to show, for a year that was asked for or for what was found in it.
    result({ group, score, hit, beside }, { year }) {
      const ofYear = year && group.pages.find((page) => page.year === year);
      const hitPage = hit && hit.page !== group.whole ? hit.page : null;
      const page = (hit && hit.exact && hitPage) || ofYear || (hit && hit.meant) || hitPage || group.pages[0] || group.whole;
      if (year && group.pages.some((one) => one.year) && !ofYear) score *= 0.4;
      if (page.empty) score *= 0.9;
      const here = hit && (!hitPage || hitPage === page) ? hit : null;
      const others = group.pages.filter((one) => one !== page);
      return { group, page, others, whole: others.length ? group.whole : null, score, beside, hit: here };
    }

    // Whether a stretch begins a word of a text; Thai has no spaces, so there any place may be one.
    begins(text, stretch) {
      if (!/^[a-z]+$/.test(stretch)) return true;
      return new RegExp(`(?<![a-z])${[...stretch].join("[^a-z0-9\u0e00-\u0e7f]*")}`, "i").test(this.texts[text]);
    }

    // A word with a slip in it; where it is none, without what tells nothing at its ends.
    byLikeness(asked, word, cover) {
      for (const [start, end] of asked.cores(word)) {
        if (end - start < 4) continue;
        let any = false;
        const latin = asked.plain.charCodeAt(start) < 0x80;
        this.runs.near(asked.plain.slice(start, end), (text, how) => {
          if (how === "inside" && end - start < (latin ? 5 : 6)) return;
          any = true;
          for (const use of this.uses[text]) cover.addLike(start, end, text, how, use, word.worth ? KNOWN : 1);
        });
        if (any) return;
      }
    }

    byWords(words) {
      const asked = new Asked(words, this.common);
      const cover = new Cover(asked, this.groups.length);
      this.runs.find(
        asked.plain,
        (start, length, text, place) => {
          if (length <= STUMP && place && !this.begins(text, asked.plain.slice(start, start + length))) return;
          const whole = this.runs.length(text);
          for (const use of this.uses[text]) cover.add(start, length, text, place, whole, use);
        },
        (start, length) => length >= SHORTEST || asked.isWord(start, length),
      );
      for (const word of asked.words) if (!word.common && !word.sure) this.byLikeness(asked, word, cover);
      return cover.scores(this.groups, this.texts);
    }
  }

  globalThis.prongsaiFinder = Finder;
})();
