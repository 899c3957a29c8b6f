// A member's node of a network without pages and tables, in a process of its own: what the benches put their load on.
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { findGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { findNetworkFile } from "../../../apps/node/network/network-file.ts";
import { openLedger } from "../../../apps/node/open-ledger.ts";
import { memberSecret } from "./bench-people.ts";
import { MemberFlood } from "./member-flood.ts";
import { endBench, serveBench } from "./serve-bench.ts";
import type { MemberAnswer, MemberCall } from "./start-network.ts";

const [root = "", number] = process.argv.slice(2);
const folder = dataFolder(root);
const genesis = await findGenesis(folder.genesis);
const network = await findNetworkFile(folder.network);
if (genesis === undefined || network === undefined) throw new Error("serve-member FOLDER NUMBER, of a founded network");
const keys = await deriveNodeKeys(memberSecret(Number(number)));
const ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, network, onFatal: endBench });
const flood = new MemberFlood({ ledger, keys, member: Number(number) });

async function answer(call: MemberCall): Promise<MemberAnswer> {
  if ("flood" in call) await flood.start(call.flood);
  if ("endFlood" in call) return flood.stop();
  if (!("unorderedOf" in call)) return null;
  const { members } = ledger.network?.sequencer.status() ?? { members: [] };
  return members.find(({ member }) => member === call.unorderedOf)?.unordered ?? null;
}

process.on("message", async (call: MemberCall) => process.send?.({ answer: await answer(call) }));
await serveBench(ledger, network.http);
