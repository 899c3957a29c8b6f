import type { Dice } from "../draw/dice.ts";
import type { Draft } from "../file/draft.ts";
import { tellEarnings } from "./tell-earnings.ts";
import { tellHelpGiven } from "./tell-help-given.ts";
import { tellProperty } from "./tell-property.ts";
import { tellRegister } from "./tell-register.ts";
import { tellSurvey } from "./tell-survey.ts";

/** What departments know about a household, and its file says too: facts that support it. */
export function tellFacts(draft: Draft, dice: Dice): void {
  tellRegister(draft);
  tellEarnings(draft, dice);
  tellProperty(draft, dice);
  tellHelpGiven(draft, dice);
  tellSurvey(draft, dice);
}
