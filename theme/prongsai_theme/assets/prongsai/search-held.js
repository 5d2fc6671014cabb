// Looks into the text of the documents that the site holds, page by page.
(() => {
  const { fold } = globalThis.prongsaiText;

  class Held {
    constructor(data) {
      this.data = data;
      this.pages = [];
      this.starts = [];
      this.joined = "";
    }

    // Takes the text in, a page at each step.
    *prepare() {
      const pieces = [];
      let at = 0;
      for (const file of this.data.documents) {
        for (const [index, text] of file.pages.entries()) {
          const { plain } = fold(text);
          this.pages.push({ file, number: index + 1, text });
          this.starts.push(at);
          pieces.push(plain);
          at += plain.length + 1;
          yield;
        }
      }
      this.joined = pieces.join("\n");
    }

    // Pages that have every word, those with all of them together first; at most one page a document more
    // than `most` are looked for.
    find(words, most) {
      const together = words.join("");
      const found = this.having(together).map((page) => ({ ...this.pages[page], together: true }));
      if (words.length > 1) {
        const sets = words.map((word) => new Set(this.having(word)));
        for (const page of sets[0]) if (sets.every((set) => set.has(page))) found.push({ ...this.pages[page], together: false });
      }
      const documents = new Map();
      for (const page of found) {
        const before = documents.get(page.file);
        if (!before) documents.set(page.file, { ...page, more: [] });
        else if (before.number !== page.number && !before.more.includes(page.number)) before.more.push(page.number);
      }
      const rank = ({ together: whole, file }) => (whole ? 1e4 : 0) + (file.year || 0);
      return [...documents.values()].sort((a, b) => rank(b) - rank(a)).slice(0, most);
    }

    // The numbers of the pages that have a word.
    having(word) {
      const pages = [];
      let page = 0;
      for (let at = this.joined.indexOf(word); at >= 0; at = this.joined.indexOf(word, this.starts[page + 1])) {
        while (page + 1 < this.starts.length && this.starts[page + 1] <= at) page += 1;
        pages.push(page);
        if (page + 1 === this.starts.length) break;
      }
      return pages;
    }
  }

  globalThis.prongsaiHeld = Held;
})();
