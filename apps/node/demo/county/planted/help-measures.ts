import { helpKind } from "../file/codes.ts";
import type { Draft } from "../file/draft.ts";

/** Puts a measure among those of the household, in the form's order. */
export function addMeasure(draft: Draft, code: string): void {
  const now = Array.isArray(draft.values.helpKinds) ? draft.values.helpKinds : [];
  draft.values.helpKinds = Object.values(helpKind).filter((one) => one === code || now.includes(one));
}

/** Takes away all measures, and what was given by them. */
export function dropMeasures(draft: Draft): void {
  delete draft.values.helpKinds;
  const codes: readonly string[] = Object.values(helpKind);
  dropFacts(draft, ({ kind, values }) => kind === "helpGiven" && codes.includes(String(values.help)));
}

export function dropFacts({ facts }: Draft, isDropped: (fact: Draft["facts"][number]) => boolean): void {
  const kept = facts.filter((fact) => !isDropped(fact));
  facts.splice(0, facts.length, ...kept);
}
