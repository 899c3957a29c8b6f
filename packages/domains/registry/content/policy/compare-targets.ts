import { countGroups, type Group } from "../compare/count-groups.ts";
import type { ReadyPolicy } from "./compile-policy.ts";
import type { PolicyCase } from "./judge-conditions.ts";
import { judgeEntry } from "./judge-entry.ts";
import type { Judgement, Outcome } from "./judgement.ts";
import { holdYardsticks, type YardstickId, yardstickIds } from "./yardsticks.ts";

/** A household as two policies and the yardsticks see it: all that stays of it while others are looked at. */
export interface Target {
  readonly household: string;
  readonly a: Outcome;
  readonly b: Outcome;
  /** Conditions that do not hold: they keep it out of monitoring, or of leaving it. */
  readonly keptOutOfA: readonly string[];
  readonly keptOutOfB: readonly string[];
  readonly yardsticks: Readonly<Record<YardstickId, boolean | undefined>>;
}

/** A yardstick beside one policy: whom both include, whom the policy misses, whom it includes beyond. */
export interface Held {
  readonly both: readonly string[];
  readonly missed: readonly string[];
  readonly beyond: readonly string[];
}

export interface TargetSide {
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  /** Their files do not say enough. */
  readonly unknown: readonly string[];
  readonly keptOutBy: readonly Group[];
}

/**
 * Two policies side by side, and each beside the yardsticks; every list opens its files. Of exits, `included` are those who could
 * leave.
 */
export interface TargetComparison {
  readonly households: number;
  readonly a: TargetSide;
  readonly b: TargetSide;
  /** Whom only the second includes, whom only the first, and whom neither does. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly neither: readonly string[];
  readonly yardsticks: readonly {
    readonly id: YardstickId;
    readonly included: readonly string[];
    readonly unknown: number;
    readonly a: Held;
    readonly b: Held;
  }[];
}

/** `a`: the policy in force; `b`: the one that is proposed, whose line and formula the income line is held by. */
export function judgeTarget(
  household: string,
  asked: PolicyCase,
  { a, b }: { a: ReadyPolicy; b: ReadyPolicy },
): Target {
  const [inA, inB] = [judgeEntry(a, asked), judgeEntry(b, asked)];
  return {
    household,
    a: inA.outcome,
    b: inB.outcome,
    keptOutOfA: failedIn(inA),
    keptOutOfB: failedIn(inB),
    yardsticks: holdYardsticks(b.policy, asked.file, asked.day),
  };
}

export function compareTargets(targets: readonly Target[]): TargetComparison {
  const idsWhere = (is: (target: Target) => boolean) => targets.filter(is).map(({ household }) => household);
  const sideOf = (side: "a" | "b"): TargetSide => ({
    included: idsWhere((one) => one[side] === "holds"),
    excluded: idsWhere((one) => one[side] === "fails"),
    unknown: idsWhere((one) => one[side] === "unknown"),
    keptOutBy: countGroups(targets, (one) => (side === "a" ? one.keptOutOfA : one.keptOutOfB)),
  });
  const heldBy = (id: YardstickId, side: "a" | "b"): Held => ({
    both: idsWhere((one) => one.yardsticks[id] === true && one[side] === "holds"),
    missed: idsWhere((one) => one.yardsticks[id] === true && one[side] !== "holds"),
    beyond: idsWhere((one) => one.yardsticks[id] === false && one[side] === "holds"),
  });
  return {
    households: targets.length,
    a: sideOf("a"),
    b: sideOf("b"),
    gained: idsWhere(({ a, b }) => a !== "holds" && b === "holds"),
    lost: idsWhere(({ a, b }) => a === "holds" && b !== "holds"),
    neither: idsWhere(({ a, b }) => a !== "holds" && b !== "holds"),
    yardsticks: yardstickIds.map((id) => ({
      id,
      included: idsWhere((one) => one.yardsticks[id] === true),
      unknown: idsWhere((one) => one.yardsticks[id] === undefined).length,
      a: heldBy(id, "a"),
      b: heldBy(id, "b"),
    })),
  };
}

/** Ids of the conditions that do not hold. */
export function failedIn({ conditions }: Judgement): string[] {
  return conditions.filter(({ outcome }) => outcome === "fails").map(({ id }) => id);
}
