import { toHex } from "@mingbai/codec/hex";
import { leafKinds } from "@mingbai/ledger/execute/leaf";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { followBlocks } from "../../../apps/node/projector/follow.ts";
import type { DurableLedger } from "../../../apps/node/projector/project-durable.ts";
import { nodeSealing } from "../../../apps/node/vault/node-sealing.ts";
import { VaultLog } from "../../../apps/node/vault/vault-log.ts";
import { benchSecret } from "./bench-people.ts";

const firstDayMs = Date.UTC(2025, 0, 1);
const dayMs = 86_400_000;
const days = 365;

/** Puts texts for every line of every batch into the vault of a ledger at rest. */
export async function writeTexts(
  root: string,
  logs: Pick<DurableLedger, "blocks" | "bodies">,
  blocks: number,
): Promise<{ vaultEntries: number; firstPaymentBlock: number }> {
  const { vault: key } = await deriveNodeKeys(benchSecret);
  const vault = await VaultLog.open({ disk: nodeDisk(), folder: dataFolder(root).vault, sealing: nodeSealing(key) });
  let firstPaymentBlock = blocks;
  for await (const { number, transactions } of followBlocks(logs, { from: 0, below: blocks })) {
    const batches = transactions.filter(({ leaf }) => leaf.kind === leafKinds.payments);
    if (batches.length > 0) firstPaymentBlock = Math.min(firstPaymentBlock, number);
    await vault.put(
      batches.map(({ leaf, logIndex }) => ({
        subject: toHex(leaf.id),
        content: { kind: "batch", lines: Array.from({ length: leaf.units }, (_, line) => textsOf(logIndex, line)) },
      })),
    );
  }
  const vaultEntries = vault.durable;
  await vault.close();
  return { vaultEntries, firstPaymentBlock };
}

function textsOf(batch: number, line: number) {
  const paidOn = new Date(firstDayMs + ((batch * 31 + line) % days) * dayMs).toISOString().slice(0, 10);
  return { reference: `${batch}/${line}`, purpose: "Subsistence allowance, monthly", paidOn };
}
