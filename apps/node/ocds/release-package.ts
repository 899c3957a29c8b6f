import type { TransactionRow } from "@mingbai/treasury/views/transactions";

/**
 * A prefix that is registered to nobody: a publisher registers its own with the Open Contracting Partnership before
 * publishing, https://standard.open-contracting.org/1.1/en/schema/identifiers/.
 */
const ocidPrefix = "ocds-000000";

/** What a package says of its publisher and its place. */
export interface PackagePlace {
  readonly ledger: string;
  readonly currency: { readonly code: string; readonly decimals: number };
  readonly zoneOffsetMinutes: number;
  /** Where this node is reached. */
  readonly url: string;
  /** Identity of the chain, hexadecimal. */
  readonly chain: string;
}

interface Reference {
  readonly id: string;
  readonly name: string;
}

/** OCDS 1.1 release package, https://standard.open-contracting.org/1.1/en/schema/release_package/. */
export interface ReleasePackage {
  readonly uri: string;
  readonly version: "1.1";
  readonly publishedDate: string;
  readonly publisher: { readonly name: string; readonly scheme: string; readonly uid: string; readonly uri: string };
  readonly releases: readonly Release[];
  /** Where the rest is; no field of OCDS but of its guidance for API that answer page by page. */
  readonly links?: { readonly next: string };
}

type Release = ReturnType<typeof releaseOf>;

/**
 * Payments as transactions of contracts: one release for each fund, in it one contract for each payer and payee. Names are
 * those that pages show, so that natural persons stay masked; parties are told apart by their account's number on the ledger.
 * `path` and `nextPath`: where this package and the one after it are. `timeMs`: until when the ledger was read.
 */
export function releasePackage(
  rows: readonly TransactionRow[],
  { path, nextPath, timeMs, place }: { path: string; nextPath: string | null; timeMs: number; place: PackagePlace },
): ReleasePackage {
  const date = new Date(timeMs).toISOString();
  const byFund = Map.groupBy(rows, ({ fund }) => fund.id);
  return {
    uri: place.url + path,
    version: "1.1",
    publishedDate: date,
    publisher: { name: place.ledger, scheme: "mingbai-chain", uid: place.chain, uri: place.url },
    releases: [...byFund.values()].map((some) => releaseOf(some, { date, place })),
    ...(nextPath === null ? {} : { links: { next: place.url + nextPath } }),
  };
}

function releaseOf(rows: readonly TransactionRow[], { date, place }: { date: string; place: PackagePlace }) {
  const [first] = rows;
  if (first === undefined) throw new RangeError("a release without payments says nothing");
  const pairs = [...Map.groupBy(rows, ({ payer, payee }) => `${payer.account}-${payee.account}`)];
  return {
    ocid: `${ocidPrefix}-${encodeURIComponent(first.fund.id)}`,
    // The same place in the ledger is always the same release.
    id: `${first.id}-${rows.length}-${rows.at(-1)?.id ?? ""}`,
    date,
    tag: ["implementation"],
    initiationType: "tender",
    parties: partiesOf(rows),
    buyer: referenceOf(first.payer),
    awards: pairs.map(([id, some]) => ({
      id,
      status: "active",
      suppliers: some.slice(0, 1).map(({ payee }) => referenceOf(payee)),
    })),
    contracts: pairs.map(([id, some]) => ({
      id,
      awardID: id,
      title: first.fund.name,
      status: "active",
      implementation: { transactions: some.map((row) => transactionOf(row, place)) },
    })),
  };
}

function transactionOf(row: TransactionRow, { currency, zoneOffsetMinutes, url }: PackagePlace) {
  const isBack = row.amountMinor < 0;
  return {
    id: row.id,
    source: url,
    date: `${row.paidOn}T00:00:00${zoneText(zoneOffsetMinutes)}`,
    value: { amount: amountOf(Math.abs(row.amountMinor), currency.decimals), currency: currency.code },
    payer: referenceOf(isBack ? row.payee : row.payer),
    payee: referenceOf(isBack ? row.payer : row.payee),
    uri: `${url}/payments/${row.id}`,
  };
}

/** JSON has one kind of number: to the fen up to fifteen digits, as spreadsheets have it. */
function amountOf(minor: number, decimals: number): number {
  return minor / 10 ** decimals;
}

function partiesOf(rows: readonly TransactionRow[]) {
  const parties = new Map<string, Reference & { roles: Set<string> }>();
  const add = (party: TransactionRow["payee"], roles: readonly string[]): void => {
    const known = parties.get(party.account) ?? { ...referenceOf(party), roles: new Set<string>() };
    for (const role of roles) known.roles.add(role);
    parties.set(party.account, known);
  };
  for (const { payer, payee, amountMinor } of rows) {
    add(payer, ["buyer", amountMinor < 0 ? "payee" : "payer"]);
    add(payee, ["supplier", amountMinor < 0 ? "payer" : "payee"]);
  }
  return parties
    .values()
    .map(({ roles, ...party }) => ({ ...party, roles: [...roles] }))
    .toArray();
}

/** A name is never empty in OCDS; the one account of all redacted people is called by its number. */
function referenceOf({ account, name }: TransactionRow["payee"]): Reference {
  return { id: account, name: name === "" ? account : name };
}

function zoneText(zoneOffsetMinutes: number): string {
  const [hours, minutes] = [Math.trunc(Math.abs(zoneOffsetMinutes) / 60), Math.abs(zoneOffsetMinutes) % 60];
  return `${zoneOffsetMinutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
