import { commitmentOf, commitmentSaltBytes } from "@mingbai/codec/commitment";
import { findHex, toHex } from "@mingbai/codec/hex";
import { contentSubject, type GivenContent } from "@mingbai/read-model/given-content";
import { AccountContent, DestinationContent } from "@mingbai/treasury/vault-content";
import type { BankOrder } from "@mingbai/treasury/views/bank";
import { z } from "zod";

/** Where names and bank accounts are asked for. */
export interface NameSource {
  find(subject: string): Promise<unknown>;
}

/** Whom a bank pays and where, as the vault has it; `known` is what is shown where the vault has nothing. */
export async function creditorOf(account: string, names: NameSource, known: string): Promise<BankOrder["creditor"]> {
  const found = AccountContent.safeParse(await names.find(account));
  if (!found.success) return { name: known, bankAccount: null };
  return { name: found.data.name, bankAccount: found.data.bankAccount ?? null };
}

const Kept = z.object({ salt: z.string().length(2 * commitmentSaltBytes), content: DestinationContent });

/**
 * The creditor that an order was signed for, as whoever ordered gave it. Where the vault has nothing that hashes to the
 * commitment nobody is paid: an account from anywhere else is not the one that was signed.
 */
export async function signedCreditor(
  given: GivenContent,
  names: NameSource,
  known: string,
): Promise<BankOrder["creditor"]> {
  const kept = Kept.safeParse(await names.find(contentSubject(given)));
  const salt = kept.success ? findHex(kept.data.salt) : undefined;
  if (!kept.success || salt === undefined) return { name: known, bankAccount: null };
  const { content } = kept.data;
  const isSigned = toHex(commitmentOf({ salt, content })) === given.commitment;
  return isSigned ? { name: content.name, bankAccount: content.bankAccount } : { name: known, bankAccount: null };
}
