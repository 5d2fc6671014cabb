// Lighthouse over a list of addresses: node lighthouse.mjs MODULES CHROMIUM RUNS LEAST ADDRESS…
// MODULES is the folder that has node_modules. Prints JSON: for each address the performance of each run, the
// other categories, and what kept a category below 100. Everything but performance is the same each time, so it
// is asked once; and of RUNS no more are made than show on which side of LEAST their median lies.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, chromium, runs, least, ...addresses] = process.argv.slice(2);
const require = createRequire(`${modules}/package.json`);
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: lighthouse } = await load("lighthouse");
const chromeLauncher = await load("chrome-launcher");

const chrome = await chromeLauncher.launch({
  chromePath: chromium,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  logLevel: "silent",
});
const options = { port: chrome.port, logLevel: "error", formFactor: "mobile", throttlingMethod: "simulate" };
const all = ["performance", "accessibility", "best-practices", "seo"];

function short(lhr, category) {
  return lhr.categories[category].auditRefs
    .map((ref) => ({ ...lhr.audits[ref.id], weight: ref.weight }))
    .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 1)
    .map((audit) => ({
      id: audit.id,
      score: audit.score,
      value: audit.displayValue ?? null,
      at: (audit.details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? item.description),
    }));
}

function decided(scores) {
  const fast = scores.filter((score) => score >= Number(least)).length;
  return Math.max(fast, scores.length - fast) > Number(runs) / 2;
}

const told = {};
try {
  for (const url of addresses) {
    const report = { performance: [], categories: {}, short: {} };
    for (let run = 0; run < Number(runs) && !decided(report.performance); run++) {
      const { lhr } = await lighthouse(url, { ...options, onlyCategories: run ? all.slice(0, 1) : all });
      if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
      report.performance.push(Math.round(lhr.categories.performance.score * 100));
      if (run === 0) {
        for (const category of all.slice(1)) {
          report.categories[category] = Math.round(lhr.categories[category].score * 100);
        }
      }
      for (const category of run ? all.slice(0, 1) : all) {
        const found = short(lhr, category);
        if (found.length) report.short[category] = found;
      }
    }
    told[url] = report;
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(told));
