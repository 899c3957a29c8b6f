import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { baseOf } from "@mingbai/governance/reads";
import { FreezeTarget, freezeSubject } from "../schema.ts";
import type { TestLedger } from "./test-ledger.ts";
import { must, people } from "./test-scene.ts";

const { regulator, administrator, manager } = people;
const words = "f0".repeat(32);
/** What a freeze takes besides its target. */
export const why = { reason: "other", words } as const;

/** The regulator stops it, until three days have passed; the transaction. */
export function freeze(ledger: TestLedger, target: CanonicalObject): string {
  return must(ledger, regulator, "governance.freeze", { target, ...why });
}

/** The regulator lets it go; the transaction. */
export function unfreeze(ledger: TestLedger, target: CanonicalObject): string {
  return must(ledger, regulator, "governance.unfreeze", { target });
}

/** The regulator stops it, and the only member confirms that at once. */
export function freezeForGood(ledger: TestLedger, target: CanonicalObject): void {
  must(ledger, administrator, "governance.vote", { proposal: freeze(ledger, target), choice: "for" });
}

/** The only member lifts what was confirmed. */
export function lift(ledger: TestLedger, target: CanonicalObject): void {
  const read = FreezeTarget.parse(target);
  const base = baseOf(ledger.state, `freeze/${read.kind}/${freezeSubject(read)}`);
  const change = { kind: "liftFreeze", target };
  const proposal = must(ledger, manager, "governance.propose", { change, base, words });
  must(ledger, administrator, "governance.vote", { proposal, choice: "for" });
}
