import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { isRefusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { judgeTieChange } from "@mingbai/levels/effects";
import { findShownTie } from "@mingbai/levels/reads";
import type { TieChange } from "@mingbai/levels/schema";
import type { Plan } from "./plan.ts";

/** What this ledger believes of another: its parent, its children, their rosters and funds. `chain`: this one. */
export function tiePlan(tie: TieChange, chain: Uint8Array): Plan {
  return {
    rule: "tie",
    findRefusal(state) {
      const judged = judgeTieChange({ state, chain }, tie);
      return isRefusal(judged) ? judged : undefined;
    },
    before: (state) => shown(state, tie.ledger),
    events(state) {
      const judged = judgeTieChange({ state, chain }, tie);
      if (isRefusal(judged)) throw new Error(`a tie is changed that cannot be: ${judged.refused}`);
      return judged;
    },
  };
}

function shown(state: State, ledger: string): CanonicalObject {
  const tie = findShownTie(state, ledger);
  return tie === undefined ? {} : { tie: { ...tie } };
}
