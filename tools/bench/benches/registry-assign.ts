import { skills } from "@mingbai/posts/content/qualifications";
import type { FreeHelper, NeedyHousehold } from "@mingbai/registry/content/assign/pair";
import { proposeAssignments } from "@mingbai/registry/content/assign/propose-assignments";
import { type Random, random } from "@mingbai/testkit/random";
import { defineBench } from "../define-bench.ts";

interface Size {
  readonly households: number;
  readonly people: number;
}

interface Prepared {
  readonly households: readonly NeedyHousehold[];
  /** Half of them with a post in three villages, half in all of the town. */
  readonly helpers: readonly FreeHelper[];
}

const seed = 1;
const town = "town";
const villages = Array.from({ length: 100 }, (_, at) => `village-${at}`);
const around = new Map(villages.map((village) => [village, [village, town]]));
const causes = ["", "", "01", "02", "03", "07", "08", "09"];
const classes = ["", "", "", "1", "2", "3"];
const languages = ["", "wuu", "yue"] as const;
/** Places for so many of a hundred households: some must be left, so that paths are long. */
const placesPercent = 95;

/** Seconds to find, in one thread, the best assignment of households to people whose places do not suffice for all. */
export const bench = defineBench<Size, Prepared>({
  name: "registry.assign",
  unit: "s",
  rounds: 3,
  full: { households: 20_000, people: 500 },
  small: { households: 400, people: 20 },
  prepare: async (size) => makeTown(random(seed), size),
  async run(asked) {
    const startMs = performance.now();
    const { pairs, left } = proposeAssignments({ ...asked, around });
    const figure = (performance.now() - startMs) / 1_000;
    if (pairs.length === 0) throw new Error("nobody is assigned");
    return { figure, details: { pairs: pairs.length, left: left.length } };
  },
  peers: [],
});

function makeTown({ pick }: Random, size: Size): Prepared {
  const accountOf = (at: number): string => at.toString(16).padStart(16, "0");
  const helpers = Array.from({ length: size.people }, (_, at): FreeHelper => {
    const areas = at % 2 === 0 ? [town] : [pick(villages), pick(villages), pick(villages)];
    const placesMax = Math.floor((size.households * placesPercent) / (100 * size.people));
    return {
      account: accountOf(at),
      areas,
      skills: [pick(skills), pick(skills)],
      languages: [pick(["wuu", "yue"])],
      placesMax,
      taken: 0,
    };
  });
  const households = Array.from(
    { length: size.households },
    (_, at): NeedyHousehold => ({
      household: accountOf(at),
      area: pick(villages),
      monitored: pick(classes),
      cause: pick(causes),
      language: pick(languages),
      responsible: at % 3 === 0 ? pick(helpers).account : null,
    }),
  );
  return { households, helpers };
}
