// Texts as they are compared: what looks the same to a reader, or means the same, is the same here.
// The compiler does likewise (prongsai/thai/matching.py); tests/search/folding.json holds both to it.
(() => {
  const LETTER = /[\p{L}\p{M}\p{N}]/u;
  const DIGIT = /\p{Nd}/u;
  const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

  // What each letter is. A vowel or a tone stands above or below its consonant.
  const [OUT, KEPT, NUMBER, DOT, VOWEL, TONE, SIGN, UNSEEN] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [E, AE, AA, AM, NIKHAHIT, DO, TO] = [0xe40, 0xe41, 0xe32, 0xe33, 0xe4d, 0xe0e, 0xe0f];
  // How many marks in a row are put in order.
  const FAR = 8;
  const kinds = new Uint8Array(0x80);
  const thai = new Uint8Array(0x80);
  for (let code = 0; code < 0x80; code += 1) {
    const letter = String.fromCharCode(code);
    kinds[code] = /[0-9]/.test(letter) ? NUMBER : letter === "." ? DOT : LETTER.test(letter) ? KEPT : OUT;
    const other = String.fromCharCode(0xe00 + code);
    thai[code] = DIGIT.test(other) ? NUMBER : LETTER.test(other) ? KEPT : OUT;
    if (/[\u0e31\u0e34-\u0e3a\u0e47]/.test(other)) thai[code] = VOWEL;
    if (/[\u0e48-\u0e4c]/.test(other)) thai[code] = TONE;
    if (/[\u0e4d\u0e4e]/.test(other)) thai[code] = SIGN;
    if (/[ฯๆ]/.test(other)) thai[code] = OUT;
  }
  const isVowel = (code) => code >> 7 === 0x1c && thai[code & 0x7f] === VOWEL;
  const isAbove = (code) => code >> 7 === 0x1c && thai[code & 0x7f] === TONE;
  const isTone = (code) => isAbove(code) && code !== 0xe4c;

  // Adds a letter where it belongs: vowels before tones, tones before the vowel am, a mark once.
  function add(out, at, code, place, kind) {
    const last = out.length - 1;
    const insert = (index) => {
      out.splice(index, 0, code);
      at.splice(index, 0, place);
    };
    if (code === E && out[last] === E) out[last] = AE;
    else if (code === AA && last >= 0 && (isTone(out[last]) || out[last] === NIKHAHIT)) {
      let from = last;
      while (from >= 0 && last - from < FAR && isTone(out[from])) from -= 1;
      if (out[from] !== NIKHAHIT) return insert(out.length);
      const [start] = at.splice(from, 1);
      out.splice(from, 1);
      out.push(AM);
      at.push(start);
    } else if (kind === TONE && code !== 0xe4c && out[last] === AM) {
      if (out[last - 1] !== code) insert(isTone(out[last - 1]) ? out.length : last);
    } else if (kind === VOWEL) {
      let index = out.length;
      while (index > 0 && out.length - index < FAR && isAbove(out[index - 1])) index -= 1;
      // A vowel stands there already: then a consonant was left out between.
      if (out[index - 1] !== code) insert(isVowel(out[index - 1]) ? out.length : index);
    } else if (kind <= KEPT || out[last] !== code) {
      out.push(code);
      at.push(place);
    }
    return undefined;
  }

  // Every script has its ten digits in a row, zero first.
  function ascii(code) {
    let zero = code;
    while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return 0x30 + code - zero;
  }

  // A letter that is neither Thai nor ASCII, as its compatible forms without accents.
  function* compatible(code) {
    for (const part of String.fromCodePoint(code).normalize("NFKD").toLowerCase().normalize("NFKD")) {
      if (/\p{M}/u.test(part)) continue;
      const kind = INVISIBLE.test(part) ? UNSEEN : part === "." ? DOT : DIGIT.test(part) ? NUMBER : LETTER.test(part) ? KEPT : OUT;
      yield [part.codePointAt(0), kind];
    }
  }

  // The comparable form of a text (in NFC), and for each of its letters the place in the text that it came from.
  function fold(text) {
    const out = [];
    const at = [];
    let digitBefore = false;
    let dot = -1;
    const take = (code, kind, place) => {
      if (kind === UNSEEN) return;
      if (kind === NUMBER) {
        if (dot >= 0) add(out, at, 0x2e, dot, KEPT);
        add(out, at, code < 0x80 ? code : ascii(code), place, KEPT);
      } else if (code > 0xffff && kind === KEPT) {
        for (const half of String.fromCodePoint(code).split("")) add(out, at, half.charCodeAt(0), place, KEPT);
      } else if (kind > DOT || kind === KEPT) add(out, at, code === DO ? TO : code, place, kind);
      dot = kind === DOT && digitBefore ? place : -1;
      digitBefore = kind === NUMBER;
    };
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code < 0x80) take(code > 0x40 && code < 0x5b ? code + 0x20 : code, kinds[code], place);
      else if (code >> 7 === 0x1c) take(code, thai[code & 0x7f], place);
      else {
        const whole = text.codePointAt(place);
        for (const [part, kind] of compatible(whole)) take(part, kind, place);
        if (whole > 0xffff) place += 1;
      }
    }
    return { plain: letters(out), at };
  }

  function letters(codes) {
    let text = "";
    for (let from = 0; from < codes.length; from += 4096) text += String.fromCharCode(...codes.slice(from, from + 4096));
    return text;
  }

  // The stretch of a text that folds to the letters from `start` to `end`; no cluster is cut.
  function stretch(text, at, start, end) {
    const places = at.slice(start, end);
    let from = Math.min(...places);
    let to = Math.max(...places) + 1;
    const belongs = (index) => index < text.length && /[\p{M}\u0e33\udc00-\udfff]/u.test(text[index]);
    while (from > 0 && belongs(from)) from -= 1;
    // The vowel am may stand there in two signs.
    const endsAm = () => text.charCodeAt(to) === AA && /\u0e4d[\u0e48-\u0e4b]*$/.test(text.slice(from, to));
    while (belongs(to) || endsAm()) to += 1;
    return [from, to];
  }

  globalThis.prongsaiText = { fold, plain: (text) => fold(text.normalize("NFC")).plain, stretch };
})();
