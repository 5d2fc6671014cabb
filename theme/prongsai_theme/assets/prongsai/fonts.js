// Decides once, before anything is painted, which font a page has: ours where all of it is here in time, else
// the reader's own until the next page. A font that came later would move the text that somebody reads.
(() => {
  const root = document.documentElement;
  // A disk is sure to give them, however busy; and browsers refuse to preload from one.
  const disk = location.protocol === "file:";
  const patience = disk ? 3000 : 1000;
  const own = document.currentScript.src;
  const fetched = (disk ? [] : ["thai-400", "latin-400", "thai-700", "latin-700"]).map((name) => {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.type = "font/woff2";
    link.crossOrigin = "";
    link.href = new URL(`fonts/sarabun-${name}.woff2`, own).href;
    document.head.append(link);
    return new Promise((done, failed) => {
      link.onload = done;
      link.onerror = failed;
    });
  });
  // By then the style sheet, which names the fonts, has been read.
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const load = () => [400, 700].flatMap((weight) => ["ก", "a"].map((text) => document.fonts.load(`${weight} 1em Sarabun`, text)));
  const here = Promise.all([...fetched, parsed]).then(() => Promise.all(load())).then(
    () => true,
    () => false,
  );
  const late = new Promise((done) => setTimeout(done, patience, false));
  root.classList.add("frame-wait");
  Promise.race([here, late]).then((ours) => {
    root.classList.toggle("frame-font", ours);
    root.classList.remove("frame-wait");
    // A browser that looked for the place in an address before the page was shown has not gone there.
    if (!scrollY) document.querySelector(":target")?.scrollIntoView();
  });
})();
