import { dataFolder } from "@mingbai/app-node/data-folder";
import { findNetworkFile } from "@mingbai/app-node/network/network-file";
import { toHex } from "@mingbai/codec/hex";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { CometMissing, getCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import { inLanguage } from "../words.ts";
import { bad, type Finding, ok } from "./finding.ts";

/** Of a folder whose node keeps a ledger together with others: as whom, which ledger, and whether CometBFT can order for it. */
export async function checkNetwork(root: string, genesis: Genesis): Promise<Finding[]> {
  const path = dataFolder(root).network;
  try {
    const network = await findNetworkFile(path);
    if (network === undefined) return [];
    const { organisation, members } = network;
    const chain = toHex(chainOf(genesis));
    const who = inLanguage({
      en: `${organisation}, with ${members.length - 1} others, ledger ${chain}`,
      zh: `${organisation}，另有 ${members.length - 1} 家，账本编号 ${chain}`,
    });
    return [ok(`${root}: ${who}`), await checkComet()];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const advice = inLanguage({ en: "Bring the file back from the backup.", zh: "请从备份取回该文件" });
    return [bad(error.message, advice)];
  }
}

async function checkComet(): Promise<Finding> {
  try {
    return ok(`CometBFT: ${await getCometBinary()}`);
  } catch (error) {
    if (!(error instanceof CometMissing)) throw error;
    return bad("CometBFT", error.message);
  }
}
