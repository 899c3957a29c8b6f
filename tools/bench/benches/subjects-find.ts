import type { GivenPart } from "@mingbai/read-model/given-part";
import type { SubjectVault } from "../../../apps/node/subjects/subject-vault.ts";
import { defineBench } from "../define-bench.ts";
import { makeParts, namesOf, openSubjects, putAll } from "../load/subject-parts.ts";

interface Prepared {
  readonly vault: SubjectVault;
  readonly names: readonly GivenPart[];
  readonly close: () => Promise<void>;
}

/** Parts that a block of an import names: 500 households. */
const partsPerBlock = 2_250;

/** Parts a second read from the disk, checked and opened, as many at a time as a block of an import names. */
export const bench = defineBench<{ parts: number }, Prepared>({
  name: "subjects.find",
  unit: "parts/s",
  rounds: 3,
  full: { parts: 98_304 },
  small: { parts: 256 },
  async prepare({ parts }) {
    const { vault, close } = await openSubjects();
    const requests = makeParts(parts);
    await putAll(vault, requests);
    return { vault, close, names: namesOf(requests) };
  },
  async run({ vault, names }) {
    const startMs = performance.now();
    for (let at = 0; at < names.length; at += partsPerBlock) {
      const found = await vault.findMany(names.slice(at, at + partsPerBlock));
      if (found.includes(undefined)) throw new Error("a part is missing");
    }
    return (names.length / (performance.now() - startMs)) * 1_000;
  },
  peers: [],
  close: ({ close }) => close(),
});
