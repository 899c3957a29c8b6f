import { type CanonicalObject, findCanonical } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { contentSubject } from "@mingbai/read-model/given-content";
import type { Vault } from "@mingbai/read-model/vault-port";
import { prepareList } from "@mingbai/sdk/disbursement/prepare-list";
import type { SaltedContent } from "@mingbai/sdk/disbursement/salted-content";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actScene } from "../testing/test-act-scene.ts";
import { citizen2, fund, manifestId, must, office, people } from "../testing/test-scene.ts";
import { treasuryProjection } from "./treasury-projection.ts";

let tables: TestTables;
beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
});
afterAll(() => tables.stop());

const row = { line: 2, name: "卢桂枝", purpose: "取暖救助", bankAccount: "" };
const rows = [
  { ...row, payee: people.citizen.account, amount: 480, reference: "JZ-1" },
  { ...row, payee: people.supplier.account, amount: 360, reference: "JZ-2", bankAccount: "62170001" },
  { ...row, payee: citizen2, amount: 240, reference: "JZ-3" },
];

/** A list that was proposed, approved and paid, as the tables read it. */
async function paidList() {
  const { ledger, blocks } = actScene();
  const place = { manifest: manifestId, payer: office, fund, tranche: 1 };
  const { prepared, contents } = await prepare({ name: "冬季取暖", place, rows });
  const proposal = must(ledger, people.manager, "proposeManifest", prepared.proposal);
  for (const approver of [people.finance, people.approver])
    must(ledger, approver, "approveManifest", { manifest: manifestId, proposal });
  for (const { body } of prepared.batches) expect(ledger.runBatch(people.manager, body).code).toBe("ok");
  return { prepared, contents, blocks: blocks.all };
}

/** A list, and the contents that hold its texts: those of the first batch first, its own last. */
async function prepare(list: Parameters<typeof prepareList>[0]) {
  const contents: SaltedContent[] = [];
  const add = async (some: readonly SaltedContent[]) => void contents.push(...some);
  return { prepared: await prepareList(list, { add, done: async () => undefined }), contents };
}

/** `giver`: who handed all of it in; who proposed the list unless said. */
function vaultOf(
  contents: readonly SaltedContent[],
  { without, giver = people.manager.account }: { without?: string | undefined; giver?: string } = {},
): Vault {
  const kept = new Map(
    contents.map(({ commitment, salt, bytes }) => [contentSubject({ commitment, giver }), keptAs(salt, bytes)]),
  );
  if (without !== undefined) kept.delete(contentSubject({ commitment: without, giver }));
  return { find: async (subject) => kept.get(subject) };
}

function keptAs(salt: Uint8Array, bytes: Uint8Array): CanonicalObject {
  return { salt: toHex(salt), content: findCanonical(bytes) };
}

async function shown(): Promise<string[]> {
  const found = await tables.query("select reference, purpose, amount from treasury.payment order by seq");
  return found.map(({ reference, purpose, amount }) => `${reference} ${purpose} ${amount}`);
}

describe("texts of a list that the manifest's digest names", () => {
  it.each([
    ["one by one", 1],
    ["in one group", 99],
  ])("stand beside their lines, blocks %s", async (_, group) => {
    const { contents, blocks } = await paidList();
    await tables.project(blocks, () => group, { vault: vaultOf(contents) });
    expect(await shown()).toEqual(["JZ-1 取暖救助 480", "JZ-3 取暖救助 240", "JZ-2 取暖救助 360"]);
  });

  it("are left out of a batch of which a part is missing, and of that batch alone", async () => {
    const { contents, blocks } = await paidList();
    await tables.project(blocks, () => 99, { vault: vaultOf(contents, { without: contents[0]?.commitment }) });
    expect(await shown()).toEqual([" 480", " 240", "JZ-2 取暖救助 360"].map((text) => text.replace(/^ /, "  ")));
  });

  it("are not shown where somebody else gave the list than who proposed it", async () => {
    const { contents, blocks } = await paidList();
    await tables.project(blocks, () => 99, { vault: vaultOf(contents, { giver: people.finance.account }) });
    expect(await shown()).toEqual(["  480", "  240", "  360"]);
  });

  it("are not taken from a list that does not name the batch", async () => {
    const { prepared, blocks } = await paidList();
    const place = { manifest: manifestId, payer: office, fund, tranche: 1 };
    const { contents } = await prepare({ name: "另一份", place, rows });
    const swapped = contents.map((one, at) =>
      at === contents.length - 1 ? { ...one, commitment: prepared.proposal.listDigest } : one,
    );
    await tables.project(blocks, () => 99, { vault: vaultOf(swapped) });
    expect(await shown()).toEqual(["  480", "  240", "  360"]);
  });
});
