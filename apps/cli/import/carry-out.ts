import { toHex } from "@mingbai/codec/hex";
import { isAccountOpen } from "@mingbai/treasury/reads";
import {
  type AccountKind,
  accountsPerCommandMax,
  bankLinesPerCommandMax,
  fundNumberMax,
} from "@mingbai/treasury/schema";
import { bankLineKey, bankLineTable, fundTable } from "@mingbai/treasury/tables";
import { fundSubject, type Nature } from "@mingbai/treasury/vault-content";
import { bankAccount, type Desk, type FundNumbers, numberOf } from "./desk.ts";
import { forEachAtOnce, ImportStoppedError } from "./import-actor.ts";
import type { OpenList } from "./list-reader.ts";
import { textsOf } from "./make-batches.ts";
import type { OpenReconstruction } from "./open-reconstruction.ts";
import { findTranches, payParcels } from "./pay-parcels.ts";
import type { FilePlan, Parcel, PlannedReturn } from "./plan-file.ts";
import { importerOrganisation } from "./reconstruction-genesis.ts";
import { WaveMaker } from "./wave-maker.ts";

const commandsAtOnceMax = 64;
const saltBytes = 16;

/**
 * Brings the ledger to what the plan says. Every step looks first whether the ledger has it already, so that a run after a
 * crash does the rest and a second run does nothing. Resolves when all of it is durable.
 */
export async function carryOut(desk: Desk, list: OpenList, plan: FilePlan): Promise<void> {
  assertSameMapping(desk, plan);
  const waves = new WaveMaker(list, plan.parcels);
  await openAccounts(desk, plan);
  const funds = await openFunds(desk, plan);
  await bookDeposits(desk, plan.parcels, funds);
  const tranches = findTranches(desk.open.ledger.chain.state, plan.parcels, funds);
  await payParcels(desk, waves, { funds, tranches });
  await bookReturns(desk, plan.returns, funds);
}

/** Throws ImportStoppedError, before anything is changed, where the ledger has this file with other sums. */
function assertSameMapping({ open }: Desk, { parcels, returns }: FilePlan): void {
  for (const { id, total } of parcels) isBooked(open, depositReference(id), total);
  for (const { id, payment } of returns) isBooked(open, returnReference(id), -payment.amount);
}

async function openAccounts({ open, proposer, say }: Desk, { accounts }: FilePlan): Promise<void> {
  const { chain, vault } = open.ledger;
  const missing = accounts.filter(({ account }) => !isAccountOpen(chain.state, account));
  if (missing.length === 0) return;
  say(`${missing.length} accounts`);
  await vault.put(
    missing.map(({ account, kind, name }) => ({
      subject: account,
      content: { kind: "account", name, nature: natureOf(kind) },
    })),
  );
  await forEachAtOnce(slices(missing, accountsPerCommandMax), commandsAtOnceMax, async (some) => {
    await proposer.act("treasury.openAccounts", {
      accounts: some.map(({ account, kind }) => ({
        account,
        kind,
        ...(kind === "office" && { organisation: importerOrganisation }),
      })),
    });
  });
}

async function openFunds({ open, proposer, say }: Desk, { funds }: FilePlan): Promise<FundNumbers> {
  const { chain, vault } = open.ledger;
  const numbers = new Map(
    chain.state
      .table(fundTable)
      .entries()
      .map(([number, { code }]) => [code, Number(number)]),
  );
  let last = Math.max(0, ...numbers.values());
  const missing = funds.filter(({ code }) => !numbers.has(code));
  for (const { code } of missing) numbers.set(code, ++last);
  if (last > fundNumberMax)
    throw new ImportStoppedError(`a ledger has at most ${fundNumberMax} funds; these lists name ${last}`);
  if (missing.length === 0) return numbers;
  say(`${missing.length} funds`);
  await vault.put(
    missing.map(({ code, name }) => ({
      subject: fundSubject(numberOf(numbers, code)),
      content: { kind: "fund", name },
    })),
  );
  await forEachAtOnce(missing, commandsAtOnceMax, async ({ code, office }) => {
    await proposer.act("treasury.createFund", { fund: numberOf(numbers, code), code, office, approvalsNeeded: 1 });
  });
  return numbers;
}

/** One deposit a parcel: the sum of what was paid out of it, on the day of its first payment. */
async function bookDeposits(
  { open, proposer, say }: Desk,
  parcels: readonly Parcel[],
  funds: FundNumbers,
): Promise<void> {
  const missing = parcels.filter(({ id, total }) => !isBooked(open, depositReference(id), total));
  if (missing.length === 0) return;
  say(`${missing.length} deposits`);
  await forEachAtOnce(slices(missing, bankLinesPerCommandMax), commandsAtOnceMax, async (some) => {
    const lines = some.map(({ id, fund, total, firstDay }) => ({
      kind: "deposit",
      reference: depositReference(id),
      valueDay: firstDay,
      amount: total,
      fund: numberOf(funds, fund.code),
    }));
    await proposer.act("treasury.bookBankLines", { bankAccount, lines });
  });
}

async function bookReturns(
  { open, proposer, say }: Desk,
  returns: readonly PlannedReturn[],
  funds: FundNumbers,
): Promise<void> {
  const missing = returns.filter(({ id, payment }) => !isBooked(open, returnReference(id), -payment.amount));
  if (missing.length === 0) return;
  say(`${missing.length} returns`);
  await forEachAtOnce(slices(missing, bankLinesPerCommandMax), commandsAtOnceMax, async (some) => {
    const lines = some.map(({ id, fund, supplier, payment, kind }) => ({
      kind,
      reference: returnReference(id),
      valueDay: payment.date,
      amount: -payment.amount,
      fund: numberOf(funds, fund.code),
      supplier,
    }));
    const texts = some.map(({ id, payment }) =>
      textsOf(payment, toHex(open.importer.name("return", id).subarray(0, saltBytes))),
    );
    const signed = await proposer.signCommand("treasury.bookBankLines", { bankAccount, lines });
    await open.ledger.vault.put([{ subject: toHex(signed.id), content: { kind: "bankLines", lines: texts } }]);
    await proposer.submit(signed);
  });
}

/** True where the bank's line stands on the ledger; throws ImportStoppedError where it stands there with another amount. */
function isBooked({ ledger }: OpenReconstruction, reference: string, amount: number): boolean {
  const row = ledger.chain.state.table(bankLineTable).find(bankLineKey(bankAccount, reference));
  if (row === undefined) return false;
  if (row.amount === amount) return true;
  throw new ImportStoppedError("this file was imported before under another mapping; nothing was changed");
}

function natureOf(kind: AccountKind): Nature {
  switch (kind) {
    case "office":
    case "supplier":
      return "organisation";
    case "person":
    case "many":
      return kind;
  }
}

/** The bank's names of lines, which count once for ever. */
function depositReference(parcel: string): string {
  return `D-${parcel.slice(0, 40)}`;
}

function returnReference(id: string): string {
  return `R-${id.slice(0, 40)}`;
}

function slices<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
