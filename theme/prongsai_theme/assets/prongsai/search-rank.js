// Ranks what a query leads to. Pages about one topic, or of one kind, stand together and count as one.
(() => {
  const { plain } = globalThis.prongsaiText;
  const { understand } = globalThis.prongsaiQuery;
  const Runs = globalThis.prongsaiRuns;

  // What a text found in each field is worth.
  const WORTH = { title: 1, names: 0.97, words: 0.95, near: 0.9, part: 0.85, also: 0.8, asks: 0.62, shown: 0.6, units: 0.55, said: 0.45 };
  const FIELDS = ["names", "words", "near", "also", "asks", "shown", "units", "said"];
  const TOGETHER = ["year", "assess", "measures", "scores"];
  const KINDS = { topics: 0.9, front: 0.93, year: 0.93, indicator: 0.95, sub_indicator: 0.95 };
  const SHORTEST = 3;
  // So short a word in Latin letters tells something only where a word begins: tor, but not in directions.
  const STUMP = 4;
  // There it stands for many: it counts as so many letters.
  const ABBREVIATED = 5;
  const COMMON = 0.15;
  // A text of such worth that begins with a word makes sure that the word is no slip.
  const STRONG = 0.8;
  // What has not all words but scores so much of what has them is shown too, where that is less than so many.
  const STANDING = 0.6;
  const FEW = 5;
  const LESS = 0.9;
  const LIKE = { equal: 0.85, start: 0.8, inside: 0.75 };
  // What a likeness or a part is worth where the word is found as it is written.
  const KNOWN = 0.35;
  const LIKE_BONUS = { equal: 0.4, start: 0.15, inside: 0.05 };

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
      const { pages, topics, kinds, common } = this.data;
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
        this.text(part.title, { group, page, part, field: "part" });
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

    // The results for a query, best first.
    find(query) {
      const asked = understand(query, this.years, this.indicators);
      const found = new Map();
      const put = (group, score, hit = null) => {
        const before = found.get(group);
        if (!before || before.score < score) found.set(group, { group, score, hit: hit || (before && before.hit) });
      };
      let near = false;
      if (asked.words.length) {
        const likely = this.byWords(asked.words);
        near = likely.near;
        for (const { group, score, hit } of likely.found) put(group, score, hit);
      }
      if (asked.code || asked.number) this.byCode(asked, put, found);
      if (asked.year && !asked.words.length && !asked.code && !asked.number) this.byYear(put);
      const results = [...found.values()].map((one) => this.result(one, asked));
      return { asked, near: near && !asked.code && !asked.number, results: results.sort((a, b) => b.score - a.score || (b.page.year || 0) - (a.page.year || 0) || a.group.at - b.group.at) };
    }

    byCode({ code, number, year }, put, found) {
      const wanted = code || number;
      const more = (group) => (found.has(group) ? found.get(group).score : 0);
      for (const group of this.groups) {
        for (const page of group.pages) {
          if (page.code === wanted) put(group, (year && page.year !== year ? 4 : 10) + more(group), { page, exact: true });
          else if (code && page.code && page.code.startsWith(code) && !found.has(group)) put(group, 4 - 0.01 * Number(page.code.slice(1)), { page });
          for (const part of page.parts || []) {
            if ((part.codes || []).includes(wanted)) put(group, (group.kind === "scores" ? 6 : 5) + more(group), { page, part });
          }
        }
        if (code && code[0] !== "o" && group.kind === "scores") put(group, 3);
        if (number && Number(number) < 9 && group.kind === "scores") put(group, 5.5);
      }
    }

    byYear(put) {
      for (const group of this.groups) if (TOGETHER.includes(group.kind)) put(group, 5 - TOGETHER.indexOf(group.kind));
    }

    // Which page of a group to show, for a year that was asked for or for what was found in it.
    result({ group, score, hit }, { year }) {
      const ofYear = year && group.pages.find((page) => page.year === year);
      const hitPage = hit && hit.page !== group.whole ? hit.page : null;
      const page = (hit && hit.exact && hitPage) || ofYear || hitPage || group.pages[0] || group.whole;
      if (year && group.pages.some((one) => one.year) && !ofYear) score *= 0.4;
      if (page.empty) score *= 0.9;
      const here = hit && (!hitPage || hitPage === page) ? hit : null;
      const others = group.pages.filter((one) => one !== page);
      return { group, page, others, whole: others.length ? group.whole : null, score, hit: here };
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
        else if (end - start <= STUMP && /^[a-z]/.test(this.plain.slice(start, end))) weights.fill(ABBREVIATED / (end - start), start, end);
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
    }

    add(start, length, text, place, whole, use) {
      const { size, asked } = this;
      const row = use.group.at * size;
      // The name of a unit is the title of what stands about it.
      const unit = length === whole && use.group.kind === "units" && use.part;
      const worth = unit ? WORTH.title : WORTH[use.field];
      const end = start + length;
      const solid = length === whole && worth >= STRONG;
      if (solid) asked.isSolid(start, length);
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
        const value = worth * (0.5 + (0.5 * (to - from)) / (word.end - word.start));
        for (let at = from; at < to; at += 1) if (best[row + at] < value) best[row + at] = value;
      }
      const kind = (length === whole ? 0.6 : place === 0 ? 0.3 : 0.2) + (0.15 * length) / whole;
      this.keep(start, end, text, use, worth, kind);
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
        found.push({ group, score, share, words, every: share === 1 || words === 1, hit: { ...hit.use, text: texts[hit.text] } });
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
    // shut out what has a good part of them in its title or among its words.
    enough(found) {
      const near = !found.some((one) => one.share >= 0.995);
      const enough = (one) => (near ? one.share >= 0.7 : one.every && one.share >= 0.9);
      const kept = found.filter(enough);
      const least = STANDING * Math.max(0, ...kept.map((one) => one.score));
      const more = found.filter((one) => !enough(one) && Math.max(one.share, one.words) >= (kept.length ? 0.4 : 0.5) && one.score > least);
      if (kept.length < FEW) for (const one of more) kept.push({ ...one, score: LESS * one.score });
      return { near, found: kept };
    }
  }

  const newer = (one, other) => ((one.page && one.page.year) || 0) > ((other.page && other.page.year) || 0);

  globalThis.prongsaiFinder = Finder;
})();
