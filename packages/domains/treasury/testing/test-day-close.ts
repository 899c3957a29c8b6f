import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { statementMessage } from "@mingbai/crypto/statement-message";
import type { DayClose } from "../day-close/schema.ts";
import { type Person, type TestLedger, testLedger } from "./test-ledger.ts";
import { bankAccount, bankLine, everyone, fund, must, office, people } from "./test-scene.ts";

/** The bank's key, with which it signs statements and acts alike. */
export const bankSigner = generateSigner("ed25519", new Uint8Array(32).fill(9));
const bankKey = { publicKey: toHex(bankSigner.publicKey) };
export const bank: Person = { ...people.bank, ...bankKey };
export const secondBank: Person = { ...bank, account: "00000000000000b2" };
/** Of the office and with a bank's role: only four eyes keep them apart. */
export const bankerInTheOffice: Person = { account: "00000000000000b3", organisation: "bureau", roles: ["escrowBank"] };
export const auditor: Person = { account: "00000000000000a1", organisation: "audit", roles: ["auditor"] };
export const { finance, streetFinance } = people;
export const financeDeputy: Person = { ...finance, account: "00000000000000f2" };
export const day = "2027-01-15";
export const chain = new Uint8Array(32);
export const deposited = 1_000_000;

/** An office with one fund and a deposit of 1,000,000 on `day`; the bank's key can sign. */
export function dayScene(onBlock?: Parameters<typeof testLedger>[1]): TestLedger {
  const others = everyone.filter(({ account }) => account !== bank.account);
  const ledger = testLedger([...others, bank, secondBank, bankerInTheOffice, auditor, financeDeputy], onBlock);
  const accounts = [{ account: office, kind: "office", organisation: "bureau" }];
  must(ledger, people.operator, "openAccounts", { accounts });
  must(ledger, finance, "createFund", { fund, code: "F-1", office });
  must(ledger, bank, "bookBankLines", deposit("d1", deposited));
  return ledger;
}

export function deposit(reference: string, amount: number, valueDay = day) {
  return { bankAccount, lines: [{ ...bankLine(reference, amount), valueDay, kind: "deposit", fund }] };
}

/** What a bank signs of a day. */
export async function signedBalance(
  of: { day?: string; closingBalance: number; currency?: string; file?: string; chain?: Uint8Array } = {
    closingBalance: deposited,
  },
): Promise<DayClose["statement"]> {
  const { closingBalance, currency = "CNY", file = "ab".repeat(32) } = of;
  const claim = { file, bankAccount, day: of.day ?? day, closingBalance, currency };
  const signature = toHex(await bankSigner.sign(statementMessage({ chain: of.chain ?? chain, ...claim })));
  return { file, closingBalance, currency, keyId: bank.account, signature };
}

/** A close of `day` as it would be right in `dayScene`; `more` says what is otherwise. */
export async function closeOf(ledger: TestLedger, more: Partial<DayClose> = {}): Promise<DayClose> {
  return {
    bankAccount,
    day,
    statement: await signedBalance(),
    ledger: { height: ledger.height, outstanding: deposited, suspense: 0 },
    items: [],
    ...more,
  };
}

/** The refusal's code, or "ok". */
export function codeOf(ledger: TestLedger, who: Person, verb: string, input: object): string {
  return ledger.run(who, verb, { ...input }).code;
}

export const wrong = { bankAccount, kind: "amountDiffers", reference: "d1" } as const;
export const report = { ...wrong, day, effect: -5 };

/** Reported by the office, proposed by the office's deputy, agreed to by the auditor. */
export function settle(ledger: TestLedger): void {
  must(ledger, finance, "reportDifference", report);
  const proposal = must(ledger, financeDeputy, "proposeSettlement", { ...wrong, resolution: "bankCorrects" });
  must(ledger, auditor, "settleDifference", { ...wrong, proposal });
}
