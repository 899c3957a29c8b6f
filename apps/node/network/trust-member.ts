import { findBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { judgeSignedHeader, type LightFault } from "@mingbai/ledger/proofs/light-block";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { engineChainId, snapshotsQuery } from "@mingbai/sequencer/network/network-application";
import { z } from "zod";
import { askEngine } from "./ask-engine.ts";
import type { JoinFile } from "./join-file.ts";

const Asked = z.object({ result: z.object({ response: z.object({ code: z.int(), value: z.string().nullable() }) }) });
const Status = z.object({ result: z.object({ node_info: z.object({ network: z.string() }) }) });
const Commit = z.object({ result: z.object({ signed_header: z.unknown() }) });

/**
 * From where a node joins by this member's engine: the block of its newest snapshot, or the newest block where the roster has
 * changed in between, which more than two thirds of the roster signed. The engine's light client goes on from an older block
 * in few steps, and back from a newer one block by block. Undefined where the member has no snapshot to offer: the ledger is
 * young, and its blocks alone bring a node up to it. Throws Error where the member cannot be asked, or shows another ledger.
 */
export async function trustMember(rpcUrl: string, ledger: Trusting): Promise<JoinFile | undefined> {
  await refuseHandedOver(rpcUrl, ledger.genesis);
  const { response } = await askEngine(rpcUrl, `abci_query?path="${snapshotsQuery}"`, Asked);
  const offered = Number(new TextDecoder().decode(findBase64(response.value ?? "") ?? new Uint8Array()));
  if (response.code !== 0 || !(offered > 0)) return undefined;
  const ofSnapshot = await judgeBlock(rpcUrl, `commit?height=${offered}`, ledger);
  const trusted = "fault" in ofSnapshot ? await judgeBlock(rpcUrl, "commit", ledger) : ofSnapshot;
  if (!("fault" in trusted)) return { format: "mingbai/join/1", rpcServers: [rpcUrl, rpcUrl], ...trusted };
  throw new Error(
    `${rpcUrl} shows a block that two thirds of roster ${ledger.roster.epoch} did not sign (${trusted.fault}): it is of another ledger, or that roster is no longer in force`,
  );
}

/** A ledger that one organisation kept up to a height is not all in what the engine shows: who joins needs the rest first. */
async function refuseHandedOver(rpcUrl: string, genesis: Genesis): Promise<void> {
  const { node_info: node } = await askEngine(rpcUrl, "status", Status);
  if (!node.network.startsWith(`${engineChainId(chainOf(genesis))}-`)) return;
  throw new Error(
    "one organisation handed this ledger to several: a node joins with a copy of it (mingbai restore --ledger-only) and the files of handover/, as docs/operations.md says, and not by a snapshot",
  );
}

interface Trusting {
  readonly genesis: Genesis;
  readonly roster: Roster;
}

async function judgeBlock(
  rpcUrl: string,
  path: string,
  { genesis, roster }: Trusting,
): Promise<Pick<JoinFile, "height" | "hash"> | { readonly fault: LightFault }> {
  const { signed_header: signed } = await askEngine(rpcUrl, path, Commit);
  const judged = judgeSignedHeader({ signed, roster, verify: verifyEd25519 });
  if (judged.fault !== undefined) return judged;
  if (judged.header.chain_id !== engineChainId(chainOf(genesis))) return { fault: "LIGHT_OTHER_LOG" };
  return { height: judged.header.height, hash: toHex(judged.hash).toUpperCase() };
}
