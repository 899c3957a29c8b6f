import { createHash } from "node:crypto";
import { writeCamt053 } from "@mingbai/iso20022/camt053";
import { deskBankAccount, deskDay, deskLines, deskOpening } from "./mock-desks.ts";
import { accountOf, hex, mockNowMs } from "./mock-matters.ts";

const readAt = { height: 3_000, timeMs: mockNowMs };
const hourMs = 3_600_000;
const code = ["PMNT", "ICDT", "DMCT"] as const;
const signed = (who: string, organisation: string, hoursAgo: number) => ({
  account: accountOf(who),
  organisation,
  transaction: hex(`${who} ${hoursAgo}`),
  height: 2_900 - hoursAgo,
  timeMs: mockNowMs - hoursAgo * hourMs,
});
const days = ["2026-11-18", "2026-11-17", "2026-11-16", "2026-11-13", "2026-11-12", "2026-11-11", "2026-11-10"];

/** The bank's statement of the desk's day: one amount differs, one line the ledger does not have. */
export function deskStatement({ faulty }: { faulty: boolean }): Uint8Array {
  const lines = deskLines.map((line) => ({ ...line, code, amount: Number(line.amount) }));
  const wrong = lines.map((line, index) => (index === 2 ? { ...line, amount: 3_219_000 } : line));
  const fee = { reference: "MZ26111900931", side: "debit" as const, amount: 2_600, valueDay: deskDay, code };
  const entries = faulty ? [...wrong, { ...fee, remittance: "手续费" }] : lines;
  const closingBalance = entries.reduce(
    (sum, { side, amount }) => sum + (side === "credit" ? amount : -amount),
    deskOpening,
  );
  const head = { messageId: "M-1", statementId: `S-${faulty}`, createdMs: 0, account: deskBankAccount, day: deskDay };
  const money = { currency: "CNY", decimals: 2 };
  return writeCamt053({ ...head, openingBalance: deskOpening, closingBalance, entries }, money);
}

/** What the bank signed beside the statement. */
export function deskSigned({ faulty }: { faulty: boolean }) {
  const file = createHash("sha256").update(deskStatement({ faulty })).digest("hex");
  const sum = deskLines.reduce((so, { side, amount }) => so + (side === "credit" ? amount : -amount), deskOpening);
  const closingBalance = faulty ? sum + 72_000 - 2_600 : sum;
  const claim = { file, closingBalance, currency: "CNY", keyId: accountOf("bank"), signature: hex("a") + hex("b") };
  return { ...claim, bankAccount: deskBankAccount, day: deskDay };
}

export type DayScene = "differs" | "agreed" | "closed";

/** Bank days at a desk: with an open difference that another proposed to settle, without any, or signed by both. */
export function mockDays(scene: DayScene) {
  const faulty = scene === "differs";
  const difference = {
    bankAccount: deskBankAccount,
    kind: "amountDiffers",
    reference: "MZ26111900402",
    day: deskDay,
    effectMinor: 72_000,
    state: "open",
    reported: signed("auditor", "audit", 3),
    proposed: { ...signed("bank", "escrow-bank", 2), resolution: "bankCorrects" },
    settled: null,
  };
  const balance = deskSigned({ faulty: false });
  const { bankAccount: _account, day: _day, ...statement } = balance;
  const close = {
    claim: {
      bankAccount: deskBankAccount,
      day: deskDay,
      statement,
      ledger: { height: 2_990, outstanding: balance.closingBalance, suspense: 0 },
      items: [],
    },
    state: "closed",
    closed: signed("finance", "district-finance", 2),
    countersigned: signed("bank", "escrow-bank", 1),
  };
  const state = scene === "closed" ? "closed" : "open";
  return {
    "treasury.bankDays": () => ({
      accounts: [deskBankAccount],
      account: deskBankAccount,
      days: [
        { day: deskDay, lines: 3, state, openDifferences: faulty ? 1 : 0 },
        ...days.map((day) => ({ day, lines: 9, state: "closed", openDifferences: 0 })),
      ],
      openDifferences: faulty ? 1 : 0,
      stoppedMs: faulty ? difference.reported.timeMs : null,
      readAt,
    }),
    "treasury.differences": () => ({ differences: faulty ? [difference] : [], readAt }),
    "treasury.dayCloses": () => ({ closes: scene === "closed" ? [close] : [], readAt }),
    "treasury.bankStatement": () => ({
      xml: new TextDecoder().decode(deskStatement({ faulty })),
      signed: deskSigned({ faulty }),
    }),
  };
}
