import { HttpProblem } from "@mingbai/http/problem";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import { BodyElsewhere } from "@mingbai/sequencer/history/old-bodies";
import { archivesOf } from "./kept-heights.ts";
import type { NetworkFile } from "./network-file.ts";
import type { RunningNetwork } from "./open-network-sequencer.ts";

/** A body that this node keeps no more, from one that does. Rejects with KEPT_ELSEWHERE where none answers, and who they are. */
export async function fetchKeptElsewhere(
  network: (Pick<RunningNetwork, "fetchBody"> & { readonly file: Pick<NetworkFile, "members"> }) | undefined,
  record: BlockRecord,
  at: number,
): Promise<Uint8Array> {
  if (network === undefined)
    throw new Error(`a body of height ${record.height} is missing, and nobody else keeps the ledger`);
  try {
    return await network.fetchBody(record, at);
  } catch (error) {
    if (!(error instanceof BodyElsewhere)) throw error;
    const values = { height: record.height, keepers: archivesOf(network.file).join(", ") };
    throw new HttpProblem({ code: "KEPT_ELSEWHERE", status: 503, ...words, values });
  }
}

const words = {
  en: "What was signed at height {height} is kept by {keepers}, and none of them answers. Ask again later.",
  zh: "高度 {height} 的原文由 {keepers} 保存，现在都没有应答，请过一会儿再试",
};
