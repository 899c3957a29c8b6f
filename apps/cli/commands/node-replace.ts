import { toHex } from "@mingbai/codec/hex";
import { Command, Option } from "commander";
import { stringify } from "yaml";
import { type Loss, losses, type Replaced, replaceNode } from "../joining/replace-node.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly lost: Loss;
  readonly from: string;
  readonly rpc: string;
  readonly data: string;
}

/** `mingbai node replace`: makes a node that lost something ready to get it back from the others at its next start. */
export function nodeReplaceCommand(): Command {
  return new Command("replace")
    .description(
      inLanguage({
        en: "make a stopped node that lost something ready to get it back from the others at its next start",
        zh: "让丢失了数据、已停止的节点在下次启动时从其他成员取回",
      }),
    )
    .addOption(
      new Option(
        "--lost <WHAT>",
        inLanguage({
          en: "ledger (or bodies in it), order (the engine's files in comet/), disk (both)",
          zh: "ledger（账本或其中的正文）、order（comet/ 里共识引擎的文件）、disk（两者）",
        }),
      )
        .choices([...losses])
        .makeOptionMandatory(),
    )
    .requiredOption("--from <URL>", inLanguage({ en: "another member's pages", zh: "另一成员的网页地址" }))
    .requiredOption(
      "--rpc <URL>",
      inLanguage({ en: "that member's engine, http://host:port", zh: "该成员共识引擎的 http://主机:端口" }),
    )
    .option("--data <FOLDER>", inLanguage({ en: "the node's data folder", zh: "节点的数据文件夹" }), ".mingbai/node")
    .action(async ({ lost, from, rpc, data }: Flags) => {
      const replaced = await replaceNode(data, { loss: lost, url: from, rpcUrl: rpc, nowMs: Date.now() });
      process.stdout.write(newEntry(replaced));
      process.stderr.write(told(replaced, data));
    });
}

/** The keys that a roster must name from now on, as an entry of a public file; empty where there are none. */
function newEntry({ organisation, newKeys }: Replaced): string {
  const keys = Object.entries(newKeys).map(([name, key]) => [name, toHex(key)]);
  return organisation === undefined || keys.length === 0
    ? ""
    : stringify([{ id: organisation, keys: Object.fromEntries(keys) }]);
}

function told({ aside, newKeys: { ackKey, consensusKey } }: Replaced, data: string): string {
  const lines = [
    aside && inLanguage({ en: `What was left of the ledger is in ${aside}`, zh: `账本的残余已移到 ${aside}` }),
    inLanguage({
      en: `The next start gets the rest from the others: npx mingbai cluster up --data ${data}`,
      zh: `下次启动会从其他成员取回：npx mingbai cluster up --data ${data}`,
    }),
    ackKey &&
      inLanguage({
        en: `This node keeps no word that it gave: it says "stored" again only under another key. Propose a roster with the ackKey printed above (save those lines and open them on the page Governance), prove it with mingbai node prove-keys, and once it is in force: mingbai node renew --data ${data}`,
        zh: `本节点已无法履行存储承诺：换了密钥才会再答“已存储”。请把上面打印的几行存成文件，在“治理”页提案换成其中的 ackKey，用 mingbai node prove-keys 证明，生效后执行 mingbai node renew --data ${data}`,
      }),
    consensusKey &&
      inLanguage({
        en: `What its consensus key signed is forgotten: it votes again once a roster names the consensusKey printed above`,
        zh: `共识密钥签过什么已无从得知：名册改用上面打印的 consensusKey 之后才会再投票`,
      }),
  ];
  return `${lines.filter((line) => line !== undefined).join("\n")}\n`;
}
