import { type Bench, defineBench } from "../define-bench.ts";
import { type PagesSize, pagesSizes } from "./pages-plan.ts";
import { type Cookies, type PageRequest, readPages, signInReaders } from "./read-pages.ts";
import { type PagesNode, sharedPages } from "./start-pages.ts";

/** The questions of one page; `request` gives the one of a number, always the same for it. */
export type PageQuestions = (node: PagesNode) => Promise<(number: number) => PageRequest>;

interface Prepared {
  readonly size: PagesSize;
  readonly node: PagesNode;
  readonly cookies: Cookies;
  readonly request: (number: number) => PageRequest;
}

/** The API of one page at 1,000,000 payments and 10,000 matters under 32 readers: p95 in milliseconds. */
export function pageBench(name: string, questions: PageQuestions): Bench {
  return defineBench<PagesSize, Prepared>({
    name,
    unit: "ms",
    rounds: 3,
    ...pagesSizes,
    async prepare(size) {
      const node = await sharedPages(size);
      return { size, node, cookies: await signInReaders(node.url), request: await questions(node) };
    },
    run({ size, node, cookies, request }) {
      const requests = Array.from({ length: size.requests }, (_, number) => request(number));
      return readPages({ url: node.url, cookies, readers: size.readers }, requests);
    },
    peers: [],
  });
}

/** The element at a number that jumps through the whole list; throws for an empty one. */
export function pick<One>(from: readonly One[], number: number): One {
  const found = from[(number * 7_919) % from.length];
  if (found === undefined) throw new RangeError("there is nothing to read");
  return found;
}
