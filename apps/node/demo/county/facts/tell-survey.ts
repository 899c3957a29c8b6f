import type { Dice } from "../draw/dice.ts";
import { addFact, type Draft, headOf } from "../file/draft.ts";
import { incomePerHead, monitoringLineFen } from "../lines.ts";
import { surveySheet } from "./survey-sheet.ts";

/** The general survey counts a little otherwise than the file, and never less than nothing; nobody comes below the line by that. */
export function tellSurvey(draft: Draft, dice: Dice): void {
  const told = Math.floor((incomePerHead(draft.values, draft.people.length) * dice.between(92, 108)) / 100);
  const perPerson = Math.max(told, draft.standing === "monitored" ? 0 : monitoringLineFen);
  addFact(draft, headOf(draft), {
    by: "survey",
    kind: "surveyed",
    values: { perPerson, household: surveySheet(draft.index) },
  });
}
