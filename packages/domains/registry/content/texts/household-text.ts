/** What is said about a household besides its file: sealed with the household's own data key, so that it is erased with it. Browser-safe. */
import { z } from "zod";
import { CaseText } from "./case-text.ts";
import { MessageText } from "./message-text.ts";
import { NoticeText } from "./notice-text.ts";
import { SettlementText } from "./settlement-text.ts";

export const HouseholdText = z.discriminatedUnion("kind", [CaseText, NoticeText, SettlementText, MessageText]);
export type HouseholdText = z.infer<typeof HouseholdText>;
