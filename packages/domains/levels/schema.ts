/** What the commands of levels take. Browser-safe: SDK, HTTP and CLI derive from it. */
import { noteCharsMax } from "@mingbai/ledger/proofs/note";
import { Account, Amount, FundNumber, Hex32, TimeMs, TrancheNumber } from "@mingbai/treasury/schema";
import { z } from "zod";
import { Proven } from "./schema/proven.ts";

/** Ledgers that one ledger knows at a time. */
export const tiesMax = 4_096;
/** Funds that go over one tie. */
export const fundsPerTieMax = 64;
/** Transfers of a tie that wait for the other side's answer. */
export const transfersUnderWayMax = 65_536;
/** Tranches that one tie may open: one for each fund and expiry. */
export const tranchesPerTieMax = 1_024;
/** Accepted sizes of which the roots are kept, to prove leaves by. */
export const sizesKept = 32;
/** How far ahead a deadline may lie. */
export const deadlineDaysMax = 366;

/** A ledger's identity, hexadecimal. */
export const ChainId = Hex32;
/** A signed note, as it is published. */
const NoteText = z.string().min(1).max(noteCharsMax);
/** Siblings from a place in a log to its root: sizes stay below 2^53. */
const Hashes = z.array(Hex32).max(64);

/** A fund here and the same one there. Between two ledgers it goes by the number that the parent has for it. */
export const FundPair = z.strictObject({ own: FundNumber, theirs: FundNumber });
export type FundPair = z.infer<typeof FundPair>;
const FundPairs = z
  .array(FundPair)
  .max(fundsPerTieMax)
  .refine((pairs) => isOnce(pairs.map(({ own }) => own)) && isOnce(pairs.map(({ theirs }) => theirs)), "a fund twice");

/** What the other ledger is to this one. */
export const ties = ["parent", "child"] as const;
export type TieKind = (typeof ties)[number];

/**
 * What this ledger's members vote about another ledger, which `ledger` names. `roster`: the note that the other's organisations signed. The
 * vote itself is governance's, as all votes are.
 */
export const TieChange = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("join"),
    ledger: ChainId,
    as: z.enum(ties),
    name: z.string().min(1).max(64),
    roster: NoteText,
    funds: FundPairs,
  }),
  z.strictObject({ kind: z.literal("roster"), ledger: ChainId, roster: NoteText }),
  z.strictObject({ kind: z.literal("funds"), ledger: ChainId, funds: FundPairs }),
  /** Nothing new is believed of it any more. */
  z.strictObject({ kind: z.literal("close"), ledger: ChainId }),
]);
export type TieChange = z.infer<typeof TieChange>;

/** `from`: the accepted size that `proof` leads from, or to where the posted tree is the smaller one. */
export const PostCheckpoint = z.strictObject({
  ledger: ChainId,
  note: NoteText,
  from: z.int().min(0),
  proof: Hashes,
});

/** `payee` is an account of the other ledger; `purpose` a salted commitment to what it is for. */
export const SendTransfer = z.strictObject({
  ledger: ChainId,
  holder: Account,
  fund: FundNumber,
  tranche: TrancheNumber,
  amount: Amount,
  payee: Account,
  deadlineMs: TimeMs,
  purpose: Hex32,
});

export type SendTransfer = z.infer<typeof SendTransfer>;

export const ReceiveTransfer = Proven;
export const SettleTransfer = Proven;
export const ReceiveTotals = Proven;
export const StateTotals = z.strictObject({});
export const ReleaseTransfer = z.strictObject({ transfer: Hex32 });

/** Every command of this domain by its verb; its name on the ledger is `levels.<verb>`. */
export const levelsCommands = {
  postCheckpoint: PostCheckpoint,
  sendTransfer: SendTransfer,
  receiveTransfer: ReceiveTransfer,
  settleTransfer: SettleTransfer,
  releaseTransfer: ReleaseTransfer,
  stateTotals: StateTotals,
  receiveTotals: ReceiveTotals,
} as const;

function isOnce(numbers: readonly number[]): boolean {
  return new Set(numbers).size === numbers.length;
}
