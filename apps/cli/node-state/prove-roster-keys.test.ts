import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { rosterKeyMessage } from "@mingbai/governance/changes/roster";
import { sampleRoster } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { proveRosterKeys } from "./prove-roster-keys.ts";

const chain = new Uint8Array(32).fill(3);

describe("proveRosterKeys", () => {
  it("signs the roster with the keys that it waits for, and with no other", async () => {
    const keys = await deriveNodeKeys(new Uint8Array(32).fill(5));
    const awaited = [toHex(keys.organisation.publicKey), toHex(keys.consensus.publicKey), "ab".repeat(32)];
    const proofs = await proveRosterKeys(keys, { chain, roster: sampleRoster, awaited });
    expect(proofs.map(({ publicKey }) => publicKey)).toEqual(awaited.slice(0, 2));
    const message = rosterKeyMessage(chain, sampleRoster);
    for (const { publicKey, signature } of proofs) {
      const parts = { publicKey: fromHex(publicKey), signature: fromHex(signature), message };
      expect(verifySignature({ scheme: "ed25519", id: new Uint8Array(32), ...parts })).toBe(true);
      const other = rosterKeyMessage(chain, { ...sampleRoster, epoch: sampleRoster.epoch + 1 });
      expect(verifySignature({ scheme: "ed25519", id: new Uint8Array(32), ...parts, message: other })).toBe(false);
    }
  });
});
