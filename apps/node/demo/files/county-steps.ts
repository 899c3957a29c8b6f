import type { MadeHousehold } from "../county/made-county.ts";
import { makeCounty } from "../county/make-county.ts";
import { demoHouseholds } from "../demo-areas.ts";
import type { DemoScene, DemoStep } from "../demo-step.ts";
import { momentOf } from "../demo-year.ts";
import { FileDesk, type PlacedHousehold } from "./file-desk.ts";

/** The demo's county is always the same. */
export const countySeed = 20_261_122;
/** One command carries no more. */
const householdsAtOnce = 100;
/** The town that keeps its own files; the bureau of civil affairs keeps all others. */
const ownTown = "fengxi";

/** The files of the invented county: so many of its households, those of one town first. */
export function countySteps(
  scene: DemoScene,
  { months, households }: { months: readonly string[]; households: number },
): DemoStep[] {
  if (households === 0) return [];
  const run = (): Promise<void> => openCounty(scene, households);
  return [{ atMs: momentOf(months[0] ?? "", { day: 3, hour: 8 }), run }];
}

/** Where the households lie that the files are of: those of one town first, by their places in the made county. */
export function countyPlaces(households: number) {
  // A larger county has larger villages, which are the same ones.
  const size = Math.max(demoHouseholds, households);
  const { villages, household } = makeCounty({ seed: countySeed, households: size });
  const own = villages.filter(({ township }) => township.area === ownTown);
  const others = villages.filter(({ township }) => township.area !== ownTown);
  const places = [...own, ...others].flatMap(({ area, first, count }) =>
    Array.from({ length: count }, (_, at) => ({ area, index: first + at, isOwn: area.startsWith(`${ownTown}-`) })),
  );
  return { chosen: places.slice(0, households), household };
}

async function openCounty(scene: DemoScene, households: number): Promise<void> {
  const { chosen, household } = countyPlaces(households);
  const town = new FileDesk(scene, "town-clerk");
  const bureau = new FileDesk(scene, "civil-clerk");
  for (const isOwn of [true, false]) {
    const kept = chosen.filter((place) => place.isOwn === isOwn);
    for (let at = 0; at < kept.length; at += householdsAtOnce) {
      const some = kept.slice(at, at + householdsAtOnce);
      await (isOwn ? town : bureau).open(some.map(({ area, index }) => placed(household(index), area)));
    }
  }
}

function placed({ household, values, people }: MadeHousehold, area: string): PlacedHousehold {
  return { household, area, values, people };
}
