import type { Dice } from "../draw/dice.ts";
import { addFact, type Draft, headOf } from "../file/draft.ts";
import { incomePerHead, monitoringLineFen } from "../lines.ts";
import { surveySheet } from "./survey-sheet.ts";

/** The general survey counts a little otherwise than the file; nobody ordinary comes below the line by that. */
export function tellSurvey(draft: Draft, dice: Dice): void {
  const told = Math.floor((incomePerHead(draft.values, draft.people.length) * dice.between(92, 108)) / 100);
  const perPerson = draft.standing === "monitored" ? told : Math.max(told, monitoringLineFen);
  addFact(draft, headOf(draft), {
    by: "survey",
    kind: "surveyed",
    values: { perPerson, household: surveySheet(draft.index) },
  });
}
