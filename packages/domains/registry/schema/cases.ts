/** What the commands about cases of entry and exit and about alerts take. Browser-safe. */
import { Number64Text } from "@mingbai/identity/schema";
import { z } from "zod";
import { settlementKinds } from "../content/compare/settlement.ts";

/** Objections to one case. */
export const objectionsPerCaseMax = 100;

/** Chosen at random, so that a phone without a signal can go on with a case that it began. */
const CaseId = Number64Text;
/** Commitment to what is said, sealed with the household's key (`content/texts`). */
const TextId = z.string().regex(/^[0-9a-f]{64}$/);
/** What the act changes in the household's own file: the next part, and the version that its writer had seen. */
const FilePart = z.strictObject({ base: z.int().min(0), content: TextId });

/** How an application came: from the household itself, or taken down by an office. */
export const channels = ["own", "phone", "code", "visit"] as const;
export type Channel = (typeof channels)[number];

const first = { case: CaseId, household: Number64Text, content: TextId };
export const ApplyForEntry = z.strictObject({ ...first, channel: z.enum(channels) });
/** `content`: the income that the proposal rests on. */
export const ProposeExit = z.strictObject(first);

/** What the village found. */
export const CheckInVillage = z.strictObject({ case: CaseId, content: TextId });
/** for: a public notice is opened next. against: no notice, and who decides may not accept it. return: the village looks again. */
export const opinions = ["for", "against", "return"] as const;
export const ReviewCase = z.strictObject({ case: CaseId, opinion: z.enum(opinions), content: TextId });
/** `content`: what the public reads (`content/texts/notice-text.ts`). */
export const OpenNotice = z.strictObject({ case: CaseId, content: TextId });
/** `onBehalf`: an office writes down what somebody without an account says. */
export const ObjectToCase = z.strictObject({ case: CaseId, content: TextId, onBehalf: z.literal(true).optional() });
/** `objection`: its place among those of the case, from 0. */
export const AnswerObjection = z.strictObject({ case: CaseId, objection: z.int().min(0), content: TextId });

export const decisions = ["accept", "decline", "return"] as const;
/** What is accepted changes the file in the same act; nothing else does. */
export const DecideCase = z
  .strictObject({ case: CaseId, outcome: z.enum(decisions), content: TextId, part: FilePart.optional() })
  .refine(({ outcome, part }) => (outcome === "accept") === (part !== undefined), "what is accepted changes the file");
export const WithdrawCase = z.strictObject({ case: CaseId, content: TextId.optional() });
/** A household that has left and does worse again is monitored again, without another application. */
export const ReturnToMonitoring = z.strictObject({ case: CaseId, content: TextId, part: FilePart });

/** What became of a reason that the comparison found. Which one it is stands sealed in `content` (`settlement-text.ts`). */
export const SettleReason = z.strictObject({
  household: Number64Text,
  kind: z.enum(settlementKinds),
  content: TextId,
});

/** Commands about cases and alerts by their verbs. */
export const caseCommands = {
  applyForEntry: ApplyForEntry,
  proposeExit: ProposeExit,
  checkInVillage: CheckInVillage,
  reviewCase: ReviewCase,
  openNotice: OpenNotice,
  objectToCase: ObjectToCase,
  answerObjection: AnswerObjection,
  decideCase: DecideCase,
  withdrawCase: WithdrawCase,
  returnToMonitoring: ReturnToMonitoring,
  settleReason: SettleReason,
} as const;
