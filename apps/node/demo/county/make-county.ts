import type { Fact } from "@mingbai/registry/content/facts/fact";
import { diceOf } from "./draw/dice.ts";
import { purposes } from "./draw/purposes.ts";
import { drawIdentity, ownNumbers } from "./family/number-people.ts";
import type { Draft } from "./file/draft.ts";
import { countyDay, householdsMax, householdsMin } from "./lines.ts";
import type { MadeCounty, MadeHousehold, PlantedCounts, PlantedFault } from "./made-county.ts";
import { makeDraft, type Sketch } from "./make-draft.ts";
import { listVillages, type Village } from "./places/list-villages.ts";
import { byKind } from "./planted/kinds.ts";
import { planSlots, type Slot } from "./planted/plan-slots.ts";
import { unfile } from "./planted/unfiled.ts";

interface Made {
  readonly draft: Draft;
  readonly planted: readonly PlantedFault[];
}

/**
 * An invented county of household files with what departments know about its people, and with faults that are known because
 * they were planted. The same `seed` (an integer) gives the same county on every machine. Each household is made from its
 * place alone when it is asked for, so that memory does not grow with their number. `day`: for which all is true,
 * YYYY-MM-DD. Throws RangeError on fewer than 400 households or more than 500,000.
 */
export function makeCounty(options: {
  readonly seed: number;
  readonly households: number;
  readonly day?: string;
}): MadeCounty {
  const { seed, households: size, day = countyDay } = options;
  if (!Number.isSafeInteger(size) || size < householdsMin || size > householdsMax)
    throw new RangeError(`a county has ${householdsMin} to ${householdsMax} households`);
  const villages = listVillages(size);
  const plan = planSlots(seed, size);
  const villageOf = villageFinder(villages);
  const sketch = (index: number): Sketch => {
    const village = villageOf(index % size);
    return { seed, index, day, total: plan.total, village, place: (index % size) - village.first };
  };
  const make = (index: number): Made => {
    const slot = plan.slots.get(index);
    if (slot === undefined) return { draft: makeDraft(sketch(index)), planted: [] };
    return slot.second === undefined ? plant(index, slot) : keepFor(index, slot.second, slot);
  };

  function plant(index: number, slot: Slot): Made {
    const { planting, ordinal, place, first } = slot;
    const other = first === undefined ? undefined : makeDraft({ ...sketch(first), planting, isOther: true });
    const draft = makeDraft({ ...sketch(index), planting, other });
    const dice = diceOf(seed, index, purposes.planting);
    const own = ownNumbers(size + plan.unfiled + place, plan.total);
    const planted = planting.plant(draft, {
      dice,
      ordinal,
      other,
      newPerson: dice.number64(),
      stranger: (of) => drawIdentity(diceOf(seed, place, purposes.stranger), of, { day, own }),
    });
    return { draft, planted };
  }

  /** The other household of two stays as it is, and is told which fault it is part of. */
  function keepFor(index: number, second: number, { planting }: Slot): Made {
    const draft = makeDraft({ ...sketch(index), planting, isOther: true });
    const { planted } = make(second);
    return { draft, planted: planted.filter(({ households }) => households.includes(draft.household)) };
  }

  function unfiled(): Made[] {
    return Array.from({ length: plan.unfiled }, (_, at) => {
      const draft = makeDraft({ ...sketch(size + at), standing: "monitored" });
      return { draft, planted: [unfile(draft)] };
    });
  }

  function* facts(): Generator<Fact> {
    for (let index = 0; index < size; index++) yield* make(index).draft.facts;
    for (const { draft } of unfiled()) yield* draft.facts;
  }

  function planted(): PlantedCounts {
    const slots = [...plan.slots]
      .filter(([, { second }]) => second === undefined)
      .sort((a, b) => a[1].place - b[1].place);
    const faults = [...slots.flatMap(([index]) => make(index).planted), ...unfiled().flatMap((one) => one.planted)];
    return countByKind(faults);
  }

  return {
    seed,
    day,
    villages,
    size,
    household: (index) => householdOf(make(index)),
    households: {
      *[Symbol.iterator]() {
        for (let index = 0; index < size; index++) yield householdOf(make(index));
      },
    },
    facts,
    planted,
  };
}

function householdOf({ draft, planted }: Made): MadeHousehold {
  const { number, household, village, team, values, people } = draft;
  return {
    number,
    household,
    village: village.code,
    team,
    values,
    people: people.map((one) => ({ person: one.person, values: one.values })),
    planted,
  };
}

function countByKind(faults: readonly PlantedFault[]): PlantedCounts {
  return byKind((kind) => {
    const ofKind = faults.filter((fault) => fault.kind === kind);
    return { count: ofKind.length, faults: ofKind };
  });
}

/** Villages stand in the order of their households, so that the last asked for or the next is nearly always the one. */
function villageFinder(villages: readonly Village[]): (index: number) => Village {
  let at = 0;
  return (index) => {
    const last = villages[at];
    if (last === undefined || index < last.first || index >= last.first + last.count)
      at = villages.findIndex(({ first, count }) => index >= first && index < first + count);
    const found = villages[at];
    if (found === undefined) throw new RangeError(`there is no household ${index}`);
    return found;
  };
}
