/** Who decides on a proposal, by how many, within which time. Browser-safe. */
import { OrganisationId } from "@mingbai/identity/schema";
import { isOffice, roles } from "@mingbai/ledger/authority/role";
import { z } from "zod";

export const membersMax = 64;
export const openDaysMax = 90;
/** Voters of one proposal: more than hold one office at one organisation. */
export const votersMax = 4_096;

/**
 * Who may vote. members: each member organisation once, by one of its administrators. regulators: each organisation that
 * has a regulator once, by one of them. role: each person who has the role at the organisation; without `organisation` at
 * the one that the change concerns.
 */
export const Level = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("members") }),
  z.strictObject({ kind: z.literal("regulators") }),
  z.strictObject({
    kind: z.literal("role"),
    role: z.enum(roles).refine(isOffice, "only offices vote"),
    organisation: OrganisationId.optional(),
  }),
]);
export type Level = z.infer<typeof Level>;

/** How many of those who may vote must be in favour. majority: more than half. overTwoThirds: as rosters need it. */
export const Threshold = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("majority") }),
  z.strictObject({ kind: z.literal("overTwoThirds") }),
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("atLeast"), count: z.int().min(1).max(membersMax) }),
]);
export type Threshold = z.infer<typeof Threshold>;

/** `openDays`: days of 24 hours from the proposal until it lapses. */
export const Rule = z.strictObject({
  level: Level,
  threshold: Threshold,
  openDays: z.int().min(1).max(openDaysMax),
});
export type Rule = z.infer<typeof Rule>;

/** What there is a rule for. `rule` is the one for changing rules, and stands for ever. */
export const ruleKeys = [
  "roster",
  "member",
  "parameter",
  "ownParameter",
  "roleScope",
  "freeze",
  "lift",
  "tie",
  "rule",
] as const;
export type RuleKey = (typeof ruleKeys)[number];
export const changeableRuleKeys = [
  "roster",
  "member",
  "parameter",
  "ownParameter",
  "roleScope",
  "freeze",
  "lift",
  "tie",
] as const satisfies readonly RuleKey[];

const members = { kind: "members" } as const;

/** The rules of a ledger whose members have voted on none. */
export const usualRules: { readonly [key in RuleKey]: Rule } = {
  roster: { level: members, threshold: { kind: "overTwoThirds" }, openDays: 14 },
  member: { level: members, threshold: { kind: "overTwoThirds" }, openDays: 14 },
  parameter: { level: members, threshold: { kind: "majority" }, openDays: 7 },
  ownParameter: {
    level: { kind: "role", role: "administrator" },
    threshold: { kind: "atLeast", count: 1 },
    openDays: 7,
  },
  roleScope: { level: members, threshold: { kind: "majority" }, openDays: 7 },
  freeze: { level: members, threshold: { kind: "majority" }, openDays: 3 },
  lift: { level: members, threshold: { kind: "majority" }, openDays: 7 },
  tie: { level: members, threshold: { kind: "overTwoThirds" }, openDays: 14 },
  rule: { level: members, threshold: { kind: "all" }, openDays: 14 },
};

/** How many of `voters` must be in favour. */
export function votesNeeded(threshold: Threshold, voters: number): number {
  switch (threshold.kind) {
    case "majority":
      return Math.floor(voters / 2) + 1;
    case "overTwoThirds":
      return Math.floor((2 * voters) / 3) + 1;
    case "all":
      return voters;
    case "atLeast":
      return threshold.count;
  }
}
