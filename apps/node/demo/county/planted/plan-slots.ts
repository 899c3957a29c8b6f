import { diceOf } from "../draw/dice.ts";
import { purposes } from "../draw/purposes.ts";
import { plannedCount, plantedKinds } from "./kinds.ts";
import type { Planting } from "./planting.ts";
import { plantings } from "./plantings.ts";

/** What is planted in one household. */
export interface Slot {
  readonly planting: Planting;
  /** Which one of its kind, and which one of all. */
  readonly ordinal: number;
  readonly place: number;
  /** Of two households the one that stays as it is has `second`, the other `first`. */
  readonly first?: number;
  readonly second?: number;
}

export interface SlotPlan {
  readonly slots: ReadonlyMap<number, Slot>;
  /** How many households there are without a file. */
  readonly unfiled: number;
  /** How many identities' worth of households there are: with a file, without, and strangers. */
  readonly total: number;
}

/** Which households get what: each at most one thing, anywhere in the county. */
export function planSlots(seed: number, households: number): SlotPlan {
  const free = shuffled(seed, households);
  const slots = new Map<number, Slot>();
  let place = 0;
  for (const kind of plantedKinds) {
    if (kind === "shouldBeRegistered") continue;
    const planting = plantings[kind];
    for (let ordinal = 0; ordinal < plannedCount(kind, households); ordinal++, place++) {
      const second = take(free);
      const slot = { planting, ordinal, place };
      if (planting.pairedWith === undefined) slots.set(second, slot);
      else {
        const first = take(free);
        slots.set(second, { ...slot, first });
        slots.set(first, { ...slot, second });
      }
    }
  }
  const unfiled = plannedCount("shouldBeRegistered", households);
  return { slots, unfiled, total: households + unfiled + place };
}

/** All households in a random order (Fisher and Yates). */
function shuffled(seed: number, households: number): number[] {
  const dice = diceOf(seed, 0, purposes.order);
  const order = Array.from({ length: households }, (_, at) => at);
  for (let at = households - 1; at > 0; at--) {
    const other = dice.below(at + 1);
    const [one, two] = [order[at] ?? 0, order[other] ?? 0];
    order[at] = two;
    order[other] = one;
  }
  return order;
}

function take(free: number[]): number {
  const next = free.pop();
  if (next === undefined) throw new RangeError("a county as small has no room for every fault");
  return next;
}
