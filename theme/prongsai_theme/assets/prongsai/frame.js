// Brings the search when it is wanted, and says whether the menu is open.
(() => {
  const own = document.currentScript.src;
  const box = document.querySelector('.frame-search input[name="query"]');
  const menu = document.querySelector(".frame-menu[popovertarget]");
  const nav = document.getElementById("frame-nav");

  if (box) {
    let wanted = false;
    const load = () => {
      if (wanted) return;
      wanted = true;
      const script = document.createElement("script");
      script.src = new URL("search.js", own).href;
      document.head.append(script);
    };
    box.addEventListener("focus", load);
    box.addEventListener("input", load);
    const asked = new URLSearchParams(location.search).get("query");
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
})();
