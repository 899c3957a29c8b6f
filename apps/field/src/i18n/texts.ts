import { householdsTexts } from "./households-texts.ts";
import { recordsTexts } from "./records-texts.ts";
import { shellTexts } from "./shell-texts.ts";
import { visitTexts } from "./visit-texts.ts";

/** Every text of the phone application. */
export const fieldTexts = {
  zh: { ...shellTexts.zh, ...householdsTexts.zh, ...visitTexts.zh, ...recordsTexts.zh },
  en: { ...shellTexts.en, ...householdsTexts.en, ...visitTexts.en, ...recordsTexts.en },
};
