import { launchBrowser } from "@mingbai/testkit/browser/launch";
import type { Browser } from "playwright-core";
import { demoNumber } from "../../../apps/node/demo/demo-keys.ts";
import { defineBench, type Measured } from "../define-bench.ts";
import { type ColdLoad, type ColdPage, openCold } from "../load/open-cold.ts";
import type { PagesSize } from "../load/pages-plan.ts";
import { percentile } from "../load/percentile.ts";
import { signInReaders } from "../load/read-pages.ts";
import { type Site, startSite } from "../load/start-site.ts";

interface Size extends PagesSize {
  /** Cold loads of each page in a round. */
  readonly loads: number;
}

interface Prepared {
  readonly size: Size;
  readonly site: Site;
  readonly browser: Browser;
  readonly queue: ColdPage;
  readonly open: ColdPage;
}

const reader = "street-manager";
const isPublic = "publicPage";

/**
 * First sight of the work queue and of the public page, in Chromium on the node's own machine, over loopback, with
 * nothing cached: largest contentful paint. The figure is the p95 of the work queue, in milliseconds.
 */
export const bench = defineBench<Size, Prepared>({
  name: "page.first",
  unit: "ms",
  rounds: 3,
  full: { months: 12, people: 6_800, matters: 200, readers: 1, requests: 1, loads: 7 },
  small: { months: 1, people: 120, matters: 10, readers: 1, requests: 1, loads: 1 },
  async prepare(size) {
    const site = await startSite(size);
    const { [reader]: cookie = "" } = await signInReaders(site.url, [reader]);
    const [name = "", value = ""] = cookie.split("=");
    const remembered = { "mingbai.session": demoNumber(`key ${reader}`) };
    const queue = { url: `${site.url}/work`, shows: "main .tab-links .num", cookie: { name, value }, remembered };
    const open = { url: `${site.url}/public`, shows: "main h1" };
    const browser = await launchBrowser();
    // The processes of a browser that nobody has used yet start with its first page, which is none of ours.
    await openCold(browser, { url: `${site.url}/health`, shows: "body" });
    return { size, site, queue, open, browser };
  },
  async run({ size, browser, queue, open }) {
    const loads = { queue: [] as ColdLoad[], [isPublic]: [] as ColdLoad[] };
    for (let load = 0; load < size.loads; load++) {
      loads.queue.push(await openCold(browser, queue));
      loads[isPublic].push(await openCold(browser, open));
    }
    return measured(loads);
  },
  peers: [],
  async close({ browser, site }) {
    await browser.close();
    await site.stop();
  },
});

function measured(loads: Readonly<Record<"queue" | typeof isPublic, readonly ColdLoad[]>>): Measured {
  const details = Object.entries(loads).flatMap(([page, all]) => {
    const paints = all.map(({ paintMs }) => paintMs);
    const kinds = [...(all.at(-1)?.bytes ?? [])].map(([kind, bytes]) => [`${page}${kind}Bytes`, bytes]);
    return [[`${page}P50Ms`, percentile(paints, 0.5)], [`${page}P95Ms`, percentile(paints, 0.95)], ...kinds];
  });
  const paints = loads.queue.map(({ paintMs }) => paintMs);
  return { figure: percentile(paints, 0.95), details: Object.fromEntries(details) };
}
