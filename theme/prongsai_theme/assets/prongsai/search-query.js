// What a query asks for: a year, an item's code, an indicator's number, and words.
(() => {
  const { plain } = globalThis.prongsaiText;
  const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const LETTERS = { โอ: "o", ไอ: "i", อี: "e", 0: "o" };
  const ITEM = "(?:ข้อ(?:ที่)?|หัวข้อ(?:ที่)?|item)";
  const LETTER = "(o|i|e|0|โอ|ไอ|อี)";
  // The whole query is a code: o12, 012, ข้อ 12, OIT 12, 12.
  const ALONE = new RegExp(`^(oit)?[\\s.:-]*(?:${ITEM}\\s*)?${LETTER}?[\\s.-]*0*([1-9]\\d{0,2})$`);
  // A code among words.
  const AMONG = new RegExp(`(?:^|[^a-z0-9.])(?:${ITEM}\\s*${LETTER}?\\s*|oit[\\s.:-]*${LETTER}?[\\s.-]*|([oie])[\\s-]?|(?<![ก-๎])(โอ|ไอ|อี)[\\s-]?)0*([1-9]\\d?)(?![\\d.]*\\d|[a-z])`);
  const NUMBER = /(?:ตัวชี้วัด(?:ย่อย)?|indicator)\s*(?:ที่)?\s*(\d{1,2}(?:\.\d{1,2})?)(?![\d.]*\d)/;
  // An indicator's number in front: 9.4 บริหารงานบุคคล.
  const NUMBER_FIRST = /^(\d{1,2}\.\d{1,2})\s+(?=[ก-๎a-z])/;
  const NUMBER_ALONE = /^\d{1,2}\.\d{1,2}$/;
  const YEAR_WORDS = "(?:ปีงบประมาณ|ปีงบ|ปี|พ\\.?\\s?ศ\\.?|fy|fiscal year|year)?\\s*(?:พ\\.?\\s?ศ\\.?)?\\s*";

  // Months as they are shortened, in the order of the calendar, and what stands in full.
  const SHORT = "มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค".split(" ");
  const FULL = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(" ");
  const dotted = (short) => [...short.matchAll(/[ก-ฮเ][ิ-ื]?/g)].join("\\.?\\s?");
  const spoken = (full) => full.replace(/(คม|ยน|พันธ์)$/, "(?:$1)?");
  const MONTH = new RegExp(`(?<![ก-๎])(?:เดือน\\s*)?(?:${SHORT.map((short, at) => `(${dotted(short)}|${spoken(FULL[at])})`).join("|")})\\.?(?![ก-๎])\\s*(?:ปี|พ\\.?\\s?ศ\\.?)?\\s*((?:25)?\\d\\d(?!\\d))?`);
  const OCTOBER = 9;
  // Two digits at the end are a year, unless they count something.
  const LAST = /(?<!(?:(?:ข้อ|หมู่|ครั้ง|อันดับ|ลำดับ|มาตรา|มาตรการ|ตัวชี้วัด)(?:ที่)?|item|no\.?|(?<![a-z])[oie]|[.\d/-])\s*)(\d\d)$/;

  // What was said beside a year that is taken: เทียบ 66 กับ (67).
  const AND_YEAR = /(?<![\d.-])(?:25)?\d\d\s*(?:กับ|และ|ถึง|หรือ)\s*(?:ปี)?\s*$|(?:กับ|และ|ถึง|หรือ)\s*(?:ปี)?\s*(?:25)?\d\d\s*$/;

  // Numbers in words, behind what says that a code follows: ข้อสี่สิบ, โอ สามสิบสอง.
  const ONES = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า".split(" ");
  const SAID = new RegExp(`(${ITEM}|oit|โอ)\\s*(?:(ยี่|สอง|สาม|สี่|ห้า)?(สิบ))?(เอ็ด|${ONES.slice(1).join("|")})?(?![ก-๎])`);
  function digits(text) {
    const [whole, before, tens, ten, one] = text.match(SAID) || [];
    if (!ten && !one) return text;
    const number = (ten ? 10 * (tens === "ยี่" ? 2 : ONES.indexOf(tens || "หนึ่ง")) : 0) + (one === "เอ็ด" ? 1 : ONES.indexOf(one || "ศูนย์"));
    return text.replace(whole, `${before} ${number}`);
  }

  const simple = (query) => query.normalize("NFKC").replace(INVISIBLE, "").toLowerCase()
    .replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0xe50).replace(/(\d),(?=\d{3}(?!\d))/g, "$1").trim();

  // A month with its year: the fiscal year begins in October. The month stays, in full.
  function takeMonth(text, years) {
    const match = text.match(MONTH);
    const day = match && (text.slice(0, match.index).match(/(?<![\d.])\d{1,2}\s*$/) || [""])[0];
    // Without any of these it may be somebody's abbreviation: ก.พ.
    if (!match || !(day || match[13] || match[0].startsWith("เดือน"))) return [null, text];
    const month = match.slice(1, 13).findIndex(Boolean);
    const of = match[13] ? 2500 + (Number(match[13]) % 100) : null;
    const year = [of && month >= OCTOBER ? of + 1 : of, of].find((one) => years.includes(one)) || null;
    return [year, text.replace(day + match[0], ` ${day.trim()}${FULL[month]} ${year ? "" : match[13] || ""} `).trim()];
  }

  // The year asked for, among those of the site, and the query without it.
  function takeYear(typed, years) {
    const [found, text] = takeMonth(typed, years);
    if (found) return [found, text];
    const patterns = [
      [new RegExp(`${YEAR_WORDS}(?<!\\d)(?<!\\d\\s*[-–]\\s*)(25\\d\\d)(?!\\d|\\s*[-–]\\s*\\d{2})`), (digits) => Number(digits)],
      [/(?:ปีงบประมาณ|ปีงบ|ปี|fy|(?<=งบ))\s*(?:พ\.?\s?ศ\.?\s*)?(\d\d)(?!\d)/, (digits) => 2500 + Number(digits)],
      [new RegExp(`${YEAR_WORDS}(?<!\\d)(20\\d\\d)(?!\\d)`), (digits) => Number(digits) + 543],
      [LAST, (digits) => 2500 + Number(digits)],
    ];
    for (const [pattern, read] of patterns) {
      const match = text.match(pattern);
      const year = match && read(match[1]);
      if (years.includes(year)) return [year, text.replace(match[0], " ").replace(AND_YEAR, " ").trim()];
    }
    return [null, text];
  }

  function takeNumber(text) {
    if (NUMBER_ALONE.test(text)) return [text, ""];
    const match = text.match(NUMBER) || text.match(NUMBER_FIRST);
    return match ? [match[1], text.replace(match[0], " ").trim()] : [null, text];
  }

  function takeCode(text) {
    const alone = text.match(ALONE);
    if (alone) return [(LETTERS[alone[2]] || alone[2] || "o") + alone[3], ""];
    const among = text.match(AMONG);
    if (!among) return [null, text];
    const letter = among.slice(1, 5).find(Boolean) || "o";
    return [(LETTERS[letter] || letter) + among[5], text.replace(among[0], " ").trim()];
  }

  // What somebody does not look for: แผนป้องกันทุจริต ไม่ใช่รายงาน.
  const NOT = /(?<=\S)\s+(?:ไม่ใช่|ไม่เอา)\S+/g;

  const words = (text) => text.replace(/(?<![a-z])([a-z])\s*&\s*([a-z])(?![a-z])/g, "$1&$2").split(/[\s,/|()[\]{}"'“”‘’:;?!]+/).map(plain).filter(Boolean);

  // `words` are in their comparable form; `typed` are those of the whole query. A number that no indicator has
  // (`numbers` are theirs) is a figure that stands somewhere.
  function understand(query, years, numbers) {
    const text = digits(simple(query)).replace(NOT, "");
    const [year, withoutYear] = takeYear(text, years);
    const [taken, rested] = takeNumber(withoutYear);
    const [number, withoutNumber] = NUMBER_ALONE.test(taken) && !numbers.has(taken) ? [null, withoutYear] : [taken, rested];
    const [code, rest] = number ? [null, withoutNumber] : takeCode(withoutNumber);
    return { year, number, code, words: words(rest), typed: words(text) };
  }

  globalThis.prongsaiQuery = { understand, months: new Set(FULL) };
})();
