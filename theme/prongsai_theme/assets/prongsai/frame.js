// Brings the search when it is wanted and keeps what was asked, says whether the menu is open, and copies a page's
// address.
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

  // On the page of the search its address and its title say what is asked. The form leads to that page, whether the
  // search has come or not; there it leads to the results.
  const results = document.querySelector("[data-search-page]");
  const { title } = document;
  const tell = (query) => {
    document.title = (query ? `${query} · ` : "") + title;
    try {
      history.replaceState(null, "", location.pathname + (query ? `?query=${encodeURIComponent(query)}` : ""));
    } catch {
      // Too often, or a browser that does not let a page on a disk do so.
    }
  };
  const show = (query) => {
    for (const one of document.querySelectorAll("[data-with-results]")) one.hidden = !query;
  };
  if (results) results.hidden = false;

  // Who comes back finds what was asked, and the link that was followed.
  const place = `prongsai ${location.pathname}`;
  const left = () => {
    try {
      const [visit] = performance.getEntriesByType("navigation");
      return (visit && visit.type === "back_forward" && JSON.parse(sessionStorage.getItem(place))) || {};
    } catch {
      return {};
    }
  };
  let followed = "";
  const leave = (query) => {
    try {
      if (query) sessionStorage.setItem(place, JSON.stringify({ query, followed }));
      else sessionStorage.removeItem(place);
    } catch {
      // A browser that keeps nothing.
    }
  };
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    followed = link ? link.href : "";
  });

  const before = left();
  const asked = before.query || new URLSearchParams(location.search).get("query");
  for (const box of boxes) {
    const query = () => box.value.trim();
    let late = 0;
    box.addEventListener("focus", load);
    box.addEventListener("input", () => {
      load();
      if (!results) return;
      show(query());
      clearTimeout(late);
      late = setTimeout(() => tell(query()), 250);
    });
    if (results) {
      box.form.addEventListener("submit", (event) => {
        event.preventDefault();
        tell(query());
        if (query()) results.querySelector("h2").focus();
      });
    }
    addEventListener("pagehide", () => leave(query()));
    if (document.getElementById("frame-hint")) box.setAttribute("aria-describedby", "frame-hint");
    if (asked && !box.value) box.value = asked;
    if (before.query) box.dataset.followed = before.followed;
    if (results && query()) tell(query());
    show(query());
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
