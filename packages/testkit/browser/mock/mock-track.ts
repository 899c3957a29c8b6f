import type { Party, PaymentRow, TrackStep } from "@mingbai/treasury/views";
import type { MockLedger } from "./mock-ledger.ts";
import type { TrackAnswer } from "./mock-treasury.ts";

const bank: Party = { account: "b000000000000001", name: "明州农商银行", nature: "bank" };
const finance: Party = { account: "0f00000000000001", name: "区财政局", nature: "organisation" };
const bureau: Party = { account: "0f00000000000002", name: "区建设局", nature: "organisation" };
const street: Party = { account: "0f00000000000003", name: "青石街道", nature: "organisation" };
const hourMs = 3_600_000;

interface Sums {
  readonly deposited: number;
  readonly bureau: number;
  readonly street: number;
}

function stepsOf(row: PaymentRow, { deposited, bureau: toBureau, street: toStreet }: Sums): TrackStep[] {
  const own = row.amountMinor;
  const at = (id: string, before: number) => ({
    timeMs: row.enteredMs - before * hourMs,
    transaction: { id, height: Math.max(1, row.height - before) },
  });
  const id = row.id.split("-")[0] ?? "";
  const moves = [
    {
      kind: "mint",
      from: bank,
      to: finance,
      amountMinor: deposited,
      ...at(id, 1_058),
      actors: [],
      bankReference: "MZ26030200117",
    },
    {
      kind: "allocate",
      from: finance,
      to: bureau,
      amountMinor: toBureau,
      ...at(id, 885),
      actors: [
        { role: "approvedBy", name: "顾长亭" },
        { role: "enteredBy", name: "方见山" },
      ],
    },
    {
      kind: "allocate",
      from: bureau,
      to: street,
      amountMinor: toStreet,
      ...at(id, 678),
      actors: [
        { role: "approvedBy", name: "陆行舟" },
        { role: "enteredBy", name: "叶知秋" },
      ],
    },
    {
      kind: "disburse",
      from: street,
      to: row.payee,
      amountMinor: own,
      ...at(id, 0),
      actors: [
        { role: "approvedBy", name: "温如言" },
        { role: "enteredBy", name: "林知夏" },
      ],
    },
    {
      kind: "confirm",
      to: row.payee,
      amountMinor: own,
      ...at(id, -16),
      actors: [{ role: "enteredBy", name: "沈听澜" }],
    },
  ] as const;
  const first = Math.floor(own * 0.6);
  const burns = [first, own - first].map((amountMinor, index) => ({
    kind: "burn" as const,
    from: row.payee,
    to: bank,
    amountMinor,
    ...at(id, -140 - index * 400),
    actors: [{ role: "bank" as const, name: bank.name }],
    bankReference: `MZ2604210093${index}`,
  }));
  const steps = [...moves, ...(row.status === "burned" ? burns : [])];
  return steps.map((step, index) => ({
    ...step,
    actors: [...step.actors],
    step: index + 1,
    paymentMinor: step.kind === "burn" ? step.amountMinor : own,
    transaction: { ...step.transaction, ...(step.kind === "disburse" ? { line: 0 } : {}) },
  }));
}

function flowOf(row: PaymentRow, sums: Sums): TrackAnswer["flow"] {
  const own = row.amountMinor;
  const nodes: TrackAnswer["flow"]["nodes"] = [];
  const links: TrackAnswer["flow"]["links"] = [];
  const add = (from: string | undefined, node: TrackAnswer["flow"]["nodes"][number]) => {
    if (node.amountMinor <= 0) return;
    nodes.push(node);
    if (from) links.push({ from, to: node.id, amountMinor: node.amountMinor, part: node.part });
  };
  const path = "path" as const;
  add(undefined, {
    id: "f",
    column: 0,
    label: finance.name,
    part: path,
    amountMinor: sums.deposited,
    opens: { fund: row.fund.id },
  });
  add("f", { id: "b", column: 1, label: bureau.name, part: path, amountMinor: sums.bureau });
  const toCity = Math.floor(sums.deposited * 0.3);
  add("f", { id: "c", column: 1, label: "区城管局", part: "sibling", amountMinor: toCity });
  add("f", {
    id: "fu",
    column: 1,
    label: "",
    part: "unspent",
    amountMinor: sums.deposited - sums.bureau - toCity,
  });
  add("b", { id: "s", column: 2, label: street.name, part: path, amountMinor: sums.street });
  const toTown = Math.floor(sums.bureau * 0.4);
  add("b", { id: "t", column: 2, label: "枫溪镇", part: "sibling", amountMinor: toTown });
  add("b", {
    id: "bu",
    column: 2,
    label: "",
    part: "unspent",
    amountMinor: sums.bureau - sums.street - toTown,
  });
  add("s", {
    id: "p",
    column: 3,
    label: row.payee.name || "多人",
    part: path,
    amountMinor: own,
    opens: { payee: row.payee.account },
  });
  const others = Math.floor((sums.street - own) * 0.6);
  add("s", { id: "o", column: 3, label: "", part: "sibling", amountMinor: others, gathered: 14 });
  add("s", { id: "su", column: 3, label: "", part: "unspent", amountMinor: sums.street - own - others });
  if (row.status === "burned") {
    const first = Math.floor(own * 0.6);
    add("p", { id: "b1", column: 4, label: "4 月 21 日", part: path, amountMinor: first });
    add("p", { id: "b2", column: 4, label: "5 月 8 日", part: path, amountMinor: own - first });
  }
  return { nodes, links };
}

/** A payment's whole life: deposit, two allocations, disbursement, confirmation, two payouts; undefined if unknown. */
export function mockTrack(ledger: MockLedger, id: string): TrackAnswer | undefined {
  const payment = ledger.payments.find((row) => row.id === id);
  if (!payment) return undefined;
  const own = Math.abs(payment.amountMinor);
  const sums = { street: own * 10, bureau: own * 28, deposited: own * 50 };
  const row = { ...payment, amountMinor: own };
  const related =
    payment.amountMinor < 0
      ? ledger.payments.filter((other) => other.payee.account === payment.payee.account).slice(0, 1)
      : [];
  return {
    payment,
    steps: stepsOf(row, sums),
    burnedMinor: payment.status === "burned" ? payment.amountMinor : 0,
    flow: flowOf(row, sums),
    related,
    readAt: { height: ledger.height, timeMs: ledger.timeMs },
  };
}
