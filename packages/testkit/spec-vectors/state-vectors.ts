import { toHex } from "@mingbai/codec/hex";
import { appHash } from "@mingbai/ledger/execute/app-hash";
import { genesisBytes } from "@mingbai/ledger/genesis/genesis";
import { rosterHash } from "@mingbai/ledger/genesis/roster";
import { foundSample } from "../sample-domain/sample-ledger.ts";
import { blockVectors } from "./block-vectors.ts";
import { hashOf } from "./hash-of.ts";

/** Genesis, roster, the root of a state, the app hash, and a few blocks executed. */
export function appHashVectors() {
  const { genesis, chain, state } = foundSample();
  const roster = {
    epoch: 0,
    members: [
      {
        organisation: "office",
        organisationKey: "cc".repeat(32),
        ackKey: "aa".repeat(32),
        logKey: "bb".repeat(32),
        cosignKey: "dd".repeat(32),
        consensusKey: "ee".repeat(32),
        power: 1,
      },
    ],
  };
  const parts = { logRoot: hashOf(1), effects: hashOf(2), stateRoot: hashOf(3), rosterHash: hashOf(4) };
  const hash = appHash({ lastHeight: 1_024, logSize: 99, ...parts });
  const sealed = state.seal();
  return {
    appHash: { lastHeight: 1_024, logSize: 99, ...hexed(parts), hash: toHex(hash) },
    roster: { ...roster, hash: toHex(rosterHash(roster)) },
    genesis: { bytes: toHex(genesisBytes(genesis)), chain: toHex(chain) },
    stateRoot: {
      // Every bucket that is not written here is the empty list, "[]".
      tables: sealed.stores.map(({ name, chunks }) => ({
        name,
        chunks: chunks.length,
        buckets: chunks.flatMap(({ bytes }, bucket) => (bytes.length === 2 ? [] : [{ bucket, bytes: toHex(bytes) }])),
      })),
      root: toHex(sealed.root),
    },
    blocks: blockVectors(),
  };
}

function hexed<Name extends string>(parts: Record<Name, Uint8Array>) {
  return Object.fromEntries(Object.entries<Uint8Array>(parts).map(([name, bytes]) => [name, toHex(bytes)]));
}
