import { defineBench } from "../define-bench.ts";
import { type CountyNode, startCountyNode } from "../load/county-node.ts";

interface Size {
  readonly households: number;
  /** The village of about so many households is checked. */
  readonly village: number;
}

interface Prepared extends CountyNode {
  readonly village: string;
  readonly villageHouseholds: number;
  /** Seconds of the first check, with the process started and all facts opened. */
  readonly coldS: number;
}

/** Seconds from the press of a key until a village's verdicts, faults and proposals are written, with the county's facts in memory; `coldS`: without. */
export const bench = defineBench<Size, Prepared>({
  name: "registry.village_check",
  unit: "s",
  rounds: 3,
  full: { households: 100_000, village: 500 },
  small: { households: 400, village: 5 },
  async prepare({ households, village: wanted }) {
    const county = await startCountyNode(households);
    const { rows } = await county.node.client.query<{ village: string; count: number }>(
      "select village, count(*)::int as count from registry.household group by village order by abs(count(*) - $1), village limit 1",
      [wanted],
    );
    const [{ village, count } = { village: "", count: 0 }] = rows;
    const coldS = await county.compare(village);
    return { ...county, village, villageHouseholds: count, coldS };
  },
  async run({ compare, village, villageHouseholds, coldS, facts }) {
    return { figure: await compare(village), details: { villageHouseholds, coldS, facts } };
  },
  peers: [],
  close: ({ close }) => close(),
});
