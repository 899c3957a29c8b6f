/** What the commands of governance take. Browser-safe: SDK, HTTP and CLI derive from it. */
import { OrganisationId } from "@mingbai/identity/schema";
import { roles } from "@mingbai/ledger/authority/role";
import { RosterMember, rosterKeys, rosterMembersMax } from "@mingbai/ledger/genesis/roster";
import { TieChange } from "@mingbai/levels/schema";
import { FormDefinition } from "@mingbai/registry/content/form/definition";
import { EntryPolicy } from "@mingbai/registry/content/policy/entry-policy";
import { FreezeTarget as MoneyTarget } from "@mingbai/treasury/schema";
import { fundNumberMax } from "@mingbai/workflow/schema";
import { z } from "zod";
import { type ParameterName, parameterNames } from "./schema/parameters.ts";
import { changeableRuleKeys, Rule } from "./schema/rules.ts";

export { RosterMember, rosterKeys, rosterMembersMax };

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);
/** Identity of the transaction that proposed: to vote on it is to sign every byte of what was proposed. */
export const ProposalId = Hex32;
/** Commitment to what vaults keep (`WordsContent` of workflow). */
export const WordsId = Hex32;

/** What a regulator may stop: money, what moves it, or everything that one organisation does. */
export const FreezeTarget = z.union([
  MoneyTarget,
  z.strictObject({ kind: z.literal("organisation"), organisation: OrganisationId }),
]);
export type FreezeTarget = z.infer<typeof FreezeTarget>;

const ParameterNameText = z.enum(parameterNames as [ParameterName, ...ParameterName[]]);

/** What may be changed by vote. In `parameter` no `value` means none: no limit, no end. */
export const Change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("roster"), members: z.array(RosterMember).min(1).max(rosterMembersMax) }),
  /** From one organisation that kept the ledger alone to several. */
  z.strictObject({ kind: z.literal("handOver"), members: z.array(RosterMember).min(1).max(rosterMembersMax) }),
  z.strictObject({
    kind: z.literal("parameter"),
    name: ParameterNameText,
    organisation: OrganisationId.optional(),
    fund: z.int().min(1).max(fundNumberMax).optional(),
    value: z.int().optional(),
  }),
  z.strictObject({ kind: z.literal("rule"), of: z.enum(changeableRuleKeys), rule: Rule }),
  z.strictObject({ kind: z.literal("admitMember"), organisation: OrganisationId }),
  z.strictObject({ kind: z.literal("removeMember"), organisation: OrganisationId }),
  /** The roles that an organisation's administrators may give. */
  z.strictObject({
    kind: z.literal("roleScope"),
    organisation: OrganisationId,
    roles: z
      .array(z.enum(roles))
      .min(1)
      .max(roles.length)
      .refine((list) => new Set(list).size === list.length, "a role stands twice"),
  }),
  z.strictObject({ kind: z.literal("liftFreeze"), target: FreezeTarget }),
  /** What this ledger believes of another one. */
  z.strictObject({ kind: z.literal("tie"), tie: TieChange }),
  /** Who is taken into monitoring and who leaves it: the next version, whole. */
  z.strictObject({ kind: z.literal("entryPolicy"), policy: EntryPolicy }),
  /** What household files ask for: the next version, whole. */
  z.strictObject({ kind: z.literal("householdForm"), form: FormDefinition }),
]);
export type Change = z.infer<typeof Change>;

/** The question that goes to the members with every freeze; nobody proposes it. */
export type ConfirmFreeze = { readonly kind: "confirmFreeze"; readonly target: FreezeTarget };
/** Everything that is voted on. */
export type VotedChange = Change | ConfirmFreeze;

/** How often what is to be changed had been changed by vote when the proposer looked at it. */
const Base = z.int().min(0);

export const Propose = z.strictObject({ change: Change, base: Base, words: WordsId });
export const choices = ["for", "against"] as const;
export type Choice = (typeof choices)[number];
export const Vote = z.strictObject({ proposal: ProposalId, choice: z.enum(choices) });
export const Withdraw = z.strictObject({ proposal: ProposalId });
/** The organisation that a proposal would make a member agrees. */
export const Accept = z.strictObject({ proposal: ProposalId });

/** A key of a proposed roster, and its signature over that roster (`rosterKeyMessage`). */
export const KeyProof = z.strictObject({ publicKey: Hex32, signature: z.string().regex(/^[0-9a-f]{128}$/) });
export type KeyProof = z.infer<typeof KeyProof>;
export const ProveKeys = z.strictObject({
  proposal: ProposalId,
  proofs: z
    .array(KeyProof)
    .min(1)
    .max(rosterKeys.length * rosterMembersMax),
});

/** Why something is stopped, in a word that all may read; what it is about lies in vaults. */
export const freezeReasons = ["suspectedFraud", "courtOrder", "stolenKey", "wrongData", "other"] as const;
export type FreezeReason = (typeof freezeReasons)[number];
export const Freeze = z.strictObject({ target: FreezeTarget, reason: z.enum(freezeReasons), words: WordsId });
export const Unfreeze = z.strictObject({ target: FreezeTarget });

/** Proposals of one organisation that are open at a time. */
export const openProposalsMax = 8;
/** Freezes that nobody has confirmed yet. */
export const openFreezesMax = 256;
/** After a freeze lapsed or the vote was against it, the same target is not frozen again for this long. */
export const freezeAgainWaitMs = 7 * 24 * 60 * 60 * 1_000;

/** How a proposal ended. baseChanged: another was applied first. void: what it names is no longer so. */
export const outcomes = ["applied", "rejected", "lapsed", "withdrawn", "baseChanged", "void"] as const;
export type Outcome = (typeof outcomes)[number];

/** Every command of this domain by its verb; its name on the ledger is `governance.<verb>`. */
export const governanceCommands = {
  propose: Propose,
  vote: Vote,
  withdraw: Withdraw,
  accept: Accept,
  proveKeys: ProveKeys,
  freeze: Freeze,
  unfreeze: Unfreeze,
} as const;
