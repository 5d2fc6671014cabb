// Looks into the text of the documents and tables that the site holds, page by page and row by row.
(() => {
  const { fold } = globalThis.prongsaiText;
  // Shorter parts of words stand anywhere.
  const LEAST = 8;
  // Between cells and points of a list: nothing is read across it.
  const CELLS = /[·•\n]/;
  const THOUSANDS = /^,[\d๐-๙]{3}(?![\d๐-๙])/;

  // A text in its comparable form; for each letter its place, and whether it is inside a number or a Latin word.
  function read(text) {
    const [cells, at, inside] = [[], [], []];
    let from = 0;
    for (const cell of text.split(CELLS)) {
      const folded = fold(cell);
      const ascii = (index) => folded.plain.charCodeAt(index) < 0x80;
      for (const [index, place] of folded.at.entries()) {
        const before = folded.at[index - 1];
        at.push(from + place);
        inside.push(index && ascii(index) && ascii(index - 1) && (place - before < 2 || THOUSANDS.test(cell.slice(before + 1, before + 6))));
      }
      cells.push(folded.plain);
      from += cell.length + 1;
      at.push(from);
      inside.push(false);
    }
    return { plain: cells.join("\n"), at, inside };
  }

  // Where a word stands next: a number (.00 may follow) or a Latin word by itself, a short one with all its marks.
  function next({ plain, inside }, word, from) {
    const short = /^[ก-ฮ]{2,4}$/.test(word);
    for (let at = plain.indexOf(word, from); at >= 0; at = plain.indexOf(word, at + 1)) {
      const end = at + word.length;
      const ends = !inside[end] || (plain.startsWith(".00", end) && !inside[end + 3]);
      if (!inside[at] && ends && !(short && /[ัำ-ฺ็-๎]/.test(plain[end]))) return at;
    }
    return -1;
  }

  class Held {
    constructor(data) {
      this.data = data;
      this.pages = [];
      this.starts = [];
      this.plain = "";
      this.inside = [];
    }

    // Takes the text in, a page at each step.
    *prepare() {
      const pieces = [];
      let at = 0;
      for (const file of this.data.documents) {
        const about = read(file.title);
        for (const [index, text] of file.pages.entries()) {
          const { plain, inside } = read(text);
          this.pages.push({ file, about, first: this.pages.length - index, number: file.rows ? file.rows[index] : index + 1, text });
          this.starts.push(at);
          pieces.push(plain);
          for (const one of inside) this.inside.push(one);
          at += plain.length + 1;
          yield;
        }
      }
      this.plain = pieces.join("\n");
    }

    // Pages that have every word, those with all of them together first. The title of a document and the header
    // of a table say what all their pages are about.
    find(words) {
      const whole = new Set(this.having(words.join("")));
      let pages = [...whole];
      let beside = [];
      if (words.length > 1) {
        const sets = words.map((word) => new Set(this.having(word)));
        beside = words.slice(1).map((word, at) => new Set(this.having(words[at] + word)));
        const about = ({ file, about: title, first }, at) => next(title, words[at], 0) >= 0 || (file.unit === "row" && sets[at].has(first));
        const every = (page) => sets.every((set, at) => set.has(page) || about(this.pages[page], at));
        pages = [...new Set([...pages, ...sets.flatMap((set) => [...set])])].filter((page) => whole.has(page) || every(page));
      }
      // Words that stand as they were typed, one after the other, then what is newer.
      const worth = (page) => (whole.has(page) ? 100 : beside.filter((set) => set.has(page)).length);
      const year = (page) => this.pages[page].file.year || 0;
      const ranked = pages.map((page) => [worth(page), page]).sort(([a, one], [b, other]) => b - a || year(other) - year(one) || one - other);
      const documents = new Map();
      for (const [, at] of ranked) {
        const page = this.pages[at];
        const before = documents.get(page.file);
        if (!before) documents.set(page.file, { ...page, more: [] });
        else before.more.push(page.number);
      }
      for (const { more } of documents.values()) more.sort((a, b) => a - b);
      return [...documents.values()];
    }

    // Words as far as they stand somewhere: without common ones at their ends and, where that is not enough,
    // the longer of the beginning and the end that does. None where too little of what was asked is there.
    telling(words, common) {
      const found = words.map((word) => {
        if (next(this, word, 0) >= 0) return word;
        const core = new globalThis.prongsaiCover.Asked([word], common).cores({ start: 0, end: word.length }).pop();
        return this.longest(word.slice(...core));
      });
      const had = found.join("").length;
      return had >= LEAST && 2 * had >= words.join("").length ? found.filter(Boolean) : [];
    }

    // What stands somewhere has all its parts there too: halving finds the longest.
    longest(word) {
      const most = (part) => {
        let [had, missing] = [0, word.length + 1];
        while (missing - had > 1) {
          const size = (had + missing) >> 1;
          if (this.plain.includes(part(size))) had = size;
          else missing = size;
        }
        return part(had);
      };
      const end = most((size) => word.slice(word.length - size)).replace(/^[ะ-ฺ็-๎]+/, "");
      const start = most((size) => word.slice(0, size));
      const either = end.length >= start.length ? end : start;
      const longer = next(this, either, 0) < 0 ? either.replace(/^[!-~]+|[!-~]+$/g, "") : either;
      return longer.length >= LEAST ? longer : "";
    }

    // The numbers of the pages that have a word.
    having(word) {
      const pages = [];
      let page = 0;
      for (let at = next(this, word, 0); at >= 0; at = next(this, word, this.starts[page + 1])) {
        while (page + 1 < this.starts.length && this.starts[page + 1] <= at) page += 1;
        pages.push(page);
        if (page + 1 === this.starts.length) break;
      }
      return pages;
    }
  }

  globalThis.prongsaiHeld = Object.assign(Held, { read, next });
})();
