// Brings the search when it is wanted, says whether the menu is open, and copies a page's address.
(() => {
  const own = document.currentScript.src;
  const boxes = document.querySelectorAll('form[role="search"][data-root] input[name="query"]');
  const menu = document.querySelector(".frame-menu[popovertarget]");
  const nav = document.getElementById("frame-nav");

  // In the order in which they need each other; they come together.
  const search = ["data", "text", "runs", "query", "cover", "rank", "held", "show"].map((part) => `search-${part}.js`);
  let wanted = false;
  const load = () => {
    if (wanted) return;
    wanted = true;
    for (const name of [...search, "search.js"]) {
      const script = document.createElement("script");
      script.async = false;
      script.src = new URL(name, own).href;
      document.head.append(script);
    }
  };
  const asked = new URLSearchParams(location.search).get("query");
  for (const box of boxes) {
    box.addEventListener("focus", load);
    box.addEventListener("input", load);
    if (asked && !box.value) box.value = asked;
    if (asked || document.activeElement === box) load();
  }

  if (menu && nav && "popover" in nav) {
    const tell = (open) => menu.setAttribute("aria-expanded", String(open));
    tell(false);
    nav.addEventListener("beforetoggle", (event) => tell(event.newState === "open"));
    // The keyboard that leaves the open menu would move behind it.
    nav.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next && !nav.contains(next) && nav.matches(":popover-open")) nav.hidePopover();
    });
  }

  const here = document.querySelector("[data-copy]");
  if (here) {
    const address = here.querySelector(".pr-address");
    const copy = here.querySelector("button");
    const told = here.querySelector("[aria-live]");
    // Where nobody said at which address the site would stand, it is the one at which it does.
    const within = here.querySelector(".pr-here__within");
    const served = location.protocol.startsWith("http");
    if (within && served) {
      address.textContent = location.href.replace(/[?#].*|index\.html(?=$|[?#])/gs, "");
      within.remove();
    }
    copy.hidden = Boolean(within) && !served;
    copy.addEventListener("click", async () => {
      told.textContent = "";
      let done;
      try {
        await navigator.clipboard.writeText(address.textContent);
        done = true;
      } catch {
        // Not allowed, or a site without TLS: the older way, which leaves the address selected.
        getSelection().selectAllChildren(address);
        done = document.execCommand("copy");
      }
      told.textContent = done ? told.dataset.done : told.dataset.selected;
    });
  }
})();
