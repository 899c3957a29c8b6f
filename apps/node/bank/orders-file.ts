import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { Money } from "@mingbai/iso20022/fields/amount";
import { ordersPerFileMax, writePain001 } from "@mingbai/iso20022/pain001";
import type { BankOrder } from "@mingbai/treasury/views/bank";

const messageIdHexDigits = 30;

/**
 * A pain.001 file of these orders, for those who send files by hand. Orders without a bank account are left out and
 * named. The same orders give the same bytes and so the same message: a bank that got it twice has got it once.
 */
export function ordersFile(
  orders: readonly BankOrder[],
  { debtor, money }: { debtor: { name: string; account: string }; money: Money },
): { file: Uint8Array<ArrayBuffer> | undefined; included: number; without: readonly string[] } {
  const payable = orders
    .flatMap(({ endToEndId, amountMinor, creditor: { name, bankAccount }, releasedMs }) =>
      bankAccount === null
        ? []
        : [{ endToEndId, amount: amountMinor, creditor: { name, account: bankAccount }, releasedMs }],
    )
    .sort((a, b) => (a.endToEndId < b.endToEndId ? -1 : 1))
    .slice(0, ordersPerFileMax);
  const without = orders.filter(({ creditor }) => creditor.bankAccount === null).map(({ endToEndId }) => endToEndId);
  if (payable.length === 0) return { file: undefined, included: 0, without };
  const createdMs = Math.max(...payable.map(({ releasedMs }) => releasedMs));
  const named = sha256(utf8(JSON.stringify([debtor.account, ...payable.map(({ endToEndId }) => endToEndId)])));
  const messageId = `MB-${toHex(named).slice(0, messageIdHexDigits)}`;
  const executionDay = new Date(createdMs).toISOString().slice(0, 10);
  const file = writePain001({ messageId, createdMs, executionDay, debtor, orders: payable }, money);
  return { file, included: payable.length, without };
}
