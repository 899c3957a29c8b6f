import { accountOf, hex, mockNowMs } from "./mock-matters.ts";
import { streetAccount } from "./mock-purse.ts";

const fund = { id: "renewal", name: "老旧小区改造资金" };
const readAt = { height: 3_000, timeMs: mockNowMs };
const dayMs = 86_400_000;

/** The bank day that the mock ledger knows, as both sides have it. */
export const deskDay = "2026-11-19";
export const deskBankAccount = "ESCROW-1";
export const deskOpening = 90_000_000;
export const deskLines = [
  { reference: "MZ26111900018", side: "credit", amount: 240_000_000, valueDay: deskDay },
  { reference: "MZ26111900233", side: "debit", amount: 18_620_000, valueDay: deskDay, endToEndId: "QS-0291" },
  { reference: "MZ26111900402", side: "debit", amount: 3_291_000, valueDay: deskDay, endToEndId: "QS-0305" },
] as const;

function order(id: string, amountMinor: number, more: object) {
  const at = (daysAgo: number) => ({
    transaction: hex(`order ${id} ${daysAgo}`),
    height: 2_900 - daysAgo,
    timeMs: mockNowMs - daysAgo * dayMs,
  });
  return {
    endToEndId: id,
    holder: { account: accountOf(id), name: `明州${id}有限公司`, nature: "organisation" },
    fund,
    tranche: 7,
    voucher: null,
    destination: null,
    amountMinor,
    state: "locked",
    release: null,
    reason: null,
    bankReference: null,
    returnReference: null,
    payments: [],
    ordered: at(3),
    orderedBy: accountOf(id),
    released: null,
    ended: null,
    ...more,
  };
}

const place = (daysAgo: number) => ({
  transaction: hex(`place ${daysAgo}`),
  height: 2_900 - daysAgo,
  timeMs: mockNowMs - daysAgo * dayMs,
});
const waiting = [
  order("DF-1", 1_200_050, { release: "may" }),
  order("DF-2", 800_000, { release: "may" }),
  order("DF-3", 50_000, { release: "ownOrder" }),
  order("DF-4", 70_000, { release: "frozen" }),
];
const ended = [
  order("DF-5", 90_000, { state: "burned", released: place(2), ended: place(1), bankReference: "MZ-5" }),
  order("DF-6", 45_000, { state: "unlocked", released: place(2), ended: place(1), reason: "AC04" }),
];

const frozenRow = {
  target: { kind: "tranche", tranche: 5 },
  party: { account: streetAccount, name: "青石街道办事处", nature: "organisation" },
  fund,
  amountMinor: 40_000_000,
  frozen: { account: accountOf("韩清和"), organisation: "district-audit", ...place(4) },
};
const freeRow = {
  target: { kind: "account", account: accountOf("DF-1") },
  party: { account: accountOf("DF-1"), name: "明州禾塘建设工程有限公司", nature: "organisation" },
  fund: null,
  amountMinor: null,
  frozen: null,
};

/** Orders at every stage, an office's operating share, and the ledger's side of one bank day. */
export function mockDesks() {
  const sum = deskLines.reduce((so, { side, amount }) => so + (side === "credit" ? amount : -amount), deskOpening);
  return {
    "treasury.redemptions": ({ state, of }: Readonly<Record<string, string>>) => ({
      rows: [...(of === "holder" ? [] : waiting), ...ended].filter((row) => state === undefined || row.state === state),
      next: null,
      readAt,
    }),
    "treasury.freezes": ({ text }: Readonly<Record<string, string>>) => {
      const rows = text === undefined ? [frozenRow] : text === "没有" ? [] : [freeRow, frozenRow];
      return { rows, total: rows.length, readAt };
    },
    "treasury.operatingShares": () => ({
      rows: [
        {
          office: { account: streetAccount, name: "青石街道办事处", nature: "organisation" },
          fund: { ...fund, number: 1 },
          year: new Date(mockNowMs).getUTCFullYear(),
          basisPoints: 250,
          receivedMinor: 200_000_000,
          returnedMinor: 20_000_000,
          redeemedMinor: 1_000_000,
          mayMinor: 3_500_000,
        },
      ],
      readAt,
    }),
    "treasury.bankDay": () => ({
      bookedBefore: deskOpening,
      lines: deskLines.map((line) => ({ ...line, transaction: hex(line.reference) })),
      outstanding: sum,
      suspense: [],
      readAt,
    }),
  };
}
