import type { Dice } from "../draw/dice.ts";
import type { Draft, DraftPerson } from "../file/draft.ts";

/** Somebody of the household who fits. Throws where nobody does: the family was to be drawn so that somebody does. */
export function pickPerson(draft: Draft, dice: Dice, fits: (person: DraftPerson, at: number) => boolean): DraftPerson {
  return dice.pick(draft.people.filter(fits));
}

/** Of an age at which one drives, owns and earns. */
export function isOfWorkingAge({ age }: { readonly age: number }): boolean {
  return age >= 22 && age <= 58;
}

export function hasWorkingAge(family: readonly { readonly age: number }[]): boolean {
  return family.some(isOfWorkingAge);
}
