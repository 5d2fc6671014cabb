// Texts as they are compared: what looks or sounds the same to a reader is the same here.
// The compiler does likewise (prongsai/thai/matching.py); tests/search/folding.json holds both to it.
(() => {
  const LETTER = /[\p{L}\p{M}\p{N}]/u;
  const DIGIT = /\p{Nd}/u;
  const VOWEL = /[\u0e31\u0e34-\u0e3a\u0e47]/;
  const TONE = /[\u0e48-\u0e4b]/;
  const ABOVE = /[\u0e48-\u0e4c]/;
  const MARK = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;
  const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
  const NIKHAHIT = "\u0e4d";
  const AA = "\u0e32";
  const AM = "\u0e33";

  // The letters of a text that count, each with its place in the text.
  function* letters(text) {
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at);
      const letter = String.fromCodePoint(code);
      const simple = code === 0xe33 || (code > 0xe00 && code < 0xe80) || code < 0x80;
      for (const part of simple ? letter.toLowerCase() : letter.normalize("NFKC").toLowerCase()) yield [part, at];
      at += letter.length;
    }
  }

  const ascii = (digit) => {
    const code = digit.codePointAt(0);
    if (code < 0x80) return digit;
    // Every script has its ten digits in a row, zero first.
    let zero = code;
    while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  };

  // Adds a letter where it belongs: vowels before tones, tones before the vowel am, a mark once.
  function add(out, at, letter, place) {
    const last = out.length - 1;
    const insert = (index) => {
      out.splice(index, 0, letter);
      at.splice(index, 0, place);
    };
    if (letter === "เ" && out[last] === "เ") out[last] = "แ";
    else if (letter === AA) {
      let from = last;
      while (from >= 0 && TONE.test(out[from])) from -= 1;
      if (out[from] === NIKHAHIT) {
        const [, ...tones] = out.splice(from);
        const [start, ...places] = at.splice(from);
        out.push(...tones, AM);
        at.push(...places, start);
      } else insert(out.length);
    } else if (TONE.test(letter) && out[last] === AM) {
      if (out[last - 1] !== letter) insert(last);
    } else if (VOWEL.test(letter)) {
      let index = out.length;
      while (index > 0 && ABOVE.test(out[index - 1])) index -= 1;
      // A vowel stands there already: then a consonant was left out between.
      if (out[index - 1] !== letter) insert(VOWEL.test(out[index - 1] || "") ? out.length : index);
    } else if (!(MARK.test(letter) && out[last] === letter)) insert(out.length);
  }

  // The comparable form of a text (in NFC), and for each of its letters the place in the text that it came from.
  function fold(text) {
    const out = [];
    const at = [];
    let digitBefore = false;
    let dot = -1;
    for (const [letter, place] of letters(text)) {
      if (INVISIBLE.test(letter)) continue;
      const digit = DIGIT.test(letter);
      if (digit && dot >= 0) add(out, at, ".", dot);
      dot = letter === "." && digitBefore ? place : -1;
      digitBefore = digit;
      if (digit) add(out, at, ascii(letter), place);
      else if (letter === "ฎ") add(out, at, "ฏ", place);
      else if (LETTER.test(letter) && letter !== "ฯ" && letter !== "ๆ") add(out, at, letter, place);
    }
    return { plain: out.join(""), at };
  }

  // The stretch of a text that folds to the letters from `start` to `end`; no cluster is cut.
  function stretch(text, at, start, end) {
    const places = at.slice(start, end);
    let from = Math.min(...places);
    let to = Math.max(...places) + 1;
    const belongs = (index) => index < text.length && (MARK.test(text[index]) || text[index] === AM || /\p{M}/u.test(text[index]));
    while (from > 0 && belongs(from)) from -= 1;
    while (belongs(to)) to += 1;
    if (/[\udc00-\udfff]/.test(text[to] || "")) to += 1;
    return [from, to];
  }

  globalThis.prongsaiText = { fold, plain: (text) => fold(text.normalize("NFC")).plain, stretch };
})();
