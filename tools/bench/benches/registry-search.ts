import { householdsView } from "@mingbai/registry/views/households";
import { makeCounty } from "../../../apps/node/demo/county/make-county.ts";
import { demoHouseholds } from "../../../apps/node/demo/demo-areas.ts";
import { countySeed } from "../../../apps/node/demo/files/county-steps.ts";
import { filesBench, pick } from "../load/page-bench.ts";
import type { PageRequest } from "../load/read-pages.ts";

const { name: query } = householdsView;
const sampled = 200;

/** What people look for: a name, a whole identity number, its last digits, an address, a number, a telephone. */
function requestsOf(households: number): PageRequest[] {
  const { household } = makeCounty({ seed: countySeed, households: Math.max(demoHouseholds, households) });
  return Array.from({ length: sampled }, (_, at) => household(at * 97)).flatMap(({ number, values, people }) => {
    const [head] = people;
    const { name = "", identityNumber = "" } = head?.values ?? {};
    const texts = { name, identity: identityNumber, last: String(identityNumber).slice(-4), number };
    const more = { address: values.address ?? "", phone: values.phone ?? "" };
    return Object.entries({ ...texts, ...more })
      .filter(([, text]) => text !== "")
      .map(([kind, text]): PageRequest => ({ kind, as: "regulator", query, params: { text: String(text) } }));
  });
}

/** Searching 100,000 household files of 350,000 people. */
export const bench = filesBench("registry.search", async (_node, { households = 0 }) => {
  const requests = requestsOf(households);
  return (number) => pick(requests, number);
});
