import { findBase64 } from "@mingbai/codec/base64";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { Commit, findTrustedBlock } from "@mingbai/sequencer/cometbft/trusted-block";
import { engineChainId, snapshotsQuery } from "@mingbai/sequencer/network/network-application";
import { z } from "zod";
import { askEngine } from "./ask-engine.ts";
import type { JoinFile } from "./join-file.ts";

const Asked = z.object({ result: z.object({ response: z.object({ code: z.int(), value: z.string().nullable() }) }) });
const CommitResult = z.object({ result: Commit });

/**
 * From where a node joins by this member's engine: the newest block, which more than two thirds of the roster signed.
 * Undefined where the member has no snapshot to offer: the ledger is young, and its blocks alone bring a node up to it.
 * Throws Error where the member cannot be asked, or shows a block that the roster did not sign.
 */
export async function trustMember(
  rpcUrl: string,
  { genesis, roster }: { readonly genesis: Genesis; readonly roster: Roster },
): Promise<JoinFile | undefined> {
  const { response } = await askEngine(rpcUrl, `abci_query?path="${snapshotsQuery}"`, Asked);
  const offered = new TextDecoder().decode(findBase64(response.value ?? "") ?? new Uint8Array());
  if (response.code !== 0 || Number(offered) === 0) return undefined;
  const commit = await askEngine(rpcUrl, "commit", CommitResult);
  const trusted = findTrustedBlock(commit, { chainId: engineChainId(chainOf(genesis)), roster });
  if (trusted === undefined) {
    throw new Error(
      `${rpcUrl} shows block ${commit.signed_header.commit.height}, which two thirds of roster ${roster.epoch} did not sign: it is of another ledger, or that roster is no longer in force`,
    );
  }
  return { format: "mingbai/join/1", rpcServers: [rpcUrl, rpcUrl], ...trusted };
}
