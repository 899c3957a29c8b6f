import { type Bench, defineBench } from "../define-bench.ts";
import { type PagesSize, pagesSizes } from "./pages-plan.ts";
import { findOffspring, measureProcess } from "./process-use.ts";
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

/**
 * The API of one page at 1,000,000 payments and 10,000 matters under 32 readers, who ask again as soon as they are
 * answered: p95 in milliseconds. Beside it the processor time of a question, in the node and in PostgreSQL.
 */
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
