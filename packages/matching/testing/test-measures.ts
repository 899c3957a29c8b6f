import type { DuplicatePair, DuplicatePairs } from "../find-duplicates.ts";
import type { LikenessClass } from "../scoring/likeness.ts";
import { type DamageKind, damageKinds } from "./test-damages.ts";
import type { Register } from "./test-register.ts";

/** How well one kind of duplicate is found. Shares are in percent, rounded down. */
export interface KindMeasure {
  readonly kind: DamageKind;
  readonly planted: number;
  readonly found: Readonly<Record<LikenessClass, number>>;
  /** Planted pairs that are listed, in percent. */
  readonly recall: number;
  /** Of the pairs `same` or `probable` that a copy of this kind is in, those that are true, in percent. */
  readonly precision: number;
}

/** Holds what was found against what was planted. */
export function measureKinds(register: Register, { pairs }: DuplicatePairs): KindMeasure[] {
  return damageKinds.map((kind) => {
    const planted = [...register.copies.values()].filter((copy) => copy.kind === kind).length;
    const own = pairs.filter(
      ({ a, b }) => register.copies.get(a)?.kind === kind || register.copies.get(b)?.kind === kind,
    );
    const right = own.filter((pair) => isTrue(register, pair));
    const strong = own.filter((pair) => pair.class !== "possible");
    return {
      kind,
      planted,
      found: {
        same: countClass(right, "same"),
        probable: countClass(right, "probable"),
        possible: countClass(right, "possible"),
      },
      recall: percent(right.length, planted),
      precision: percent(strong.filter((pair) => isTrue(register, pair)).length, strong.length),
    };
  });
}

/** Of the pairs of a class, how many are true, and how many there are. */
export function measureClass(register: Register, { pairs }: DuplicatePairs, name: LikenessClass): [number, number] {
  const own = pairs.filter((pair) => pair.class === name);
  return [own.filter((pair) => isTrue(register, pair)).length, own.length];
}

export function isTrue({ copies }: Register, { a, b }: Pick<DuplicatePair, "a" | "b">): boolean {
  return copies.get(a)?.of === b || copies.get(b)?.of === a;
}

function countClass(pairs: readonly DuplicatePair[], name: LikenessClass): number {
  return pairs.filter((pair) => pair.class === name).length;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.trunc((part * 100) / whole);
}
