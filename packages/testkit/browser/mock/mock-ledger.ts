import { hash } from "node:crypto";
import type { Party, PaymentRow } from "@mingbai/treasury/views";
import { random } from "../../random.ts";
import { type SampleTransaction, sampleBatch, sampleTransaction } from "../sample-log.ts";

/** A ledger of invented payments for trying and testing pages: the same seed gives the same ledger. Never shipped. */
export interface MockLedger {
  readonly payments: readonly PaymentRow[];
  readonly transactions: ReadonlyMap<string, SampleTransaction>;
  readonly funds: readonly { readonly id: string; readonly name: string; readonly depositedMinor: number }[];
  readonly height: number;
  readonly timeMs: number;
}

const firstDayMs = Date.UTC(2026, 0, 4);
const dayMs = 86_400_000;
const days = 320;

const mockPayer = "0f00000000000003";
/** Another line of every batch, so that a line's proof is one among several. */
const neighbour = { payee: "1000000000000001", amount: 1_000 };

export const mockFunds = [
  { id: "renewal", name: "老旧小区改造资金" },
  { id: "rural", name: "乡村振兴衔接资金" },
  { id: "roads", name: "农村公路与水利资金" },
  { id: "relief", name: "困难群众救助资金" },
  { id: "growth", name: "产业帮扶资金" },
] as const;

const places = ["明州", "临溪", "青石", "枫溪", "望山", "柳塘", "竹里", "云岭"];
const marks = ["禾塘", "启程", "云杉", "清漪", "暖阳", "同行", "青禾", "洁行", "松原", "远帆", "嘉木", "安澜"];
const trades = ["建设工程有限公司", "市政工程有限公司", "电梯有限公司", "水务工程有限公司", "农资有限公司", "服务中心"];
const works = [
  "雨污分流改造",
  "加装电梯",
  "机耕桥修复",
  "灌溉管道",
  "公厕保洁",
  "种子采购",
  "老年食堂运营",
  "危房修缮",
  "道路标线",
];
const terms = ["预付款", "第 1 期进度款", "第 2 期进度款", "尾款", "10 月服务费"];
const surnames = ["卢", "白", "孟", "郑", "闻", "沈", "叶", "温"];
const given = ["枝", "潮", "迟", "雨", "澜", "秋", "夏", "言"];

const account = (kind: number, index: number) =>
  `${kind.toString(16)}${hash("sha256", `${kind} ${index}`).slice(0, 15)}`;

function mockPayees(): Party[] {
  const suppliers = Array.from({ length: 408 }, (_, index): Party => {
    const name = `${places[index % 8]}${marks[Math.floor(index / 8) % 12]}${trades[Math.floor(index / 96) % 6]}`;
    return { account: account(1, index), name, nature: "organisation" };
  });
  const people = Array.from({ length: 600 }, (_, index): Party => {
    const name = `${surnames[index % 8]}*${given[Math.floor(index / 8) % 8]}`;
    return { account: account(2, index), name, nature: "person" };
  });
  return [...suppliers, ...people, { account: account(3, 0), name: "", nature: "many" }];
}

function statusAt(part: number, day: number): PaymentRow["status"] {
  if (day < days - 12) return "burned";
  return part < 3 ? "disbursed" : part < 5 ? "confirmed" : part < 7 ? "redeeming" : "burned";
}

/** `count` payments over 320 days of 2026, of them about 1 % returns; small `count`s make quick pages. */
export function mockLedger({ seed = 20_261_121, count = 104_000 }: { seed?: number; count?: number } = {}): MockLedger {
  const draw = random(seed);
  const payees = mockPayees();
  const transactions = new Map<string, SampleTransaction>();
  const payments = Array.from({ length: count }, (_, index): PaymentRow => {
    const day = Math.floor((index / count) * days);
    const person = draw.chance(45, 100);
    const payee = payees[person ? 408 + draw.below(601) : Math.floor(draw.below(408) ** 2 / 408)] ?? draw.pick(payees);
    const back = draw.chance(1, 100);
    const usual = person ? 36_000 + draw.below(60) * 1_000 : 150_000 + draw.below(900_000) * (1 + draw.below(4));
    const amountMinor = back ? -Math.floor(usual / 3) : usual;
    const fund = person ? mockFunds[3] : draw.pick(mockFunds);
    const paidMs = firstDayMs + day * dayMs;
    const line = { payee: payee.account, amount: Math.abs(amountMinor) };
    const number = mockFunds.indexOf(fund) + 1;
    const transaction = back
      ? sampleTransaction("treasury.returnPayment", { ...line, fund: number }, index + 1)
      : sampleBatch({ payer: mockPayer, fund: number, lines: [line, neighbour] }, index + 1);
    transactions.set(transaction.id, transaction);
    return {
      id: `${transaction.id}-0`,
      reference: `PZ-2026-${(index + 1).toString().padStart(6, "0")}`,
      kind: back ? (draw.chance(1, 4) ? "priorReceipt" : "return") : "payment",
      status: back ? "returned" : draw.chance(1, 4_000) ? "frozen" : statusAt(draw.below(10), day),
      paidOn: new Date(paidMs).toISOString().slice(0, 10),
      enteredMs: paidMs + 9 * 3_600_000 + (index % 25_000) * 1_000,
      amountMinor,
      fund,
      payee,
      purpose: person ? "2026 年冬季取暖救助" : `${draw.pick(places)}${draw.pick(works)}，${draw.pick(terms)}`,
      height: 1_000 + index * 3,
    };
  });
  const paid = (id: string) => payments.reduce((sum, row) => (row.fund.id === id ? sum + row.amountMinor : sum), 0);
  const funds = mockFunds.map((fund, index) => {
    const share = [1.6, 1.33, 1.58, 1.11, 1.64][index] ?? 1.5;
    return { ...fund, depositedMinor: Math.ceil((paid(fund.id) * share) / 10_000_000) * 10_000_000 };
  });
  return {
    payments,
    transactions,
    funds,
    height: 1_000 + count * 3,
    timeMs: firstDayMs + days * dayMs + 6 * 3_600_000,
  };
}
