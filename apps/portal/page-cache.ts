import type { PortalAnswer } from "./answer.ts";

/** How many pages are kept; the oldest leave first. A page has some tens of KB. */
export const pagesKeptMax = 200;

/** Pages made once for each read height, so that a crowd at one address costs what one reader costs. */
export class PageCache {
  readonly #pages = new Map<string, { readonly height: number; readonly answer: Promise<PortalAnswer> }>();

  /** The page kept for this height, else what `make` gives; only pages that could be made are kept. */
  async take(
    address: string,
    { height, make }: { height: number; make: () => Promise<PortalAnswer> },
  ): Promise<PortalAnswer> {
    const kept = this.#pages.get(address);
    if (kept?.height === height) return kept.answer;
    const answer = make();
    this.#pages.delete(address);
    this.#pages.set(address, { height, answer });
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > pagesKeptMax && oldest !== undefined) this.#pages.delete(oldest);
    const { status } = await answer;
    if (status !== 200 && this.#pages.get(address)?.answer === answer) this.#pages.delete(address);
    return answer;
  }
}
