import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Result, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Only what is broken is told: to name every element that is in order takes as long again as to check it. */
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/**
 * What axe finds against WCAG 2.2 AA and its own best practice, one line each: rule, what it is, where. The script
 * comes through the debugger, so that the page's content policy stays as it is shipped.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  // To read the script takes half as long as to run it: once in a document.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(`${source}; undefined`);
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const violations = await page.evaluate<Result[]>(run);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(" ")} ${html.slice(0, 160)}`),
  );
}
