import { dataFolder } from "@mingbai/app-node/data-folder";
import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { readRenewed } from "@mingbai/app-node/keys/renewed-keys";
import { fromHex } from "@mingbai/codec/hex";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { proposalsView, settingsView } from "@mingbai/governance/views";
import { chainView } from "@mingbai/http/ledger-views";
import { createClient } from "@mingbai/sdk/client";
import { Command } from "commander";
import { defaultUrl, withAdvice } from "../default-url.ts";
import { nextKeys } from "../joining/replace-node.ts";
import { proveRosterKeys } from "../node-state/prove-roster-keys.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly proposal: string;
  readonly data: string;
  readonly url: string;
}

/** `mingbai node prove-keys`: the input of `mingbai do governance.proveKeys`, signed by this node's keys. */
export function nodeProveKeysCommand(): Command {
  return new Command("prove-keys")
    .description(
      inLanguage({
        en: "sign a proposed roster with this node's keys, and print the input of governance.proveKeys",
        zh: "用本节点的密钥签提案里的名册，打印 governance.proveKeys 的输入",
      }),
    )
    .requiredOption("--proposal <ID>", inLanguage({ en: "the proposal of the roster", zh: "名册的提案编号" }))
    .option("--data <FOLDER>", inLanguage({ en: "the node's data folder", zh: "节点的数据文件夹" }), ".mingbai/node")
    .option("--url <URL>", inLanguage({ en: "a node to ask", zh: "问哪个节点" }), defaultUrl)
    .action(run);
}

async function run({ proposal, data, url }: Flags): Promise<void> {
  try {
    process.stdout.write(`${JSON.stringify(await prove({ proposal, data, url }))}\n`);
  } catch (error) {
    throw withAdvice(error, url);
  }
}

async function prove({ proposal, data, url }: Flags) {
  const client = createClient({ url });
  const { chain, demo } = await client.ask(chainView, {});
  const { rosterEpoch } = await client.ask(settingsView, {});
  const [row] = (await client.ask(proposalsView, { id: proposal })).rows;
  if ((row?.change.kind !== "roster" && row?.change.kind !== "handOver") || row.ended !== null)
    throw new Error(words.notOpen);
  const folder = dataFolder(data);
  const passphrase = await foundPassphrase(folder, { isDemo: demo });
  const { secret } = await readKeyFile({ path: folder.nodeKey, passphrase });
  const roster = { epoch: rosterEpoch + 1, members: row.change.members };
  const asked = { chain: fromHex(chain), roster, awaited: row.awaited };
  const now = await proveRosterKeys(await deriveNodeKeys(secret, await readRenewed(folder.nodeKey)), asked);
  // The ack key that `node renew` takes is proved before it counts.
  const next = await proveRosterKeys((await nextKeys(secret, folder.nodeKey)).keys, asked);
  const proofs = [...new Map([...now, ...next].map((proof) => [JSON.stringify(proof), proof])).values()];
  if (proofs.length === 0) throw new Error(words.notAwaited);
  return { proposal, proofs };
}

const words = {
  get notOpen() {
    return inLanguage({ en: "this is no open proposal of a roster", zh: "这不是还在表决的名册提案" });
  },
  get notAwaited() {
    return inLanguage({ en: "the proposal waits for none of this node's keys", zh: "这项提案不等本节点的任何密钥" });
  },
};
