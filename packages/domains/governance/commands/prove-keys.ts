import { fromHex } from "@mingbai/codec/hex";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { nextRoster, rosterKeyMessage } from "../changes/roster.ts";
import { consented } from "../events/proposals.ts";
import { getOpenProposal } from "../laws/get-proposal.ts";
import { settle } from "../laws/settle.ts";
import { refuse } from "../refusals.ts";
import { type KeyProof, ProveKeys } from "../schema.ts";
import type { ProposalRow } from "../tables.ts";

/**
 * Whoever runs a node shows that the keys which a proposed roster would bring are held: each has signed that very roster.
 * Without all of them the roster does not take effect, whatever the votes.
 */
export const proveKeys = defineCommand("governance.proveKeys", {
  schema: ProveKeys,
  allow: [role("nodeOperator")],
  title: { en: "Prove the keys of a roster", zh: "证明名册里的密钥" },
  audit: { en: "proved keys of the roster in proposal {proposal}", zh: "证明了提案 {proposal} 名册里的密钥" },
  execute(context, { proposal, proofs }) {
    const { state, actor } = context;
    const row = getOpenProposal(state, proposal);
    if (isRefusal(row)) return row;
    const refusal = findProofRefusal(context, row, proofs);
    if (refusal !== undefined) return refusal;
    const keys = proofs.map(({ publicKey }) => publicKey);
    const after = { ...row, consents: row.consents.filter((one) => !keys.includes(one)) };
    return [consented({ proposal, consents: keys, by: actor.account }), ...settle(context, { proposal, row: after })];
  },
});

function findProofRefusal(
  { state, actor, chain }: CommandContext,
  { change, consents }: ProposalRow,
  proofs: readonly KeyProof[],
): Refusal | undefined {
  const { organisation } = actor;
  if (change.kind !== "roster" && change.kind !== "handOver") return refuse("NOT_AWAITED", { organisation });
  const message = rosterKeyMessage(chain, nextRoster(state, change));
  for (const { publicKey, signature } of proofs) {
    if (!consents.includes(publicKey)) return refuse("KEY_NOT_AWAITED", { publicKey });
    const parts = { publicKey: fromHex(publicKey), signature: fromHex(signature), message };
    if (!verifySignature({ scheme: "ed25519", id: new Uint8Array(32), ...parts }))
      return refuse("PROOF_WRONG", { publicKey });
  }
  return undefined;
}
