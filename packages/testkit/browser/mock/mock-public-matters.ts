import { stages } from "@mingbai/workflow/stages";
import { type PublicMatter, publicMattersView } from "@mingbai/workflow/views/public-matter";
import type { MockLedger } from "./mock-ledger.ts";

const units = [
  { id: "qingshi", en: "Qingshi Street Office", zh: "青石街道办事处" },
  { id: "construction", en: "District Construction Bureau", zh: "区建设局" },
] as const;
const paidFrom = 3;

/** The public part of a matter for each payment of a mock ledger, in turn at each stage and with each unit. */
export function mockPublicMatters(ledger: MockLedger) {
  const funds = ledger.funds.map(({ name }, index) => ({ fund: index + 1, fundName: name }));
  const matters = ledger.payments.map((payment, index): PublicMatter => {
    const [stage = "submitted", unit = units[0]] = [
      stages[index % stages.length],
      units[Math.floor(index / stages.length) % units.length],
    ];
    const transaction = payment.id.slice(0, 64);
    return {
      number: `QS-2026-${String(index + 1).padStart(4, "0")}`,
      kind: "disbursement",
      stage,
      unit,
      ...(funds[index % funds.length] ?? { fund: 1, fundName: "" }),
      amountMinor: payment.amountMinor,
      submittedOn: "2026-11-02",
      changedOn: "2026-11-20",
      transaction,
      paidBy: index % stages.length >= paidFrom ? transaction : null,
    };
  });
  return {
    "workflow.publicMatters": (params: Readonly<Record<string, string>>) => {
      const { stage, fund, unit, cursor = "0", limit } = publicMattersView.params.parse(params);
      const fitting = matters.filter(
        (one) =>
          (stage === undefined || one.stage === stage) &&
          (fund === undefined || one.fund === fund) &&
          (unit === undefined || one.unit.id === unit),
      );
      const from = Number(cursor);
      const sumOf = (all: readonly PublicMatter[]) => all.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      const byStage = stages.map((one) => {
        const there = fitting.filter((matter) => matter.stage === one);
        return { stage: one, count: there.length, sumMinor: sumOf(there) };
      });
      return {
        rows: fitting.slice(from, from + limit),
        next: fitting.length > from + limit ? String(from + limit) : null,
        count: fitting.length,
        sumMinor: sumOf(fitting),
        byStage: byStage.filter(({ count }) => count > 0),
        units: [...units],
        funds,
        readAt: { height: ledger.height, timeMs: ledger.timeMs },
      };
    },
  };
}
