// Finds what a query and many texts have in common: every stretch of letters, however short of the whole.
// An index of pairs of letters makes it quick; nothing is cut into words, on which browsers disagree.
(() => {
  const OTHER = 255;

  class Runs {
    constructor() {
      this.starts = [];
      this.letters = [];
      this.codes = new Map([["\n", 0]]);
    }

    // Takes a text in its comparable form; returns its number.
    add(plain) {
      this.starts.push(this.letters.length);
      for (const letter of plain.split("")) this.letters.push(this.code(letter, true));
      this.letters.push(0);
      return this.starts.length - 1;
    }

    code(letter, learn) {
      let code = this.codes.get(letter);
      if (code === undefined && learn) this.codes.set(letter, (code = Math.min(this.codes.size, OTHER)));
      return code === undefined ? -1 : code;
    }

    // Where each pair of letters stands, in the order of the texts; a counting sort.
    finish() {
      this.starts = Int32Array.from([...this.starts, this.letters.length]);
      this.letters = Uint8Array.from(this.letters);
      const { letters } = this;
      this.wide = Math.min(this.codes.size, OTHER + 1);
      const from = new Int32Array(this.wide * this.wide + 1);
      const pairs = letters.length - 1;
      for (let at = 0; at < pairs; at += 1) from[letters[at] * this.wide + letters[at + 1] + 1] += 1;
      for (let pair = 1; pair < from.length; pair += 1) from[pair] += from[pair - 1];
      const next = from.slice();
      this.places = new Int32Array(Math.max(pairs, 0));
      for (let at = 0; at < pairs; at += 1) this.places[next[letters[at] * this.wide + letters[at + 1]]++] = at;
      this.from = from;
      this.owners = new Int32Array(letters.length);
      for (let text = 0; text < this.starts.length - 1; text += 1) this.owners.fill(text, this.starts[text], this.starts[text + 1]);
    }

    length(text) {
      return this.starts[text + 1] - this.starts[text] - 1;
    }

    // Calls `found(start in the query, length, text, start in the text)` for each longest common stretch of
    // at least `least(start, length)` letters; of two letters at the very least.
    find(plain, found, least) {
      const query = plain.split("").map((letter) => this.code(letter, false));
      let ends = new Int32Array(0);
      let lengths = new Int32Array(0);
      const tell = (at, end, length) => {
        const start = at - length;
        if (!least(start, length)) return;
        const text = this.owners[end];
        found(start, length, text, end - length + 1 - this.starts[text]);
      };
      for (let at = 1; at <= query.length; at += 1) {
        // Stretches that end before query[at] and go on with it.
        const pair = at < query.length && query[at - 1] > 0 && query[at] > 0 ? query[at - 1] * this.wide + query[at] : -1;
        const first = pair < 0 ? 0 : this.from[pair];
        const many = pair < 0 ? 0 : this.from[pair + 1] - first;
        const newEnds = new Int32Array(many);
        const newLengths = new Int32Array(many);
        let old = 0;
        for (let one = 0; one < many; one += 1) {
          const place = this.places[first + one];
          while (old < ends.length && ends[old] < place) tell(at, ends[old], lengths[old++]);
          const goesOn = old < ends.length && ends[old] === place;
          newEnds[one] = place + 1;
          newLengths[one] = goesOn ? lengths[old++] + 1 : 2;
        }
        while (old < ends.length) tell(at, ends[old], lengths[old++]);
        ends = newEnds;
        lengths = newLengths;
      }
    }

    // Calls `found(text, how)` for each text that holds a word with one letter wrong, missing, too many or
    // swapped with its neighbour: `how` is "equal", "start" or "inside". Words of up to 31 letters.
    near(plain, found) {
      const word = plain.split("").map((letter) => this.code(letter, false));
      const size = word.length;
      if (size > 31) return;
      const masks = new Int32Array(OTHER + 1);
      word.forEach((code, at) => {
        if (code > 0) masks[code] |= 1 << at;
      });
      const done = 1 << (size - 1);
      const { letters, starts } = this;
      for (let text = 0; text < starts.length - 1; text += 1) {
        const end = starts[text + 1] - 1;
        if (end - starts[text] < size - 1) continue;
        // Bit n of a state: the first n + 1 letters of the word end here, with no slip or with one.
        let clean = 0;
        let older = 0;
        let slip = 1;
        let before = 0;
        let last = -1;
        let first = -1;
        for (let at = starts[text]; at < end; at += 1) {
          const mask = masks[letters[at]];
          const next = ((clean << 1) | 1) & mask;
          const swapped = ((older << 2) | 2) & masks[before] & (mask << 1);
          slip = (((slip << 1) | 1) & mask) | (clean << 1) | (next << 1) | 1 | clean | (at > starts[text] ? swapped : 0);
          older = clean;
          clean = next;
          before = letters[at];
          if (slip & done) {
            last = at;
            if (first < 0) first = at;
          }
        }
        if (last < 0) continue;
        const whole = end - starts[text];
        if (last === end - 1 && Math.abs(whole - size) <= 1) found(text, "equal");
        else found(text, first - starts[text] < size + 1 && first - starts[text] >= size - 2 ? "start" : "inside");
      }
    }
  }

  globalThis.prongsaiRuns = Runs;
})();
