import { compareTargeting } from "@mingbai/measures/targeting/compare-targeting";
import { countGroups, type Group } from "../compare/count-groups.ts";
import type { ReadyPolicy } from "./compile-policy.ts";
import type { PolicyCase } from "./judge-conditions.ts";
import { judgeEntry } from "./judge-entry.ts";
import type { Outcome } from "./judgement.ts";

/** A household by its number on the ledger. */
export interface PolicyRow extends PolicyCase {
  readonly household: string;
}

/** What one policy makes of all households: each list opens its files. */
export interface PolicySide {
  readonly version: number;
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  /** Their files do not say enough. */
  readonly unknown: readonly string[];
  /** Whom the other policy includes and this one does not. */
  readonly missed: readonly string[];
  /** By condition that fails, whom it keeps out. */
  readonly keptOutBy: readonly Group[];
}

export interface PolicyComparison {
  readonly households: number;
  readonly a: PolicySide;
  readonly b: PolicySide;
  readonly both: readonly string[];
  readonly neither: readonly string[];
}

/** Two policies side by side over the same households, in the order of the rows. */
export function comparePolicies(rows: readonly PolicyRow[], a: ReadyPolicy, b: ReadyPolicy): PolicyComparison {
  const judged = rows.map((row) => ({ id: row.household, a: judgeEntry(a, row), b: judgeEntry(b, row) }));
  const includes = (side: "a" | "b") => (row: (typeof judged)[number]) => row[side].outcome === "holds";
  const { both, onlyA, onlyB, neither } = compareTargeting(judged, includes("a"), includes("b"));
  const sideOf = (side: "a" | "b", missed: readonly string[]): PolicySide => {
    const idsOf = (outcome: Outcome) => judged.filter((row) => row[side].outcome === outcome).map(({ id }) => id);
    const failing = judged.map((row) => ({ household: row.id, failed: failedIn(row[side]) }));
    return {
      version: (side === "a" ? a : b).policy.version,
      included: idsOf("holds"),
      excluded: idsOf("fails"),
      unknown: idsOf("unknown"),
      missed,
      keptOutBy: countGroups(failing, ({ failed }) => failed),
    };
  };
  return { households: rows.length, a: sideOf("a", onlyB), b: sideOf("b", onlyA), both, neither };
}

function failedIn({ conditions }: ReturnType<typeof judgeEntry>): string[] {
  return conditions.filter(({ outcome }) => outcome === "fails").map(({ id }) => id);
}
