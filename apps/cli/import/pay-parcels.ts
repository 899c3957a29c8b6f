import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { State } from "@mingbai/ledger/state/state";
import { findManifest, findTranche } from "@mingbai/treasury/reads";
import { batchTable, type ManifestRow, manifestTable, trancheTable } from "@mingbai/treasury/tables";
import { bankAccount, type Desk, type FundNumbers, numberOf } from "./desk.ts";
import { forEachAtOnce, ImportStoppedError } from "./import-actor.ts";
import { completeBatch, type MadeBatch } from "./make-batches.ts";
import type { Parcel } from "./plan-file.ts";
import type { Wave, WaveMaker } from "./wave-maker.ts";

const commandsAtOnceMax = 64;
/** Sixteen full batches: half of what one organisation may have waiting in the node. */
const batchesAtOnceMax = 16;

interface ReadyParcel {
  readonly parcel: Parcel;
  readonly fund: number;
  readonly tranche: number;
  readonly batches: readonly MadeBatch[];
}

/** Where each parcel's money lies: funds by their codes, tranches by parcels. */
export interface OpenedParcels {
  readonly funds: FundNumbers;
  readonly tranches: ReadonlyMap<Parcel, number>;
}

/** Proposes, approves, pays and settles every parcel, many at once so that they share the disk's waiting. */
export async function payParcels(desk: Desk, waves: WaveMaker, opened: OpenedParcels): Promise<void> {
  let done = 0;
  let running = Promise.resolve();
  for (let wave = await waves.take(); wave.length > 0; wave = await waves.take()) {
    const ready = wave.map((each) => complete(each, opened));
    await running;
    for (const { parcel } of ready) done += parcel.count;
    running = payWave(desk, ready, done);
    // A failure is thrown by the wait for it, which comes after the next wave was made.
    running.catch(() => undefined);
  }
  await running;
}

function complete({ parcel, made }: Wave[number], { funds, tranches }: OpenedParcels): ReadyParcel {
  const tranche = tranches.get(parcel);
  if (tranche === undefined) throw new Error(`no tranche was opened for parcel ${parcel.id}`);
  const fund = numberOf(funds, parcel.fund.code);
  return { parcel, fund, tranche, batches: made.map((lines) => completeBatch(lines, parcel, { fund, tranche })) };
}

async function payWave(desk: Desk, wave: readonly ReadyParcel[], done: number): Promise<void> {
  const { chain } = desk.open.ledger;
  await forEachAtOnce(wave, commandsAtOnceMax, (parcel) => propose(desk, parcel));
  await forEachAtOnce(wave, commandsAtOnceMax, async ({ parcel }) => {
    const { approved, proposal } = getManifest(chain.state, parcel.id);
    if (!approved) await desk.approver.act("treasury.approveManifest", { manifest: parcel.id, proposal });
  });
  const unpaid = wave.flatMap(({ parcel, batches }) => {
    const { spent } = getManifest(chain.state, parcel.id);
    return batches.filter(({ bodyHash }) => !spent.includes(toHex(bodyHash)));
  });
  await payBatches(desk, unpaid);
  await settle(desk, wave);
  desk.say(`${done} payments`);
}

/** Proposes what the ledger does not know; throws ImportStoppedError where it knows this manifest with other payments. */
async function propose(desk: Desk, { parcel, fund, tranche, batches }: ReadyParcel): Promise<void> {
  const digests = batches.map(({ bodyHash }) => toHex(bodyHash));
  const known = findManifest(desk.open.ledger.chain.state, parcel.id);
  if (known !== undefined) {
    if (known.batches.join() === digests.join()) return;
    throw new ImportStoppedError("this file was imported before under another mapping; its payments were not changed");
  }
  const salt = desk.open.importer.name("list", parcel.id);
  await desk.proposer.act("treasury.proposeManifest", {
    manifest: parcel.id,
    payer: parcel.fund.office,
    fund,
    tranche,
    listDigest: toHex(sha256(contextBytes.commitment, salt, ...batches.map(({ bodyHash }) => bodyHash))),
    total: parcel.total,
    count: parcel.count,
    batches: digests,
  });
}

async function payBatches({ open, proposer }: Desk, batches: readonly MadeBatch[]): Promise<void> {
  for (let from = 0; from < batches.length; from += batchesAtOnceMax) {
    const some = batches.slice(from, from + batchesAtOnceMax);
    const signed = await Promise.all(
      some.map(async (batch) => ({ batch, sent: await proposer.signBatch(batch.body, batch.bodyHash) })),
    );
    await open.ledger.vault.put(signed.map(({ batch, sent }) => ({ subject: toHex(sent.id), content: batch.content })));
    const answers = await Promise.all(signed.map(({ sent }) => proposer.submit(sent)));
    const refused = answers.reduce((count, { refusedLines }) => count + refusedLines.length, 0);
    if (refused > 0) throw new ImportStoppedError(`the ledger refused ${refused} lines`);
  }
}

/** The published list is the bank's result too: all lines were paid, on the day of the parcel's last payment. */
async function settle({ open, proposer }: Desk, wave: readonly ReadyParcel[]): Promise<void> {
  const { state } = open.ledger.chain;
  const byTranche = new Map(wave.map((each) => [each.tranche, each]));
  const waiting = state
    .table(batchTable)
    .entries()
    .filter(([, row]) => row.waiting !== undefined && byTranche.has(row.tranche));
  await forEachAtOnce([...waiting], commandsAtOnceMax, async ([batch, row]) => {
    const valueDay = byTranche.get(row.tranche)?.parcel.lastDay;
    if (valueDay === undefined) return;
    const reference = `S-${row.bodyHash.slice(0, 40)}`;
    await proposer.act("treasury.settleBatch", { batch, bankAccount, reference, valueDay, paid: "rest", failed: [] });
  });
}

/** Which tranche each parcel's deposit opened: its manifest says so, or it is one of that sum which no manifest uses yet. */
export function findTranches(
  state: State,
  parcels: readonly Parcel[],
  funds: FundNumbers,
): ReadonlyMap<Parcel, number> {
  const used = new Set(
    state
      .table(manifestTable)
      .entries()
      .map(([, row]) => row.tranche),
  );
  const idle = new Map<string, number[]>();
  for (const [number, { fund, source }] of state.table(trancheTable).entries()) {
    if (source !== "deposit" || used.has(Number(number))) continue;
    const key = `${fund} ${findTranche(state, Number(number))?.total}`;
    idle.set(key, [...(idle.get(key) ?? []), Number(number)]);
  }
  const found = new Map<Parcel, number>();
  for (const parcel of parcels) {
    const known = findManifest(state, parcel.id)?.tranche;
    const tranche = known ?? idle.get(`${numberOf(funds, parcel.fund.code)} ${parcel.total}`)?.shift();
    if (tranche !== undefined) found.set(parcel, tranche);
  }
  return found;
}

function getManifest(state: State, manifest: string): ManifestRow {
  const row = findManifest(state, manifest);
  if (row === undefined) throw new Error(`manifest ${manifest} was not proposed`);
  return row;
}
