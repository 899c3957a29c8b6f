import { findBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { canonicalRoster, type Roster } from "@mingbai/ledger/genesis/roster";
import { judgeSignedHeader, type LightFault } from "@mingbai/ledger/proofs/light-block";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { engineChainId, eraRadix, snapshotsQuery } from "@mingbai/sequencer/network/network-application";
import { z } from "zod";
import { askEngine } from "./ask-engine.ts";
import type { JoinFile } from "./join-file.ts";

const Asked = z.object({ result: z.object({ response: z.object({ code: z.int(), value: z.string().nullable() }) }) });
const Status = z.object({ result: z.object({ node_info: z.object({ network: z.string() }) }) });
const Begun = z.object({ result: z.object({ genesis: z.object({ genesis_time: z.iso.datetime() }) }) });
const Commit = z.object({ result: z.object({ signed_header: z.unknown() }) });

/**
 * From where a node joins by this member's engine: the block of its newest snapshot, or the newest block where the roster has
 * changed in between, which more than two thirds of the roster signed. The engine's light client goes on from an older block
 * in few steps, and back from a newer one block by block. Undefined where the member has no snapshot to offer: the ledger is
 * young, and its blocks alone bring a node up to it. Throws Error where the member cannot be asked, or shows another ledger, or
 * has no snapshot of one that was handed over, whose first blocks the engine never had.
 */
export async function trustMember(rpcUrl: string, ledger: Trusting): Promise<JoinFile | undefined> {
  const era = await findBegun(rpcUrl, ledger);
  const { response } = await askEngine(rpcUrl, `abci_query?path="${snapshotsQuery}"`, Asked);
  const offered = Number(new TextDecoder().decode(findBase64(response.value ?? "") ?? new Uint8Array()));
  if (response.code !== 0 || !(offered > 0)) {
    if (era === undefined) return undefined;
    throw new Error(
      `one organisation handed this ledger to several at height ${era.base}, and ${rpcUrl} offers no snapshot of it yet: wait for its next thousand heights, or join with a copy of the ledger (mingbai restore --ledger-only) and the files of handover/, as docs/operations.md says`,
    );
  }
  const asked = { genesis: ledger.genesis, roster: lastOf(ledger), eraBase: era?.base ?? 0 };
  const ofSnapshot = await judgeBlock(rpcUrl, `commit?height=${offered}`, asked);
  const trusted = "fault" in ofSnapshot ? await judgeBlock(rpcUrl, "commit", asked) : ofSnapshot;
  if (!("fault" in trusted))
    return { format: "mingbai/join/1", rpcServers: [rpcUrl, rpcUrl], ...trusted, ...(era && { era }) };
  throw new Error(
    `${rpcUrl} shows a block that two thirds of roster ${asked.roster.epoch} did not sign (${trusted.fault}): it is of another ledger, or that roster is no longer in force`,
  );
}

interface Trusting {
  readonly genesis: Genesis;
  /** From the one that genesis names to the one in force, each with the height from which it is. */
  readonly rosters: readonly { readonly fromHeight: number; readonly roster: Roster }[];
}

function lastOf({ rosters, genesis }: Trusting): Roster {
  return rosters.at(-1)?.roster ?? genesis.roster;
}

/**
 * What the engine's network began with where one organisation had kept the ledger before: the height stands in the network's
 * name, and one of the rosters is in force from the next. Its time is the member's word: the state of the snapshot says the same.
 */
async function findBegun(rpcUrl: string, { genesis, rosters }: Trusting): Promise<JoinFile["era"]> {
  const { node_info: node } = await askEngine(rpcUrl, "status", Status);
  const alone = `${engineChainId(chainOf(genesis))}-`;
  if (!node.network.startsWith(alone)) return undefined;
  const base = Number.parseInt(node.network.slice(alone.length), eraRadix);
  const roster = rosters.find(({ fromHeight }) => fromHeight === base + 1)?.roster;
  if (roster === undefined)
    throw new Error(`${rpcUrl} orders ${node.network}, with which no roster of this ledger begins`);
  const { genesis: begun } = await askEngine(rpcUrl, "genesis", Begun);
  return { base, timeMs: Date.parse(begun.genesis_time) - 1, roster: canonicalRoster(roster) };
}

async function judgeBlock(
  rpcUrl: string,
  path: string,
  { genesis, roster, eraBase }: { genesis: Genesis; roster: Roster; eraBase: number },
): Promise<Pick<JoinFile, "height" | "hash"> | { readonly fault: LightFault }> {
  const { signed_header: signed } = await askEngine(rpcUrl, path, Commit);
  const judged = judgeSignedHeader({ signed, roster, verify: verifyEd25519 });
  if (judged.fault !== undefined) return judged;
  if (judged.header.chain_id !== engineChainId(chainOf(genesis), eraBase)) return { fault: "LIGHT_OTHER_LOG" };
  return { height: judged.header.height, hash: toHex(judged.hash).toUpperCase() };
}
