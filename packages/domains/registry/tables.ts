import type { Number64 } from "@mingbai/codec/number64";
import type { Waiting } from "@mingbai/ledger/calendar/waiting";
import { defineTable } from "@mingbai/ledger/state/table";
import type { FieldClass, FormDefinition } from "./content/form/definition.ts";
import type { EntryPolicy } from "./content/policy/entry-policy.ts";
import type { departures, endings, Purpose } from "./schema.ts";
import type { CaseKind, Stage } from "./stages.ts";

/** How a file ended; a household that is kept has none. */
export type HouseholdEnding = (typeof endings)[number] | "merged" | "withdrawn";

export interface HouseholdRow {
  /** The organisation that keeps the file. */
  readonly keeper: string;
  readonly area: string;
  /** Of the household's own part of the file. */
  readonly version: number;
  /** Who lives there, in the order in which they came. */
  readonly people: readonly Number64[];
  /** The account that answers for the household. */
  readonly responsible?: Number64;
  /** The import that opened it. */
  readonly import?: Number64;
  /** People came or went since it was opened. */
  readonly hasMoves?: true;
  readonly ended?: HouseholdEnding;
}

/** Households by their number. */
export const householdTable = defineTable<HouseholdRow>("registry.households");

export interface PersonRow {
  readonly household: Number64;
  readonly version: number;
  readonly ended?: (typeof departures)[number];
  /** Their own account, where they have a key. */
  readonly account?: Number64;
}

/** People by their number. Each is in one household at a time. */
export const personTable = defineTable<PersonRow>("registry.people");

/** Which person an account is; an account is one person's. */
export const personOfAccountTable = defineTable<{ readonly person: Number64 }>("registry.personOfAccount");

export interface GrantRow {
  readonly purpose: Purpose;
  readonly classes: readonly FieldClass[];
  readonly untilMs: number;
  /** When it was agreed to; absent while it is asked for. */
  readonly fromMs?: number;
}

/** Access by `household/organisation`: asked for, or given. */
export const grantTable = defineTable<GrantRow>("registry.grants");

export function grantKey(household: Number64, organisation: string): string {
  return `${household}/${organisation}`;
}

export interface ErasureRow {
  readonly subjects: readonly Number64[];
  readonly by: Number64;
  readonly decided?: boolean;
  /** Organisations whose nodes keep the ledger when it is decided: the vault of each has to say that it erased. */
  readonly owed: readonly string[];
  /** Organisations whose vaults have erased. */
  readonly acknowledged: readonly string[];
}

/** Erasures that were asked for, by their number. */
export const erasureTable = defineTable<ErasureRow>("registry.erasures");

/** Subjects whose keys are to be nowhere any more. */
export const erasedTable = defineTable<{ readonly erasure: Number64 }>("registry.erased");

/** An objection to a case, while it is read on the ledger: who made it, and that somebody answered. */
export interface ObjectionRow {
  readonly by: Number64;
  readonly isAnswered: boolean;
}

export interface CaseRow {
  readonly household: Number64;
  readonly kind: CaseKind;
  readonly stage: Stage;
  /** Version of the policy that it began under and goes by. */
  readonly policy: number;
  /** Who entered or checked it: none of them reviews or decides. */
  readonly enteredBy: readonly Number64[];
  /** Who reviewed it: none of them decides. */
  readonly reviewedBy: readonly Number64[];
  readonly objections: readonly ObjectionRow[];
  /** What the village found last has been to the public. */
  readonly isPublic?: true;
  /** Until when the next one should act, or when the stage ends by itself; absent at an end. */
  readonly dueMs?: number;
  /** When it is told that the term ends soon; absent once it was, and where it is not. */
  readonly soonMs?: number;
  readonly overdue: boolean;
}

/** Cases of entry and exit by their number. */
export const caseTable = defineTable<CaseRow>("registry.cases");

/** What cases say of a household. Of most households none says anything: they came with a list. */
export interface StandingRow {
  /** The one that is open. */
  readonly case?: Number64;
  readonly standing?: "monitored" | "observed" | "left";
  /** Since when it stands so. */
  readonly sinceMs?: number;
}

/** By the household. */
export const standingTable = defineTable<StandingRow>("registry.standings");

/** How many cases wait for each moment. */
export const dueTable = defineTable<Waiting>("registry.due");

/** Policies that members have voted, by their version. The first is the one that the program brings. */
export const policyTable = defineTable<{ readonly policy: EntryPolicy }>("registry.policies");

/** Forms that members have voted, by their version. The first is the one that the program brings. */
export const formTable = defineTable<{ readonly form: FormDefinition }>("registry.forms");

export const registryTables = [
  householdTable,
  personTable,
  personOfAccountTable,
  grantTable,
  erasureTable,
  erasedTable,
  caseTable,
  standingTable,
  dueTable,
  policyTable,
  formTable,
] as const;
