// Fetches the fonts at once and lets the first paint wait for them, 0.4 s at most, so that no text moves later.
// From a disk they are there at once, and browsers refuse to preload them.
if (location.protocol !== "file:") {
  const root = document.documentElement;
  const early = ["thai-400", "latin-400", "thai-700", "latin-700"].map((name) => {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.type = "font/woff2";
    link.crossOrigin = "";
    link.href = new URL(`fonts/sarabun-${name}.woff2`, document.currentScript.src).href;
    document.head.append(link);
    return new Promise((done) => {
      link.onload = link.onerror = done;
    });
  });
  root.classList.add("frame-wait");
  Promise.race([Promise.all(early), new Promise((done) => setTimeout(done, 400))]).then(() => {
    root.classList.remove("frame-wait");
  });
}
