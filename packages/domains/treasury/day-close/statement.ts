import { fromHex } from "@mingbai/codec/hex";
import { schemeOf } from "@mingbai/crypto/scheme";
import { statementMessage } from "@mingbai/crypto/statement-message";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { isInForce, keyTable } from "@mingbai/ledger/authority/key";
import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import type { DayClose } from "./schema.ts";

/** Why these are not the bank's own words: another key, other bytes, another currency. */
export function findStatementRefusal({ state, chain, moment }: CommandContext, close: DayClose): Refusal | undefined {
  const { file, closingBalance, currency, keyId, signature } = close.statement;
  const key = state.table(keyTable).find(keyId);
  const scheme = key && schemeOf(key.scheme);
  const owner = key && findActor(state, key.account, moment.timeMs);
  const isBanks = key !== undefined && isInForce(key, moment.height) && owner?.roles.includes("escrowBank") === true;
  if (!isBanks || scheme === undefined) return refuse("STATEMENT_NOT_BANKS", { keyId });
  if (currency !== getConfiguration(state).currency.code) return refuse("STATEMENT_CURRENCY", { currency });
  const { bankAccount, day } = close;
  const message = statementMessage({ chain, file, bankAccount, day, closingBalance, currency });
  const signed = { scheme, publicKey: fromHex(key.publicKey), signature: fromHex(signature), ...message };
  return verifySignature(signed) ? undefined : refuse("STATEMENT_ALTERED", { keyId });
}
