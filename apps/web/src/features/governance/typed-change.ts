import { Change, type FreezeTarget, type RosterMember } from "@mingbai/governance/schema";
import { parameters } from "@mingbai/governance/schema/parameters";
import { changeableRuleKeys, Rule } from "@mingbai/governance/schema/rules";
import { parseAmount } from "../payments/parse-amount.ts";
import { draftMembers, draftOf, type RosterDraft } from "./roster/roster-draft.ts";
import { spelledTie, type TieDraft, tieDraftFrom } from "./tie/tie-draft.ts";

/** The kinds that a person may propose, in the order of the form. */
export const proposedKinds = [
  "parameter",
  "rule",
  "admitMember",
  "removeMember",
  "roleScope",
  "liftFreeze",
  "roster",
  "handOver",
  "tie",
] as const;
export type ProposedKind = (typeof proposedKinds)[number];

/** What stands in the form, as typed. */
export interface TypedChange {
  readonly kind: ProposedKind;
  readonly name: string;
  readonly value: string;
  readonly isNone: boolean;
  readonly organisation: string;
  readonly fund: string;
  readonly of: string;
  readonly level: "members" | "regulators" | "role";
  readonly levelRole: string;
  readonly levelOrganisation: string;
  readonly threshold: "majority" | "overTwoThirds" | "all" | "atLeast";
  readonly count: string;
  readonly openDays: string;
  readonly roles: readonly string[];
  readonly target: FreezeTarget | undefined;
  readonly roster: RosterDraft;
  readonly tie: TieDraft;
}

/** The form as an address asks for it: `kind`, `name`, `organisation`, `of`, `leaves`, and of a tie what `tieDraftFrom` reads. `inForce`: who keeps the ledger. */
export function typedFrom(asked: URLSearchParams, inForce: readonly RosterMember[]): TypedChange {
  return {
    kind: proposedKinds.find((kind) => kind === asked.get("kind")) ?? "parameter",
    name: asked.get("name") ?? "ledger.quotaUnitsPerMinute",
    value: "",
    isNone: false,
    organisation: asked.get("organisation") ?? "",
    fund: "",
    of: changeableRuleKeys.find((key) => key === asked.get("of")) ?? "parameter",
    level: "members",
    levelRole: "administrator",
    levelOrganisation: "",
    threshold: "majority",
    count: "2",
    openDays: "7",
    roles: [],
    target: undefined,
    roster: draftOf(inForce, asked.get("leaves") ?? ""),
    tie: tieDraftFrom(asked),
  };
}

/** The change that the form spells, or undefined where something is missing or out of bounds. */
export function findTypedChange(typed: TypedChange, decimals: number): Change | undefined {
  const read = Change.safeParse(spelled(typed, decimals));
  if (!read.success) return undefined;
  return read.data.kind === "parameter" && !isWithin(read.data) ? undefined : read.data;
}

function spelled(typed: TypedChange, decimals: number): unknown {
  const { kind, organisation } = typed;
  switch (kind) {
    case "parameter":
      return spelledParameter(typed, decimals);
    case "rule":
      return { kind, of: typed.of, rule: ruleOf(typed) };
    case "admitMember":
    case "removeMember":
      return { kind, organisation };
    case "roleScope":
      return { kind, organisation, roles: typed.roles };
    case "liftFreeze":
      return { kind, target: typed.target };
    case "roster":
    case "handOver":
      return { kind, members: draftMembers(typed.roster) };
    case "tie":
      return { kind, tie: spelledTie(typed.tie) };
  }
}

function spelledParameter({ name, value, isNone, organisation, fund }: TypedChange, decimals: number): unknown {
  const parameter = Object.entries(parameters).find(([one]) => one === name)?.[1];
  if (parameter === undefined) return undefined;
  const amount = parameter.unit === "money" ? parseAmount(value, decimals) : parseAmount(value, 0);
  return {
    kind: "parameter",
    name,
    ...(parameter.scope === "organisation" && { organisation }),
    ...(parameter.scope === "fund" && { fund: Number(fund) }),
    // Nothing typed is not none: that is chosen.
    ...(!(isNone && parameter.mayBeNone) && { value: amount ?? Number.NaN }),
  };
}

function ruleOf({ level, levelRole, levelOrganisation, threshold, count, openDays }: TypedChange): unknown {
  const place = levelOrganisation === "" ? {} : { organisation: levelOrganisation };
  const read = Rule.safeParse({
    level: level === "role" ? { kind: level, role: levelRole, ...place } : { kind: level },
    threshold: threshold === "atLeast" ? { kind: threshold, count: Number(count) } : { kind: threshold },
    openDays: Number(openDays),
  });
  return read.success ? read.data : undefined;
}

function isWithin({ name, value, organisation, fund }: Extract<Change, { kind: "parameter" }>): boolean {
  const { min, max, scope } = parameters[name];
  if ((scope === "organisation") !== (organisation !== undefined) || (scope === "fund") !== (fund !== undefined)) {
    return false;
  }
  return value === undefined || (value >= min && value <= max);
}
