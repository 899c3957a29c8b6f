import { demoNumber, demoSeed } from "@mingbai/app-node/demo/demo-keys";
import { levelBankAccount, levelFund, officeOf } from "@mingbai/app-node/demo/levels/begin-level";
import { holderOf, type Level, type Post } from "@mingbai/app-node/demo/levels/level-casts";
import { utf8 } from "@mingbai/codec/bytes";
import type { Client } from "@mingbai/sdk/client";
import { payList } from "@mingbai/sdk/examples/pay-list";
import { manifestsView } from "@mingbai/treasury/views/acts";
import { type ManifestBatch, manifestBatchesView } from "@mingbai/treasury/views/manifest-batches";
import type { z } from "zod";
import { inLanguage } from "../words.ts";
import type { Await } from "./await.ts";
import type { LevelDesks } from "./level-desks.ts";

const dayChars = 10;
const yuanEach = 120_000;

/** A county pays its residents by a list that two approve, and its bank says that it has paid them. */
export async function payResidents(desks: LevelDesks, waitFor: Await): Promise<void> {
  const { level, url } = desks;
  const client = await desks.clientOf("finance");
  if ((await findBatch(client)) === undefined) {
    const { held } = await payList({
      url,
      file: utf8(listOf(level)),
      name: levelFund.name,
      from: { payer: officeOf(level), fund: levelFund.inCounty, tranche: 1 },
      proposer: keyOf(level, "manager"),
      approvers: [keyOf(level, "finance"), keyOf(level, "approver")],
    });
    if (held.length > 0) throw new Error(unpayable(level.id));
    await waitFor(async () => (await findBatch(client)) !== undefined);
  }
  const batch = await findBatch(client);
  if (batch === undefined || batch.status === "burned") return;
  await desks.act("bank", "treasury.settleBatch", {
    batch: batch.transaction,
    bankAccount: levelBankAccount,
    reference: "OUT-1",
    valueDay: new Date().toISOString().slice(0, dayChars),
    paid: "rest",
    failed: [],
  });
}

function unpayable(id: string): string {
  return inLanguage({ en: `the list of ${id} has rows that cannot be paid`, zh: `${id} 的名单里有无法发放的行` });
}

/** The one batch of the one list that was paid. */
async function findBatch(client: Client): Promise<z.infer<typeof ManifestBatch> | undefined> {
  const [paid] = (await client.ask(manifestsView, { state: "paid" })).rows;
  if (paid === undefined) return undefined;
  return (await client.ask(manifestBatchesView, { manifest: paid.manifest })).rows[0];
}

function listOf({ cast }: Level): string {
  const residents = cast.people.filter(({ roles }) => roles.some((role) => role === "individual"));
  const rows = residents.map(
    ({ id, name }, at) => `${demoNumber(id)},${name},${yuanEach + at}.00,修路工程款,XD-${at + 1},62170000${at}`,
  );
  return ["账本账号,姓名,金额,用途,编号,银行账号", ...rows].join("\n");
}

function keyOf(level: Level, post: Post): { seed: Uint8Array; keyId: string } {
  const id = holderOf(level, post);
  return { seed: demoSeed(id), keyId: demoNumber(`key ${id}`) };
}
