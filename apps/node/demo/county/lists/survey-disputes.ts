import { surveySheet } from "../facts/survey-sheet.ts";
import type { MadeCounty } from "../made-county.ts";
import { type Dispute, findDispute } from "./find-dispute.ts";

export interface SurveyDispute extends Dispute {
  readonly sheet: string;
  /** The household's number as people write it. */
  readonly number: string;
}

/** All households in whose survey sheets members differ, in order. */
export function* surveyDisputes(county: MadeCounty): Generator<SurveyDispute> {
  let index = 0;
  for (const household of county.households) {
    const dispute = findDispute(county.seed, index, household);
    if (dispute !== undefined) yield { ...dispute, sheet: surveySheet(index), number: household.number };
    index++;
  }
}
