import { type Bench, defineBench } from "../define-bench.ts";
import { filesSizes, type PagesSize, pagesSizes } from "./pages-plan.ts";
import { findOffspring, measureProcess } from "./process-use.ts";
import { type Cookies, type PageRequest, type ReaderId, readPages, signInReaders } from "./read-pages.ts";
import { type PagesNode, sharedPages } from "./start-pages.ts";

/** The questions of one page; `request` gives the one of a number, always the same for it. */
export type PageQuestions = (node: PagesNode, size: PagesSize) => Promise<(number: number) => PageRequest>;

interface Prepared {
  readonly size: PagesSize;
  readonly node: PagesNode;
  readonly cookies: Cookies;
  readonly request: (number: number) => PageRequest;
}

const pageReaders: readonly ReaderId[] = ["street-manager", "regulator", "supplier-0"];
const fileReaders: readonly ReaderId[] = ["regulator", "civil-clerk", "town-clerk", "grid-0"];

/** The API of one page at 1,000,000 payments and 10,000 matters under 32 readers. */
export function pageBench(name: string, questions: PageQuestions): Bench {
  return readersBench(name, { sizes: pagesSizes, readers: pageReaders, questions });
}

/** The API of one page at 100,000 household files under 32 readers. */
export function filesBench(name: string, questions: PageQuestions): Bench {
  return readersBench(name, { sizes: filesSizes, readers: fileReaders, questions });
}

/**
 * Readers who ask again as soon as they are answered: p95 in milliseconds. Beside it the processor time of a question, in
 * the node and in PostgreSQL.
 */
function readersBench(
  name: string,
  parts: {
    sizes: { readonly full: PagesSize; readonly small: PagesSize };
    readers: readonly ReaderId[];
    questions: PageQuestions;
  },
): Bench {
  return defineBench<PagesSize, Prepared>({
    name,
    unit: "ms",
    rounds: 3,
    ...parts.sizes,
    async prepare(size) {
      const node = await sharedPages(size);
      return {
        size,
        node,
        cookies: await signInReaders(node.url, parts.readers),
        request: await parts.questions(node, size),
      };
    },
    async run({ size, node, cookies, request }) {
      const requests = Array.from({ length: size.requests }, (_, number) => request(number));
      const before = await processorSeconds(node.pid);
      const { figure, details } = await readPages({ url: node.url, cookies, readers: size.readers }, requests);
      const after = await processorSeconds(node.pid);
      const msEach = (seconds: number): number => (seconds * 1_000) / requests.length;
      const nodeCpuMs = msEach(after.node - before.node);
      return { figure, details: { ...details, nodeCpuMs, databaseCpuMs: msEach(after.database - before.database) } };
    },
    peers: [],
  });
}

/** What the node and its database have used so far. On a shared machine this says more of a change than times do. */
async function processorSeconds(pid: number): Promise<{ node: number; database: number }> {
  const servers = (await findOffspring(pid)).filter(({ command }) => command.includes("postgres"));
  const used = await Promise.all(servers.map((server) => measureProcess(server.pid)));
  const database = used.reduce((sum, { seconds }) => sum + seconds, 0);
  return { node: (await measureProcess(pid)).seconds, database };
}

/** The element at a number that jumps through the whole list; throws for an empty one. */
export function pick<One>(from: readonly One[], number: number): One {
  const found = from[(number * 7_919) % from.length];
  if (found === undefined) throw new RangeError("there is nothing to read");
  return found;
}
