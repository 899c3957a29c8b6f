/** What the commands of workflow take. Browser-safe: SDK, HTTP and CLI derive from it. Amounts are minor units. */
import { lineAmountFenMax } from "@mingbai/codec/money";
import { Number64Text, OrganisationId } from "@mingbai/identity/schema";
import { z } from "zod";

export const fundNumberMax = 4_095;
export const versionsMax = 100;

/** 32 bytes in lower-case hexadecimal: a matter (chosen at random by its applicant) or a commitment to content. */
const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);
export const MatterId = Hex32;
/** Commitment to content that the vault keeps. */
export const ContentId = Hex32;
export const Version = z.int().min(1).max(versionsMax);

/** What a matter may be. */
export const matterKinds = ["disbursement"] as const;
export type MatterKind = (typeof matterKinds)[number];

/** What execution must know: who is to receive how much from which fund. */
export const Terms = z.strictObject({
  payee: Number64Text,
  fund: z.int().min(1).max(fundNumberMax),
  amount: z.int().min(1).max(lineAmountFenMax),
});
export type Terms = z.infer<typeof Terms>;

/** What an organisation that was asked may say. */
export const opinions = ["agree", "disagree"] as const;

const at = { matter: MatterId, version: Version };

export const SubmitMatter = z.strictObject({
  matter: MatterId,
  kind: z.enum(matterKinds),
  /** Who decides. */
  to: OrganisationId,
  terms: Terms,
  content: ContentId,
});
/** `version`: the one that was returned; the new one has the next number. */
export const ResubmitMatter = z.strictObject({ ...at, terms: Terms, content: ContentId });
/** `words`: reasons for each field, and what to do. */
export const ReturnMatter = z.strictObject({ ...at, words: ContentId });
export const PassMatter = z.strictObject({ ...at, words: ContentId.optional() });
/** Another department is asked for its opinion and holds the matter until it hands it back. */
export const ForwardMatter = z.strictObject({ ...at, to: OrganisationId, words: ContentId.optional() });
export const HandBackMatter = z.strictObject({ ...at, opinion: z.enum(opinions), words: ContentId });
export const WithdrawMatter = z.strictObject(at);
/** The receiver says that the full amount came. */
export const ConfirmMatter = z.strictObject({ ...at, amount: z.int().min(1).max(lineAmountFenMax) });
export const DisputeMatter = z.strictObject({ ...at, words: ContentId });
/** The payer answers a dispute: the receiver looks again. */
export const AnswerDispute = z.strictObject({ ...at, words: ContentId });
/** The receiver gives up a dispute, or the regulator ends it. */
export const SettleDispute = z.strictObject({ ...at, words: ContentId });

/** Every command of this domain by its verb; its name on the ledger is `workflow.<verb>`. */
export const workflowCommands = {
  submitMatter: SubmitMatter,
  resubmitMatter: ResubmitMatter,
  returnMatter: ReturnMatter,
  passMatter: PassMatter,
  forwardMatter: ForwardMatter,
  handBackMatter: HandBackMatter,
  withdrawMatter: WithdrawMatter,
  confirmMatter: ConfirmMatter,
  disputeMatter: DisputeMatter,
  answerDispute: AnswerDispute,
  settleDispute: SettleDispute,
} as const;
