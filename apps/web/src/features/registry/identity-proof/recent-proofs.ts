import type { Match } from "@mingbai/registry/content/texts/identity-proof";
import { useSyncExternalStore } from "react";

/** For so long what came of a comparison may go into an act: who was compared is still there. */
export const proofMsMax = 30 * 60_000;

/** What came of a comparison on this page; `proof` is its commitment (hexadecimal). */
export interface RecentProof {
  readonly person: string;
  readonly proof: string;
  readonly match: Match;
  readonly witness: { readonly account: string; readonly name: string };
  readonly madeMs: number;
}

/** The latest of each person; gone with the page, since it is of use to an act that is signed now. */
let proofs: readonly RecentProof[] = [];
const listeners = new Set<() => void>();

export function noteProof(proof: RecentProof): void {
  proofs = [proof, ...proofs.filter(({ person }) => person !== proof.person)];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Comparisons of these people that may still go into an act. */
export function useRecentProofs(people: readonly string[], nowMs: number): readonly RecentProof[] {
  const all = useSyncExternalStore(subscribe, () => proofs);
  return all.filter(({ person, madeMs }) => people.includes(person) && nowMs - madeMs < proofMsMax);
}
