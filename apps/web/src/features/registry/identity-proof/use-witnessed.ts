import type { PersonName } from "@mingbai/identity/views";
import { useState } from "react";
import { useNow } from "../../../ui/use-now.ts";
import { type RecentProof, useRecentProofs } from "./recent-proofs.ts";

/** Before whom somebody of these people says something, with what came of a comparison of who stands there, where there was one. */
export function useWitnessed(people: readonly string[]) {
  const proofs = useRecentProofs(people, useNow());
  const [colleague, setColleague] = useState<PersonName>();
  const [chosen, setChosen] = useState<RecentProof | "none">();
  const latest = proofs.find((proof) => proof === chosen) ?? proofs[0];
  const compared = chosen === "none" ? undefined : latest;
  const witness = compared?.witness.account ?? colleague?.account;
  const setCompared = (proof: RecentProof | undefined) => setChosen(proof ?? "none");
  return { proofs, colleague, setColleague, compared, setCompared, witness };
}

export type Witnessed = ReturnType<typeof useWitnessed>;
