import { findDuplicates } from "@mingbai/matching/find-duplicates";
import { findLike } from "@mingbai/matching/find-like";
import type { Person } from "@mingbai/matching/person";
import { PersonIndex } from "@mingbai/matching/person-index";
import { makeRegister } from "@mingbai/matching/testing/test-register";
import { random } from "@mingbai/testkit/random";
import { defineBench } from "../define-bench.ts";

interface Size {
  readonly members: number;
  /** How many are in the index while somebody types. */
  readonly indexed: number;
}

interface Prepared {
  readonly people: readonly Person[];
  readonly indexed: number;
}

const seed = 1;
const typedCount = 1_000;

/**
 * Seconds to find, in one thread, who of a register of a million household members is in it twice; and how long one
 * question takes while somebody types, against 350,000. Up to four in a hundred records are
 * copies, damaged in twenty ways. A join by equal identity numbers is no rival: it finds one of the twenty.
 */
export const bench = defineBench<Size, Prepared>({
  name: "registry.duplicates",
  unit: "s",
  rounds: 1,
  full: { members: 1_000_000, indexed: 350_000 },
  small: { members: 5_000, indexed: 2_000 },
  prepare: async ({ members, indexed }) => ({ people: makeRegister(random(seed), members).people, indexed }),
  async run({ people, indexed }) {
    const startMs = performance.now();
    const { pairs, compared, oversize } = findDuplicates(people);
    const figure = (performance.now() - startMs) / 1_000;
    if (pairs.length === 0) throw new Error("no duplicates found");
    const residentMb = process.resourceUsage().maxRSS / 1_024;
    const uncompared = oversize.reduce((sum, block) => sum + block.uncompared, 0);
    const typing = askWhileTyping(people, indexed);
    return { figure, details: { pairs: pairs.length, compared, uncompared, residentMb, ...typing } };
  },
  peers: [],
});

/** The slowest questions in a hundred and of all, in milliseconds, against the first `indexed` people. */
function askWhileTyping(people: readonly Person[], indexed: number): { typingP99Ms: number; typingMaxMs: number } {
  const index = new PersonIndex();
  for (const person of people.slice(0, indexed)) index.add(person);
  const times = people.slice(-typedCount).map((person) => {
    const startMs = performance.now();
    findLike(person, index);
    return performance.now() - startMs;
  });
  times.sort((a, b) => a - b);
  return { typingP99Ms: times[Math.trunc(times.length * 0.99)] ?? 0, typingMaxMs: times.at(-1) ?? 0 };
}
