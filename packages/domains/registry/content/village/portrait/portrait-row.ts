import { isBelowLine, type NetIncome } from "@mingbai/measures/income/net-income";
import type { HouseholdValues } from "../../file/household-values.ts";
import type { EntryPolicy } from "../../policy/entry-policy.ts";
import { fileIncome } from "../../policy/file-income.ts";
import { type CircumstanceId, findCircumstances } from "./circumstances.ts";
import { findDeprivations } from "./deprivations.ts";

/** Income a head against the policy's line: below it, up to one and a half, up to twice, more; or nobody has said. */
export const incomeBands = ["below", "near", "middle", "above", "unknown"] as const;
export type IncomeBand = (typeof incomeBands)[number];

/** What a village's portrait counts of one household. */
export interface PortraitRow {
  readonly id: string;
  readonly people: number;
  /** Code of the class; "" where it is not monitored. */
  readonly monitored: string;
  /** Codes, the main one first. */
  readonly causes: readonly string[];
  readonly income: IncomeBand;
  readonly deprived: readonly boolean[];
  readonly isKnown: boolean;
  readonly circumstances: readonly CircumstanceId[];
}

/** `day`: YYYY-MM-DD, on which ages are counted. */
export function portraitRow(
  id: string,
  file: HouseholdValues,
  { policy, day }: { policy: Pick<EntryPolicy, "formula" | "incomeLine">; day: string },
): PortraitRow {
  const { monitored, cause, otherCauses } = file.values;
  const others = Array.isArray(otherCauses) ? otherCauses.map(String) : [];
  return {
    id,
    people: file.people.length,
    monitored: typeof monitored === "string" ? monitored : "",
    causes: [...new Set([...(typeof cause === "string" ? [cause] : []), ...others])],
    income: bandOf(fileIncome(policy, file), policy.incomeLine),
    ...findDeprivations(file, day),
    circumstances: findCircumstances(file, day),
  };
}

/** Exact: lines are multiplied, nothing is divided. */
function bandOf(income: NetIncome | undefined, lineFen: number): IncomeBand {
  if (income === undefined) return "unknown";
  if (isBelowLine(income, lineFen)) return "below";
  if (isBelowLine(income, Math.floor((lineFen * 3) / 2))) return "near";
  return isBelowLine(income, lineFen * 2) ? "middle" : "above";
}
