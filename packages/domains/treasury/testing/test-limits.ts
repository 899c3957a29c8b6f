import { baseOf } from "@mingbai/governance/reads";
import type { Person, TestLedger } from "./test-ledger.ts";
import { must, people } from "./test-scene.ts";

const name = "identity.approvalLimit";

/** An organisation decides on another limit for keys that are no passkeys: one of its people proposes, an administrator votes. */
export function limitTo(
  ledger: TestLedger,
  value?: number,
  { proposer = people.manager, voter = people.administrator }: { proposer?: Person; voter?: Person } = {},
): void {
  const { organisation } = voter;
  const base = baseOf(ledger.state, `parameter/${name}/${organisation}`);
  const change = { kind: "parameter", name, organisation, ...(value !== undefined && { value }) };
  const proposal = must(ledger, proposer, "governance.propose", { change, base, words: "f1".repeat(32) });
  must(ledger, voter, "governance.vote", { proposal, choice: "for" });
}
