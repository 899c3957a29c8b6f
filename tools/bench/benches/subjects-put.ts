import type { PartToPut } from "../../../apps/node/subjects/subject-vault.ts";
import { defineBench } from "../define-bench.ts";
import { makeParts, openSubjects, putAll, putByHpke } from "../load/subject-parts.ts";

type Requests = PartToPut[][];

/**
 * Parts a second, each of a new subject, sealed under keys of their own and durable, keys and parts; 4,096 a request, three
 * requests at a time. Beside it the same parts wrapped to the vault's key one by one.
 */
export const bench = defineBench<{ parts: number }, Requests>({
  name: "subjects.put",
  unit: "parts/s",
  rounds: 3,
  full: { parts: 98_304 },
  small: { parts: 256 },
  prepare: async ({ parts }) => makeParts(parts),
  async run(requests) {
    const { vault, close } = await openSubjects();
    try {
      const startMs = performance.now();
      await putAll(vault, requests);
      return (requests.flat().length / (performance.now() - startMs)) * 1_000;
    } finally {
      await close();
    }
  },
  peers: [{ name: "HPKE each", run: (requests) => putByHpke(requests.slice(0, 1)) }],
});
