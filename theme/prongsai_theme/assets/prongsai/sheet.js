// The assessor's sheet: a button that prints it, and whole addresses where nobody said where the site would stand.
(() => {
  const print = document.querySelector("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
  // From a folder there is no address that leads anywhere for others.
  if (!location.protocol.startsWith("http")) return;
  for (const link of document.querySelectorAll("a[data-within]")) {
    const whole = link.href.replace(/index\.html$/, "");
    link.textContent = decodeURI(whole).replace(/ /g, "%20");
  }
  document.querySelector("[data-completed]")?.remove();
})();
