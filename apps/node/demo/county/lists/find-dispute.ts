import type { Value } from "@mingbai/registry/content/file/value";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { findField } from "@mingbai/registry/content/form/find-field";
import { type Dice, diceOf } from "../draw/dice.ts";
import { purposes } from "../draw/purposes.ts";
import type { MadeHousehold } from "../made-county.ts";
import { disputedFields } from "./survey-questions.ts";

/** In one of so many households of two or more somebody says otherwise. */
const householdsADispute = 40;

/** What one member says about the household otherwise than the others. */
export interface Dispute {
  /** Which member, from 0. */
  readonly at: number;
  readonly field: string;
  readonly says: Value;
}

/** The planted disagreement of a household in the survey, or undefined: most households agree. */
export function findDispute(seed: number, index: number, { people, values }: MadeHousehold): Dispute | undefined {
  const dice = diceOf(seed, index, purposes.dispute);
  if (people.length < 2 || !dice.chance(1, householdsADispute)) return undefined;
  const field = dice.pick(disputedFields);
  return { at: dice.between(1, people.length - 1), field, says: otherValue(field, values[field], dice) };
}

function otherValue(field: string, value: Value | undefined, dice: Dice): Value {
  const type = findField(countyForm, "household", field)?.of;
  if (type?.type === "choice") return dice.pick(type.options.filter(({ code }) => code !== value)).code;
  if (type?.type === "money") return Number(value ?? 0) + dice.between(1, 40) * 10_000;
  if (type?.type !== "number") throw new RangeError(`${field} is none that members differ about`);
  return Number(value ?? 0) + dice.between(1, 5) * 10 ** type.decimals;
}
