import type { RuleFault } from "@mingbai/rules/fault";
import type { Source } from "../facts/fact.ts";
import type { Words } from "./fill-words.ts";
import type { Named } from "./named-values.ts";
import type { LookedAt } from "./rule-set.ts";
import type { Settlement } from "./settlement.ts";

/** Worst first. Green: nothing that is known speaks against the file. */
export const levels = ["red", "yellow", "green"] as const;
export type Level = (typeof levels)[number];

/** A person of a household as a reason names them. */
export interface ReasonPerson {
  /** Their place in the file, from 0. */
  readonly at: number;
  /** Their number on the ledger. */
  readonly person?: string;
  readonly identityNumber?: string;
  readonly name?: string;
}

/** Who a settled reason was about: by the number on the ledger, else the identity number, else the name. */
export function personKey(person: ReasonPerson | undefined): string | undefined {
  return person?.person ?? person?.identityNumber ?? person?.name;
}

/** A fact that a reason rests on. */
export interface UsedFact {
  readonly id: string;
  readonly source: Source | "registry";
  readonly kind: LookedAt;
  readonly asOf: string;
  readonly monthsOld: number;
  /** Older than its kind may be without being asked for again. */
  readonly isOld: boolean;
}

/** One thing in which the file and what departments know do not fit, with all that is needed to look again. */
export interface Reason {
  readonly rule: string;
  /** Of the rule set. */
  readonly version: number;
  readonly level: "red" | "yellow";
  /** It may be that help is missing, rather than not needed. */
  readonly isOpposite: boolean;
  readonly person?: ReasonPerson;
  readonly fields: readonly string[];
  readonly facts: readonly UsedFact[];
  readonly named: Named;
  readonly words: Words;
  readonly action: Words;
  /** Names this reason for these facts; see `reason-digest.ts`. */
  readonly digest: string;
  /** The same was settled once, for facts that have changed since. */
  readonly earlier?: Settlement;
  /** What the household itself last said about these very facts. */
  readonly answer?: Settlement;
}

export interface SettledReason {
  readonly reason: Reason;
  readonly by: Settlement;
}

/** A rule that could not be judged, for another cause than that something is not known. */
export interface Unjudged {
  readonly rule: string;
  readonly person?: ReasonPerson;
  readonly fault: RuleFault;
}

export interface Verdict {
  readonly household: string;
  readonly day: string;
  readonly version: number;
  /** Of the reasons that are open. */
  readonly level: Level;
  readonly reasons: readonly Reason[];
  readonly settled: readonly SettledReason[];
  readonly unjudged: readonly Unjudged[];
  /** Whose lists say anything about these people: green by nobody's knowledge is another green. */
  readonly sources: readonly Source[];
  /** Places of people without an identity number: nobody's list can be asked about them. */
  readonly unasked: readonly number[];
}

/** That of the worst of these open reasons. */
export function levelOf(open: readonly Reason[]): Level {
  if (open.some(({ level }) => level === "red")) return "red";
  return open.length > 0 ? "yellow" : "green";
}
