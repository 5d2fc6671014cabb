// Fetches what the search looks through: once, and only when somebody searches.
(() => {
  const root = document.querySelector("form[role=search][data-root]").dataset.root;
  const asked = new Map();

  // Without a server nothing may be fetched, but a script may be loaded.
  const byScript = (name) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${root}data/${name}.js`;
    script.onload = () => done(globalThis.prongsaiData[name]);
    script.onerror = failed;
    document.head.append(script);
  });
  const byFetch = (name) => fetch(`${root}data/${name}.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .catch(() => byScript(name));

  // The data of that name: "search", or "documents" for what stands in documents.
  function data(name) {
    if (!asked.has(name)) asked.set(name, location.protocol === "file:" ? byScript(name) : byFetch(name));
    return asked.get(name);
  }

  data("search").catch(() => {});
  globalThis.prongsaiFetch = data;
})();
