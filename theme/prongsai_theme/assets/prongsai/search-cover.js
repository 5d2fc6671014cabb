// How much of a query each text, page and group of pages has, letter by letter, and what that is worth.
(() => {
  const { months } = globalThis.prongsaiQuery;
  // What a text found in each field is worth.
  const WORTH = { title: 1, names: 0.97, words: 0.95, near: 0.9, part: 0.85, also: 0.8, asks: 0.65, shown: 0.65, units: 0.55, said: 0.6 };
  const KINDS = { topics: 0.9, front: 0.93, year: 0.93, indicator: 0.95, sub_indicator: 0.95 };
  // So short a word in Latin letters tells something only where a word begins: tor, but not in directions.
  const STUMP = 4;
  // There it stands for many: it counts as so many letters.
  const ABBREVIATED = 5;
  const COMMON = 0.15;
  // A month tells more of when than of what.
  const MONTH = 0.4;
  // A text of such worth that begins with a word makes sure that the word is no slip.
  const STRONG = 0.8;
  // What has not all words but scores so much of what has them is shown too, where that is less than so many.
  const STANDING = 0.6;
  const FEW = 5;
  const LESS = 0.9;
  // So much has what says it all in a name; and so much of a query is something of it.
  const OUTRIGHT = 0.9;
  const NAMES = ["title", "names"];
  const SOME = 0.3;
  const LIKE = { equal: 0.85, start: 0.8, inside: 0.75 };
  // What a likeness or a part is worth where the word is found as it is written.
  const KNOWN = 0.35;
  // What a part of a keyword tells, beside one that is typed as a whole.
  const PART = 0.9;
  const KEYWORDS = ["words", "near", "part", "also"];
  // A stretch so long, that only one page of a topic has, tells which of its years is meant.
  const OWN = 5;
  // Stretches that stand in one text, one by one, tell more than the same in several: so much of a query, in
  // stretches of so many letters, is worth so much.
  const TELLING = ["title", "names", "part", "shown", "said"];
  const ONE_TEXT = { share: 0.9, letters: 4, worth: 0.3 };
  // What one page alone says, in so many letters, is meant, if nothing is called so.
  const SAYS = ["shown", "said"];
  const CALLED = ["title", "names", "words", "near", "part"];
  const SENTENCE = 8;
  const TOLD = 1;
  const LIKE_BONUS = { equal: 0.4, start: 0.15, inside: 0.05 };

  // A query's words one after the other, and what each letter of them counts.
  class Asked {
    constructor(words, common) {
      this.plain = words.join("");
      this.common = common;
      this.words = [];
      let start = 0;
      for (const word of words) {
        this.words.push({ start, end: start + word.length, worth: 0, sure: false, common: common.has(word) });
        start += word.length;
      }
      this.solid = new Uint8Array(this.plain.length);
      for (const [at, word] of this.words.entries()) word.common = word.common || this.saysNothing(words[at]);
      if (this.words.every((word) => word.common)) for (const word of this.words) word.common = false;
    }

    // Whether nothing but common words make up a word: คืออะไร, มีอะไรบ้าง.
    saysNothing(word) {
      const ends = [true];
      for (let at = 0; at < word.length; at += 1) {
        if (ends[at]) for (const common of this.common) if (word.startsWith(common, at)) ends[at + common.length] = true;
      }
      return Boolean(ends[word.length]);
    }

    // What makes up a whole text of the index tells something, whatever words are in it.
    isSolid(start, length) {
      if (!this.common.has(this.plain.slice(start, start + length))) this.solid.fill(1, start, start + length);
    }

    // A word, and what is left of it without common words at its ends.
    cores({ start, end }) {
      const from = [start, end];
      const shorter = () => {
        for (const common of this.common) {
          if (common.length < 2 || to - at - common.length < 4) continue;
          if (this.plain.startsWith(common, at) && at + common.length < to) return [at + common.length, to];
          if (this.plain.slice(at, to).endsWith(common)) return [at, to - common.length];
        }
        return null;
      };
      let [at, to] = from;
      for (let next = shorter(); next; next = shorter()) [at, to] = next;
      return at === start && to === end ? [from] : [from, [at, to]];
    }

    isWord(start, length) {
      return this.words.some((word) => word.start === start && word.end === start + length);
    }

    // Words that tell nothing count little; inside a word too, where it is not known as a whole.
    weights() {
      const weights = new Float64Array(this.plain.length).fill(1);
      for (const { start, end, worth, common } of this.words) {
        if (common) weights.fill(COMMON, start, end);
        else if (months.has(this.plain.slice(start, end)) && this.words.length > 1) weights.fill(MONTH, start, end);
        else if (end - start <= STUMP && /^[a-z]|^[ก-ฮ]{2,4}$/.test(this.plain.slice(start, end))) weights.fill(ABBREVIATED / (end - start), start, end);
        else if (!worth) {
          const text = this.plain.slice(start, end);
          for (const word of this.common) {
            for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
              const [from, to] = [start + at, start + at + word.length];
              if (!this.solid.subarray(from, to).every(Boolean)) weights.fill(COMMON, from, to);
            }
          }
          if (weights.slice(start, end).every((weight) => weight === COMMON)) weights.fill(1, start, end);
        }
      }
      return weights;
    }
  }

  // How much of a query each group has, letter by letter.
  class Cover {
    constructor(asked, groups) {
      this.asked = asked;
      this.size = asked.plain.length;
      // From what is a word by itself, and from other parts of words.
      this.best = new Float32Array(groups * this.size);
      this.part = new Float32Array(groups * this.size);
      this.longest = new Float32Array(groups);
      this.hits = [];
      // What each text has of a query, and where it stands.
      this.inText = new Map();
      // What pages have by themselves, and what all pages of their group have.
      this.own = new Map();
    }

    add(start, length, text, place, whole, use) {
      const { size, asked } = this;
      const row = use.group.at * size;
      // The name of a unit is the title of what stands about it.
      const unit = length === whole && use.group.kind === "units" && use.part;
      const worth = unit ? WORTH.title : use.worth || WORTH[use.field];
      const end = start + length;
      const solid = length === whole && worth >= STRONG;
      if (solid) asked.isSolid(start, length);
      if (length >= ONE_TEXT.letters && TELLING.includes(use.field)) this.tell(start, end, text, use);
      if (length >= OWN && use.group.pages.length > 1) this.mark(use.page || use.group, start, end);
      for (const word of asked.words) {
        const from = Math.max(start, word.start);
        const to = Math.min(end, word.end);
        if (from >= to) continue;
        const entire = to - from === word.end - word.start;
        if (entire) {
          word.worth = Math.max(word.worth, worth);
          if (worth >= STRONG && place + from - start === 0) word.sure = true;
        }
        const best = entire || solid ? this.best : this.part;
        const part = length === whole || !KEYWORDS.includes(use.field) ? 1 : PART;
        const value = worth * part * (0.5 + (0.5 * (to - from)) / (word.end - word.start));
        for (let at = from; at < to; at += 1) if (best[row + at] < value) best[row + at] = value;
      }
      const kind = (length === whole ? 0.6 : place === 0 ? 0.3 : 0.2) + (0.15 * length) / whole;
      this.keep(start, end, text, use, worth, kind);
    }

    tell(start, end, text, use) {
      let one = this.inText.get(text);
      if (!one) this.inText.set(text, (one = { has: new Uint8Array(this.size), uses: new Set() }));
      one.has.fill(1, start, end);
      one.uses.add(use);
    }

    // A group gains where one of its texts has nearly all, in pieces.
    together(top, weights, total) {
      for (const { has, uses } of this.inText.values()) {
        const share = has.reduce((sum, one, at) => sum + one * weights[at], 0) / total;
        for (const use of share < ONE_TEXT.share ? [] : uses) {
          const found = top.get(use.group);
          const bonus = (ONE_TEXT.worth * WORTH[use.field] * (share - ONE_TEXT.share)) / (1 - ONE_TEXT.share);
          if (found) found.bonus = Math.max(found.bonus, bonus);
        }
      }
    }

    // The only group that says all of it in its own words, where nothing is called so.
    told(sums, total) {
      const whole = this.hits.filter(({ start, end }) => end - start >= SENTENCE && (sums[end] - sums[start]) / total > 0.99);
      if (whole.some(({ use }) => CALLED.includes(use.field))) return null;
      const says = new Set(whole.filter(({ use }) => SAYS.includes(use.field)).map(({ use }) => use.group));
      return says.size === 1 ? [...says][0] : null;
    }

    mark(owner, start, end) {
      let own = this.own.get(owner);
      if (!own) this.own.set(owner, (own = new Uint8Array(this.size)));
      own.fill(1, start, end);
    }

    // The page of a group that alone has a good part of what was asked for; the newest where none has.
    meant(group, telling) {
      const all = this.own.get(group);
      const more = (page) => {
        const own = this.own.get(page);
        return own ? own.reduce((sum, has, at) => sum + (has && telling[at] && !(all && all[at]) ? 1 : 0), 0) : 0;
      };
      const pages = group.pages.map((page) => [page, more(page)]).sort(([, one], [, other]) => other - one);
      return pages.length > 1 && pages[0][1] >= OWN + more(group.pages[0]) ? pages[0][0] : null;
    }

    // Of the many short stretches only the best of each group can matter.
    keep(start, end, text, use, worth, kind) {
      const value = (end - start) * worth;
      const group = use.group.at;
      if (2 * (end - start) >= this.size || value > this.longest[group]) this.hits.push({ start, end, text, use, worth, kind });
      if (value > this.longest[group]) this.longest[group] = value;
    }

    addLike(start, end, text, how, use, part) {
      const worth = WORTH[use.field] * part;
      const value = worth * LIKE[how];
      const row = use.group.at * this.size;
      for (let at = start; at < end; at += 1) if (this.best[row + at] < value) this.best[row + at] = value;
      this.keep(start, end, text, use, worth, LIKE_BONUS[how]);
    }

    // What a part of a word is worth: little where the whole word is somewhere.
    merge(groups) {
      for (const { start, end, worth } of this.asked.words) {
        const factor = worth ? KNOWN : 1;
        for (let row = 0; row < groups * this.size; row += this.size) {
          for (let at = row + start; at < row + end; at += 1) this.best[at] = Math.max(this.best[at], factor * this.part[at]);
        }
      }
    }

    scores(groups, texts) {
      this.merge(groups.length);
      const weights = this.asked.weights();
      const telling = weights.map((weight) => (weight > COMMON ? 1 : 0));
      const needed = telling.reduce((sum, one) => sum + one, 0);
      this.rarer(weights, groups.length);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const sums = new Float64Array(this.size + 1);
      for (let at = 0; at < this.size; at += 1) sums[at + 1] = sums[at] + weights[at];
      const told = this.told(sums, total);
      const top = new Map();
      for (const hit of this.hits) {
        const share = (sums[hit.end] - sums[hit.start]) / total;
        const bonus = this.bonus(hit, share);
        const shown = share * hit.worth + bonus;
        const before = top.get(hit.use.group);
        if (!before) top.set(hit.use.group, { bonus, shown, hit });
        else {
          before.bonus = Math.max(before.bonus, bonus);
          if (shown > before.shown || (shown === before.shown && newer(hit.use, before.hit.use))) Object.assign(before, { shown, hit });
        }
      }
      this.together(top, weights, total);
      if (top.has(told)) top.get(told).bonus = Math.max(top.get(told).bonus, TOLD);
      const found = [];
      for (const [group, { bonus, hit }] of top) {
        const row = group.at * this.size;
        let score = 0;
        let covered = 0;
        for (let at = 0; at < this.size; at += 1) {
          score += weights[at] * this.best[row + at];
          if (this.best[row + at]) covered += telling[at];
        }
        score = (score / total + bonus) * (KINDS[group.kind] || 1);
        // So much is told of measures that any words stand somewhere: those that stand together tell more.
        if (group.kind === "measures") score *= 0.85 + 0.15 * Math.min(1, this.longest[group.at] / this.size / WORTH.said);
        const share = covered / needed;
        const words = this.wordShare(row, telling);
        found.push({ group, score, share, words, every: share === 1 || words === 1, hit: { ...hit.use, text: texts[hit.text], meant: this.meant(group, telling) } });
      }
      return this.enough(found);
    }

    // Of how many of the words that tell something the better part is there.
    wordShare(row, telling) {
      const words = this.asked.words.filter(({ common }) => !common);
      const there = words.filter(({ start, end }) => {
        let having = 0;
        for (let at = start; at < end; at += 1) if (this.best[row + at] || !telling[at]) having += 1;
        return having >= 0.6 * (end - start);
      });
      return words.length ? there.length / words.length : 1;
    }

    // Letters that few groups have tell more.
    rarer(weights, groups) {
      for (let at = 0; at < this.size; at += 1) {
        let having = 0;
        for (let group = 0; group < groups; group += 1) if (this.best[group * this.size + at]) having += 1;
        if (having) weights[at] *= 0.4 + (0.6 * Math.log(1 + groups / having)) / Math.log(1 + groups);
      }
    }

    // A text that is, begins with or holds all that was asked for.
    bonus({ worth, kind }, share) {
      return share < 0.8 ? 0 : (worth * kind * (share - 0.8)) / 0.2;
    }

    // What has all words; where nothing has, what comes near. Few that have all, in running text maybe, do not
    // shut out what has a good part of them in its title or among its words; many do, but not what is better.
    enough(found) {
      const near = !found.some((one) => one.share >= 0.995);
      const enough = (one) => (near ? one.share >= 0.7 : one.every && one.share >= 0.9);
      const kept = found.filter(enough);
      const best = Math.max(0, ...kept.map((one) => one.score));
      const least = (kept.length < FEW ? STANDING : 1 / LESS) * best;
      const more = found.filter((one) => !enough(one) && Math.max(one.share, one.words) >= (kept.length ? 0.4 : 0.5) && one.score > least);
      for (const one of more) kept.push({ ...one, score: LESS * one.score });
      // Something of it is better than nothing.
      if (!kept.length) return { near, found: found.filter((one) => one.words >= SOME && one.share >= SOME) };
      return { near, found: [...kept, ...this.beside(found, kept)] };
    }

    // Where a few were found and none is called so, what has the next most of it stands below them.
    beside(found, kept) {
      const scores = kept.map((one) => one.score);
      if (!kept.length || kept.length >= FEW || kept.some((one) => one.score >= OUTRIGHT && NAMES.includes(one.hit.field))) return [];
      const had = new Set(kept.map((one) => one.group));
      const others = found.filter((one) => !had.has(one.group) && Math.max(one.share, one.words) >= SOME);
      others.sort((one, other) => other.score - one.score);
      const below = Math.min(...scores);
      return others.slice(0, FEW - kept.length).map((one) => ({ ...one, beside: true, score: Math.min(one.score, below) * STANDING }));
    }
  }

  const newer = (one, other) => ((one.page && one.page.year) || 0) > ((other.page && other.page.year) || 0);

  globalThis.prongsaiCover = { Asked, Cover, STUMP, KNOWN };
})();
