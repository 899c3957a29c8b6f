import { defineBench } from "../define-bench.ts";
import { type CountyNode, startCountyNode } from "../load/county-node.ts";

/**
 * Seconds to compare all household files of a county with what sixteen departments know: the process is started, sealed facts are opened, files
 * are read from the tables, judged by the county's rules, and verdicts are written. The node answers meanwhile.
 */
export const bench = defineBench<{ households: number }, CountyNode>({
  name: "registry.county_run",
  unit: "s",
  rounds: 1,
  full: { households: 100_000 },
  small: { households: 400 },
  prepare: ({ households }) => startCountyNode(households),
  async run({ node, compare, facts }) {
    const figure = await compare();
    const { rows } = await node.client.query<{ households: number; red: number; yellow: number }>(
      "select done as households, red, yellow from comparison.run order by started_ms desc limit 1",
    );
    const [{ households, red, yellow } = { households: 0, red: 0, yellow: 0 }] = rows;
    return { figure, details: { households, facts, red, yellow } };
  },
  peers: [],
  close: ({ close }) => close(),
});
