import { shellTexts } from "../../shell/texts.ts";
import { uiTexts } from "../../ui/texts.ts";
import { verifyDayTexts } from "./day-texts.ts";
import { verifyErasureTexts } from "./erasure-texts.ts";
import { verifyTexts } from "./texts.ts";

/** The texts that the single file needs. */
export const verifyFileTexts = [uiTexts, shellTexts, verifyTexts, verifyDayTexts, verifyErasureTexts] as const;
