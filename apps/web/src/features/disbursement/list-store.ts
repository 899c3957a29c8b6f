import type { ListRow } from "@mingbai/sdk/disbursement/list-row";
import type { PreparedList } from "@mingbai/sdk/disbursement/prepare-list";
import type { BatchResult, SendingJournal, SentBatch } from "@mingbai/sdk/disbursement/send-batches";
import { inStores, type Sealed, seal, sealJson, unseal, unsealJson } from "./sealed-database.ts";

/** A list as this browser keeps it, for the person who prepared it. */
export interface KeptList {
  readonly manifest: string;
  readonly owner: string;
  readonly name: string;
  readonly madeMs: number;
  readonly proposal: PreparedList["proposal"];
}

/** What is kept of one batch: its bytes and rows, and how far its sending came. */
export interface KeptBatch {
  readonly digest: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly rows: readonly ListRow[];
  readonly result: BatchResult | undefined;
}

interface BatchRecord {
  readonly body: Sealed;
  readonly rows: Sealed;
  readonly sent?: { readonly transaction: string; readonly envelope: Sealed; readonly result?: BatchResult };
}

/** Keeps a list with its batches; resolves when all of it is on the disk. */
export async function keepList(
  owner: string,
  { name, proposal, batches }: PreparedList,
  madeMs: number,
): Promise<void> {
  const list: KeptList = { manifest: proposal.manifest, owner, name, madeMs, proposal };
  const sealedList = await sealJson(list);
  const records: { digest: string; record: BatchRecord }[] = [];
  // One at a time: the rows of a long list do not fit into a page's memory as texts.
  for (const { digest, body, rows } of batches)
    records.push({ digest, record: { body: await seal(body), rows: await sealJson([...rows]) } });
  await inStores("readwrite", (store) => {
    for (const { digest, record } of records) store("batches").put(record, digest);
    return store("lists").put(sealedList, proposal.manifest);
  });
}

/** The lists that this person prepared in this browser, the newest first. */
export async function listKept(owner: string): Promise<readonly KeptList[]> {
  const sealed = await inStores<Sealed[]>("readonly", (store) => store("lists").getAll());
  const lists = await Promise.all(sealed.map(async (one) => (await unsealJson(one)) as KeptList));
  return lists.filter((list) => list.owner === owner).sort((a, b) => b.madeMs - a.madeMs);
}

export async function findKept(owner: string, manifest: string): Promise<KeptList | undefined> {
  return (await listKept(owner)).find((list) => list.manifest === manifest);
}

/** A batch of a kept list, or undefined where this browser has lost it. */
export async function findKeptBatch(digest: string): Promise<KeptBatch | undefined> {
  const record = await inStores<BatchRecord | undefined>("readonly", (store) => store("batches").get(digest));
  if (record === undefined) return undefined;
  const rows = (await unsealJson(record.rows)) as readonly ListRow[];
  return { digest, body: await unseal(record.body), rows, result: record.sent?.result };
}

/** Forgets a list and its batches in this browser; what stands on the ledger stays. */
export async function forgetList({ manifest, proposal }: KeptList): Promise<void> {
  await inStores("readwrite", (store) => {
    for (const digest of proposal.batches) store("batches").delete(digest);
    return store("lists").delete(manifest);
  });
}

/** Where sending notes what it signed, beside the batch. */
export const storedJournal: SendingJournal = {
  async find(digest) {
    const record = await inStores<BatchRecord | undefined>("readonly", (store) => store("batches").get(digest));
    if (record?.sent === undefined) return undefined;
    const { transaction, envelope, result } = record.sent;
    const sent: SentBatch = { transaction, envelope: await unseal(envelope) };
    return result === undefined ? sent : { ...sent, result };
  },
  async put(digest, { transaction, envelope, result }) {
    const record = await inStores<BatchRecord | undefined>("readonly", (store) => store("batches").get(digest));
    if (record === undefined) throw new Error("the batch is not kept here");
    const sent = { transaction, envelope: await seal(envelope), ...(result === undefined ? {} : { result }) };
    await inStores("readwrite", (store) => store("batches").put({ ...record, sent }, digest));
  },
};
