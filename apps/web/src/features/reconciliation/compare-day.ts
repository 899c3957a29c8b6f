import type { Statement } from "@mingbai/iso20022/camt053";
import type { Difference, DifferenceKind, ReconciledLine, Reconciliation } from "@mingbai/treasury/bank/bank-day";
import { reconcile } from "@mingbai/treasury/bank/reconcile";
import type { bankDayView } from "@mingbai/treasury/views/bank";
import type { ResultOf } from "../../api/view.ts";

export type LedgerDay = ResultOf<typeof bankDayView>;
export type LedgerLine = LedgerDay["lines"][number];
export type StatementLine = Statement["entries"][number];

/** The gravest first: what may have cost money, then what one side lacks, then what is only written otherwise. */
export const kindOrder = [
  "openingDiffers",
  "doubled",
  "amountDiffers",
  "missingOnLedger",
  "missingAtBank",
  "wrongEndToEndId",
  "dateDiffers",
] as const satisfies readonly DifferenceKind[];

/** suspense: stands on the ledger and waits to be settled. */
export type RowKind = DifferenceKind | "suspense" | "matched";

/** A line of the table of two sides; `effect` is by how much the bank is above the ledger for it. */
export interface DayRow {
  readonly id: string;
  readonly kind: RowKind;
  readonly bank: StatementLine | undefined;
  readonly ledger: LedgerLine | undefined;
  readonly effectMinor: number;
}

export interface NamedItem {
  readonly kind: RowKind;
  readonly count: number;
  readonly effectMinor: number;
}

export interface DaySums {
  readonly before: number;
  readonly credits: number;
  readonly debits: number;
  readonly after: number;
}

export interface ComparedDay {
  readonly equation: Reconciliation["equation"];
  readonly differences: readonly DayRow[];
  readonly suspense: readonly DayRow[];
  readonly matched: readonly DayRow[];
  /** What stands between the ledger and the bank, by kind; kinds that come to nothing are among them. */
  readonly items: readonly NamedItem[];
  readonly sums: { readonly ledger: DaySums; readonly bank: DaySums };
}

/** One bank day as the page shows it: `reconcile` of both sides, each line with the facts of its side. */
export function compareDay(ledger: LedgerDay, statement: Statement): ComparedDay {
  const { openingBalance, closingBalance, entries } = statement;
  const { differences, equation } = reconcile({ ledger, bank: { openingBalance, closingBalance, lines: entries } });
  const sides = sidesOf(ledger.lines, entries);
  const rows = differences.map((difference, index) => sides.row(difference, `${difference.kind}-${index}`));
  const suspense = ledger.suspense.map((line) => ({
    id: `suspense-${line.reference}`,
    kind: "suspense" as const,
    bank: undefined,
    ledger: line,
    effectMinor: signed(line),
  }));
  const inOrder = kindOrder.flatMap((kind) => rows.filter((row) => row.kind === kind));
  return {
    equation,
    differences: inOrder,
    suspense,
    matched: sides.matched(new Set(differences.flatMap(({ bank }) => (bank === undefined ? [] : [bank])))),
    items: [...kindOrder, "suspense" as const].flatMap((kind) => itemOf(kind, [...inOrder, ...suspense])),
    sums: {
      ledger: sumsOf(ledger.bookedBefore, ledger.lines),
      bank: { ...sumsOf(openingBalance, entries), after: closingBalance },
    },
  };
}

/** The sides keep their own facts: a compared line is one of the lines that were given. */
function sidesOf(ledgerLines: readonly LedgerLine[], entries: readonly StatementLine[]) {
  const ofLedger = new Map<ReconciledLine, LedgerLine>(ledgerLines.map((line) => [line, line]));
  const ofBank = new Map<ReconciledLine, StatementLine>(entries.map((line) => [line, line]));
  const byReference = new Map(ledgerLines.map((line) => [line.reference, line]));
  return {
    row: ({ kind, bank, ledger, effect }: Difference, id: string): DayRow => ({
      id,
      kind,
      bank: bank && ofBank.get(bank),
      ledger: ledger && ofLedger.get(ledger),
      effectMinor: effect,
    }),
    matched: (differing: ReadonlySet<ReconciledLine>): DayRow[] =>
      entries
        .filter((line) => !differing.has(line) && byReference.has(line.reference))
        .map((bank) => ({
          id: `matched-${bank.reference}`,
          kind: "matched" as const,
          bank,
          ledger: byReference.get(bank.reference),
          effectMinor: 0,
        })),
  };
}

function itemOf(kind: RowKind, rows: readonly DayRow[]): NamedItem[] {
  const some = rows.filter((row) => row.kind === kind);
  const effectMinor = some.reduce((sum, row) => sum + row.effectMinor, 0);
  return some.length === 0 ? [] : [{ kind, count: some.length, effectMinor }];
}

function sumsOf(before: number, lines: readonly ReconciledLine[]): DaySums {
  const of = (wanted: "credit" | "debit") =>
    lines.reduce((sum, { side, amount }) => (side === wanted ? sum + amount : sum), 0);
  const [credits, debits] = [of("credit"), of("debit")];
  return { before, credits, debits, after: before + credits - debits };
}

/** Credits above zero, debits below. */
export function signed({ side, amount }: Pick<ReconciledLine, "side" | "amount">): number {
  return side === "credit" ? amount : -amount;
}
