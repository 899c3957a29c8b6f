import { dayNumber, dayText } from "../draw/days.ts";
import type { Dice } from "../draw/dice.ts";
import { helpKind } from "../file/codes.ts";
import { addFact, type Draft, headOf, yuan } from "../file/draft.ts";

const oldAge = 80;
const oldAgeAllowanceFen = yuan(100);

/** Help of this year: measures to the household by the form's codes of kinds, and `gaoling` to those who are very old. */
export function tellHelpGiven(draft: Draft, dice: Dice): void {
  const given = (): string => dayText(dayNumber(draft.day) - dice.between(10, 280));
  const measures = Array.isArray(draft.values.helpKinds) ? draft.values.helpKinds : [];
  for (const help of measures) {
    const amount =
      help === helpKind.health || help === helpKind.schooling
        ? yuan(dice.between(300, 3_000))
        : yuan(dice.between(0, 2_000));
    addFact(draft, headOf(draft), { by: "help", kind: "helpGiven", values: { help, amount, on: given() } });
  }
  for (const person of draft.people.filter(({ age }) => age >= oldAge))
    addFact(draft, person, {
      by: "help",
      kind: "helpGiven",
      values: { help: "gaoling", amount: oldAgeAllowanceFen, on: given() },
    });
}
