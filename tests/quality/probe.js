// What the tests ask of a page. Injected by the browser itself, so no security policy minds it.
window.probe = (() => {
  const name = (element) =>
    element.tagName.toLowerCase() +
    (element.id ? `#${element.id}` : "") +
    (element.classList.length ? `.${[...element.classList].join(".")}` : "");
  const say = (element) => `${name(element)} «${(element.textContent || element.value || "").trim().slice(0, 40)}»`;

  // For ears only: clipped to nothing in a box of one pixel.
  const forEars = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.clipPath === "inset(50%)" && parseFloat(style.width) <= 1) return true;
    }
    return false;
  };
  const hiddenOnPurpose = (element) =>
    element.closest(".frame-unseen, .frame-skip, .pr-unseen, thead, .frame-wait") || forEars(element);

  // Each visible text node with its element.
  function* texts(root = document.body) {
    // What a browser lays out only near the window is measured as it then stands.
    for (const row of document.querySelectorAll(".pr-sheet tbody > tr")) row.style.contentVisibility = "visible";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("script, style, noscript, datalist, option")) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      yield { node, element };
    }
  }

  const rects = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  };

  // Text below a size in pixels, what style sheets add to the page included.
  const smallText = (least) => {
    const found = new Set();
    const look = (element, size, what) => {
      if (parseFloat(size) < least - 0.01) found.add(`${what} ${parseFloat(size).toFixed(1)} px: ${say(element)}`);
    };
    for (const { element } of texts()) look(element, getComputedStyle(element).fontSize, "text");
    for (const element of document.querySelectorAll("body *")) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      for (const which of ["::before", "::after"]) {
        const style = getComputedStyle(element, which);
        if (/["(]/.test(style.content) && !/^""/.test(style.content)) look(element, style.fontSize, which);
      }
    }
    for (const element of document.querySelectorAll("input, textarea, select, button")) {
      if (!element.checkVisibility()) continue;
      look(element, getComputedStyle(element).fontSize, "field");
      look(element, getComputedStyle(element, "::placeholder").fontSize, "placeholder");
    }
    return [...found];
  };

  // Headings that aren't bold at 1.5 without letter-spacing; running text that isn't at 1.75; anything below 1.5.
  const setting = () => {
    const found = new Set();
    for (const { element } of texts()) {
      if (hiddenOnPurpose(element) || element.closest("svg")) continue;
      const style = getComputedStyle(element);
      const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
      const heading = element.closest("h1, h2, h3, h4, h5, h6");
      if (style.letterSpacing !== "normal" && parseFloat(style.letterSpacing) !== 0) {
        found.add(`letter-spacing ${style.letterSpacing}: ${say(element)}`);
      }
      if (heading && style.fontWeight !== "700") found.add(`weight ${style.fontWeight}: ${say(element)}`);
      const prose = !heading && element.closest("main :is(p, li, dd, td)") && !element.closest("nav, code, pre, samp, kbd");
      const least = prose ? 1.75 : 1.5;
      if (!(ratio >= least - 0.01)) found.add(`line-height ${ratio.toFixed(2)} < ${least}: ${say(element)}`);
      if (heading && Math.abs(ratio - 1.5) > 0.01) found.add(`heading's line-height ${ratio.toFixed(2)}: ${say(element)}`);
    }
    return [...found];
  };

  // What cuts off whatever leaves it. Text stands close together: what is around one is around the next.
  const around = () => {
    const known = new Map();
    const cutters = (element) => {
      if (!element || element === document.body) return [];
      if (!known.has(element)) {
        const style = getComputedStyle(element);
        const clips = /hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY) || style.clipPath !== "none";
        const further = style.position === "fixed" ? [] : cutters(element.parentElement);
        known.set(element, clips && style.display !== "inline" ? [element, ...further] : further);
      }
      return known.get(element);
    };
    return cutters;
  };

  // Marks above and below the letters that something cuts off: the ink of a line, not its box.
  const cutMarks = () => {
    const canvas = document.createElement("canvas").getContext("2d");
    const found = new Set();
    const cutters = around();
    for (const { node, element } of texts()) {
      if (hiddenOnPurpose(element) || element.closest("svg, math")) continue;
      const boxes = cutters(element);
      const lines = rects(node);
      if (!lines.length) continue;
      const style = getComputedStyle(element);
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const ink = canvas.measureText(node.data.trim());
      const top = lines[0].top + ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent;
      const last = lines[lines.length - 1];
      const bottom = last.bottom - ink.fontBoundingBoxDescent + ink.actualBoundingBoxDescent;
      if (top + scrollY < -0.5) found.add(`above the page: ${say(element)}`);
      for (const box of boxes) {
        const edge = box.getBoundingClientRect();
        if (top + box.scrollTop < edge.top - 0.5) found.add(`top cut by ${name(box)}: ${say(element)}`);
        if (bottom + box.scrollTop > edge.top + Math.max(box.scrollHeight, edge.height) + 0.5) {
          found.add(`bottom cut by ${name(box)}: ${say(element)}`);
        }
      }
    }
    return [...found];
  };

  // Text outside the window or cut off by an element around it.
  const cutText = () => {
    const found = new Set();
    const width = document.documentElement.clientWidth;
    const cutters = around();
    for (const { node, element } of texts()) {
      if (hiddenOnPurpose(element)) continue;
      const boxes = cutters(element).filter((box) => !/auto|scroll/.test(getComputedStyle(box).overflowX));
      // A box that scrolls, and that the keyboard reaches, may hold more than the window.
      const scrolls = element.closest("[tabindex='0'][role=region]");
      for (const rect of scrolls ? [] : rects(node)) {
        if (rect.right > width + 1 || rect.left < -1) found.add(`outside the window: ${say(element)}`);
        for (const box of boxes) {
          const edge = box.getBoundingClientRect();
          if (rect.right > edge.right + 1 || rect.bottom > edge.bottom + 1 || rect.left < edge.left - 1 || rect.top < edge.top - 1) {
            found.add(`cut off by ${name(box)}: ${say(element)}`);
          }
        }
      }
    }
    for (const item of document.querySelectorAll("main li")) {
      const style = getComputedStyle(item);
      const marked = style.display === "list-item" && style.listStyleType !== "none" && style.listStylePosition === "outside";
      const room = item.getBoundingClientRect().left - parseFloat(style.fontSize);
      if (marked && item.checkVisibility() && room < 2) found.add(`mark of a list outside the window: ${say(item)}`);
    }
    for (const pane of document.querySelectorAll("main *")) {
      if (pane.scrollWidth > pane.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(pane).overflowX)) {
        if (!pane.matches("pre, [tabindex='0']")) found.add(`scrolls sideways: ${name(pane)}`);
      }
    }
    if (document.documentElement.scrollWidth > width) found.add(`scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);
    return [...found];
  };

  // Two pieces of text on top of each other.
  const overlaps = () => {
    const all = [];
    for (const { node, element } of texts(document.querySelector("main") || document.body)) {
      if (hiddenOnPurpose(element) || element.closest("svg")) continue;
      // What a box has scrolled away lies over nothing.
      const edge = element.closest("[tabindex='0'][role=region]")?.getBoundingClientRect();
      const seen = (rect) => !edge || (rect.top < edge.bottom && rect.bottom > edge.top && rect.left < edge.right);
      for (const rect of rects(node)) if (seen(rect)) all.push({ rect, element });
    }
    all.sort((one, other) => one.rect.top - other.rect.top);
    const found = new Set();
    for (let at = 0; at < all.length; at++) {
      for (let next = at + 1; next < all.length && all[next].rect.top < all[at].rect.bottom - 6; next++) {
        const [one, other] = [all[at].rect, all[next].rect];
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        // A line's content area is higher than its text: only what meets in the middle is unreadable.
        if (wide > 2 && high > Math.min(one.height, other.height) * 0.5) {
          found.add(`${say(all[at].element)} over ${say(all[next].element)}`);
        }
      }
    }
    return [...found];
  };

  // Words that a line break splits in what is short: headings, labels, menus, links. A row's first cell is as long as
  // a title; and the sheet's columns beside each other are too narrow for the longest words.
  const SHORT = "h1, h2, h3, h4, h5, h6, th:not([scope='row']), dt, caption, summary, nav a, main a, .pr-kicker";
  const brokenWords = (words) => {
    const found = new Set();
    const any = new RegExp([...words].sort((one, other) => other.length - one.length).join("|"), "g");
    for (const element of document.querySelectorAll(SHORT)) {
      if (!element.checkVisibility() || hiddenOnPurpose(element) || element.closest("th[scope='row']")) continue;
      if (element.closest(".pr-sheet td") && innerWidth >= 768) continue;
      const pieces = [...texts(element)].map(({ node }) => node);
      const text = pieces.map((node) => node.data).join("");
      const place = (offset) => {
        for (const node of pieces) {
          if (offset <= node.data.length) return [node, offset];
          offset -= node.data.length;
        }
        return null;
      };
      for (const { 0: word, index: at } of text.matchAll(any)) {
        const range = document.createRange();
        range.setStart(...place(at));
        range.setEnd(...place(at + word.length));
        const lines = [...range.getClientRects()].filter((rect) => rect.width > 1).map((rect) => Math.round(rect.top));
        if (Math.max(...lines) - Math.min(...lines) > 8) found.add(`${word} in «${text.trim().slice(0, 60)}»`);
      }
    }
    return [...found];
  };

  const rgb = (text) => {
    const numbers = text.match(/[\d.]+/g).map(Number);
    return { red: numbers[0], green: numbers[1], blue: numbers[2], alpha: numbers[3] ?? 1 };
  };
  const luminance = ({ red, green, blue }) => {
    const [r, g, b] = [red, green, blue].map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if (rgb(colour).alpha > 0.9) return colour;
    }
    return "rgb(255, 255, 255)";
  };

  // Where the keyboard is, and what is wrong with how that shows.
  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const rect = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const wrong = [];
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) wrong.push("not visible");
    if (rect.width < 1 || rect.height < 1) wrong.push("no size");
    if (rect.bottom <= 0 || rect.top >= innerHeight || rect.right <= 0 || rect.left >= innerWidth) wrong.push("outside the window");
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("no outline");
    else {
      const inside = parseFloat(style.outlineOffset) < 0;
      const ratio = contrast(style.outlineColor, ground(inside ? element : element.parentElement));
      if (ratio < 3) wrong.push(`outline ${ratio.toFixed(1)}:1`);
    }
    // Something of it can be seen: of points over it, one at least isn't covered.
    const open = (element.getClientRects().length ? [...element.getClientRects()] : [rect]).some((line) =>
      [0.1, 0.5, 0.9].some((along) => {
        // In the middle of what of it is in the window: it may be taller.
        const [top, bottom] = [Math.max(0, line.top), Math.min(innerHeight, line.bottom)];
        const hit = document.elementFromPoint(line.left + line.width * along, (top + bottom) / 2);
        return hit && (element.contains(hit) || hit.contains(element));
      }),
    );
    if (!open && !wrong.includes("outside the window")) wrong.push("covered");
    return { what: say(element), id: element.id, inMenu: Boolean(element.closest("#frame-nav")), wrong };
  };

  return { smallText, setting, cutMarks, cutText, overlaps, brokenWords, focused };
})();
