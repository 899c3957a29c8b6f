import { statusView } from "@mingbai/http/explorer-views";
import type { PortalAnswer } from "./answer.ts";
import { lookOf } from "./look.ts";
import { PageCache } from "./page-cache.ts";
import { checkGiven, checkPage, findReceiptText, tooLargePage } from "./pages/check.ts";
import { fundPage } from "./pages/fund.ts";
import { homePage } from "./pages/home.ts";
import { mattersPage } from "./pages/matters.ts";
import { noPage } from "./pages/no-page.ts";
import { noticesPage } from "./pages/notices.ts";
import { paymentPage } from "./pages/payment.ts";
import { paymentsPage } from "./pages/payments.ts";
import { layout, type PageParts } from "./parts/layout.ts";
import { type Ask, type Look, Refused, type Scene } from "./scene.ts";

export interface PortalParts {
  readonly ask: Ask;
  /** Up to which block the tables have read: pages are made once for each. */
  readonly readHeight: () => number;
  /** Where the ledger says that its pages are, for codes to scan; none are shown where it says nothing. */
  readonly origin?: () => string | undefined;
  /** Hears of what a page could not be made for. */
  readonly onTrouble?: (error: unknown) => void;
}

type Make = (scene: Scene, name: string) => Promise<PageParts> | PageParts;

/** Pages by their path below the language; the last group is the name of the thing. */
const pages: readonly { readonly path: RegExp; readonly make: Make }[] = [
  { path: /^()$/, make: homePage },
  { path: /^\/funds\/([^/]{1,300})$/, make: fundPage },
  { path: /^\/payments()$/, make: paymentsPage },
  { path: /^\/payments\/([^/]{1,80})$/, make: paymentPage },
  { path: /^\/matters()$/, make: mattersPage },
  { path: /^\/notices()$/, make: noticesPage },
  { path: /^\/check()$/, make: checkPage },
];
/** With which statuses queries refuse what an address asked for. */
const badAddress: readonly number[] = [400, 404, 422];
const receiptPath = /^\/receipts\/([^/]{1,80})$/;

/** The public pages, made on the server from what anyone may ask. Knows nothing of HTTP but paths and statuses. */
export class Portal {
  readonly #parts: PortalParts;
  readonly #cache = new PageCache();

  constructor(parts: PortalParts) {
    this.#parts = parts;
  }

  /** The page at this address; `pathname` begins with `/public`. */
  async open(pathname: string, query: URLSearchParams): Promise<PortalAnswer> {
    const { look, path } = lookOf(pathname, query);
    const receipt = receiptPath.exec(path)?.[1];
    if (receipt !== undefined) return this.#receipt(look, receipt);
    if (query.has("receipt")) return this.#answer(look, (scene) => pageAt(scene, path), query);
    const height = this.#parts.readHeight();
    const made = () => this.#answer(look, (scene) => pageAt(scene, path), query);
    const answer = await this.#cache.take(addressOf(pathname, query), { height, make: made });
    return answer.status === 200 ? { ...answer, height } : answer;
  }

  /** The verdict on a receipt that was sent, at `/public/check`. */
  async check(pathname: string, query: URLSearchParams, text: string): Promise<PortalAnswer> {
    const { look, path } = lookOf(pathname, query);
    return this.#answer(
      look,
      (scene) => (path === "/check" ? checkGiven(scene, text) : noPage(scene, "none", 404)),
      query,
    );
  }

  /** The answer to something sent that is too large to be read at all. */
  async tooLarge(pathname: string, query: URLSearchParams): Promise<PortalAnswer> {
    return this.#answer(lookOf(pathname, query).look, tooLargePage, query);
  }

  async #receipt(look: Look, name: string): Promise<PortalAnswer> {
    const found = await findReceiptText(this.#parts, name);
    if (typeof found !== "string") return { status: 200, body: found.text, type: "receipt" };
    return this.#answer(look, (scene) => noPage(scene, "none", 404), new URLSearchParams());
  }

  async #answer(
    look: Look,
    make: (scene: Scene) => Promise<PageParts> | PageParts,
    query: URLSearchParams,
  ): Promise<PortalAnswer> {
    const { ask, origin, onTrouble } = this.#parts;
    try {
      const status = await ask(statusView, {});
      const page = await make({ ...look, ask, status, query, origin: origin?.() });
      return { status: page.status ?? 200, body: layout(look, page, status), type: "html" };
    } catch (error) {
      onTrouble?.(error);
      const isBad = error instanceof Refused && badAddress.includes(error.status);
      const page = isBad ? noPage(look, "bad", 400) : noPage(look, "away", 503);
      return { status: page.status ?? 503, body: layout(look, page), type: "html" };
    }
  }
}

/** What of an address a page depends on: anything else in it must not make a page of its own. */
const known = ["fund", "payee", "unit", "stage", "from", "to", "status", "cursor", "asOf", "after", "large"] as const;

function addressOf(pathname: string, query: URLSearchParams): string {
  return JSON.stringify([pathname, ...known.map((name) => query.get(name))]);
}

function pageAt(scene: Scene, path: string): Promise<PageParts> | PageParts {
  for (const { path: pattern, make } of pages) {
    const name = pattern.exec(path)?.[1];
    const decoded = name === undefined ? undefined : findDecoded(name);
    if (decoded !== undefined) return make(scene, decoded);
  }
  return noPage(scene, "none", 404);
}

/** The name in a path, or undefined where its escapes are none. */
function findDecoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
