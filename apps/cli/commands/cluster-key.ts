import { existsSync } from "node:fs";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis } from "@mingbai/app-node/founding/genesis-file";
import { publicRosterKeys } from "@mingbai/app-node/founding/solo-roster";
import { openNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { toHex } from "@mingbai/codec/hex";
import { passphraseFileVariable, passphraseVariable, readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import { Command } from "commander";
import { stringify } from "yaml";
import { writeFolder } from "../backup/write-folder.ts";
import { makeMemberKeys } from "../cluster/make-member-keys.ts";
import { type ListedMember, type MemberKeys, parseMembers } from "../cluster/members-file.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly host: string;
  readonly url?: string;
  readonly data: string;
}

/** `mingbai cluster key`: makes one member's keys where they stay, and prints its entry for the members.yaml of all. */
export function clusterKeyCommand(): Command {
  return new Command("key")
    .description(
      inLanguage({
        en: "make this organisation's keys, and print its public entry for everybody's members.yaml",
        zh: "生成本机构的密钥，并打印写进 members.yaml 的公开条目",
      }),
    )
    .requiredOption(
      "--id <ID>",
      inLanguage({ en: "short name of the organisation, as finance", zh: "机构代号，如 finance" }),
    )
    .requiredOption("--zh <NAME>", inLanguage({ en: "its name in Chinese", zh: "机构中文名" }))
    .requiredOption("--en <NAME>", inLanguage({ en: "its name in English", zh: "机构英文名" }))
    .requiredOption(
      "--host <HOST>",
      inLanguage({ en: "where other members reach its node", zh: "其他成员连接本节点的主机名或地址" }),
    )
    .option("--url <URL>", inLanguage({ en: "where browsers find its pages", zh: "浏览器打开网页的地址" }))
    .option(
      "--data <FOLDER>",
      inLanguage({
        en: "where the keys go; must be absent or empty, or a node's, whose keys are printed",
        zh: "密钥放在哪里；必须不存在或为空，或者是已有节点的文件夹（打印它的公钥）",
      }),
      ".mingbai/node",
    )
    .action(run);
}

async function run({ id, zh, en, host, url, data }: Flags): Promise<void> {
  const member = { id, name: { zh, en }, host, ...(url !== undefined && { url }) };
  // The same questions as when the entry comes back, before any key is made.
  parseMembers(stringify({ members: [member] }), "--id, --host, --url");
  const { keys, administrator } = (await findKept(data)) ?? (await makeKeys(data));
  const entry: Partial<ListedMember> = { ...member, keys, ...(administrator && { administrator }) };
  process.stdout.write(stringify([entry]));
  process.stderr.write(
    inLanguage({
      en: `The keys are in ${data} and stay there. Send what is printed above to whoever writes members.yaml, by a way that both trust.\n`,
      zh: `密钥在 ${data}，不要外传。把上面打印的内容通过双方信任的途径交给编写 members.yaml 的人。\n`,
    }),
  );
}

function makeKeys(data: string) {
  return writeFolder(data, async (beside) => makeMemberKeys(beside, { given: await givenPassphrase(), isDemo: false }));
}

/** Of a node that is there, which keeps a ledger alone until it is handed to several: its keys stay what they are. */
async function findKept(data: string): Promise<{ keys: MemberKeys; administrator: undefined } | undefined> {
  const folder = dataFolder(data);
  if (!existsSync(folder.nodeKey)) return undefined;
  const isDemo = (await findGenesis(folder.genesis))?.configuration.demo ?? false;
  const passphrase = await foundPassphrase(folder, { isDemo });
  const keys = await openNodeKeys({ path: folder.nodeKey, passphrase });
  return { keys: { ...publicRosterKeys(keys), p2pKey: toHex(keys.p2p.publicKey) }, administrator: undefined };
}

/** The passphrase that the environment gives; without one it is made, and kept beside the keys. */
async function givenPassphrase(): Promise<string | undefined> {
  const isGiven = process.env[passphraseFileVariable] !== undefined || process.env[passphraseVariable] !== undefined;
  if (!isGiven) return undefined;
  return readPassphrase(inLanguage({ en: "Passphrase of the node's keys: ", zh: "节点密钥的口令：" }));
}
