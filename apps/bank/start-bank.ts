import { join } from "node:path";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { chainView } from "@mingbai/http/ledger-views";
import { fundBalancesView } from "@mingbai/treasury/views/acts";
import type { FastifyInstance } from "fastify";
import { Books } from "./books/books.ts";
import { findOpeningBalance } from "./books/entries.ts";
import type { DepositFund } from "./http/bank-parts.ts";
import { createBankServer } from "./http/bank-server.ts";
import { LedgerLink } from "./ledger/ledger-link.ts";
import type { BankOptions } from "./options.ts";
import { bankClock } from "./work/bank-clock.ts";
import { beginBooks } from "./work/begin-books.ts";
import { bookingClock } from "./work/booking-clock.ts";
import { Work } from "./work/desk.ts";

const folderNameChars = 16;

export interface RunningBank {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the bank: its books, its key, its round of work, its page on this machine. The node must answer. `now`: its clock, ms. */
export async function startBank(options: BankOptions, now: () => number = Date.now): Promise<RunningBank> {
  const { signer, keyId } = await openKey(options.key);
  const link = new LedgerLink({ url: options.node, signer, keyId });
  const { chain, demo, currency } = await link.client.ask(chainView, {});
  if (options.key === undefined && !demo)
    throw new Error("this ledger is no demo: name the bank's key with --key and --as");
  // Books belong to one ledger: one that is founded again gets new ones.
  const books = Books.open(join(options.data, chain.slice(0, folderNameChars)));
  const { account } = options;
  if (findOpeningBalance(books) === undefined) await beginBooks(books, link, account);
  const clock = bookingClock(books, bankClock(now));
  const money = { currency: currency.code, decimals: currency.decimals };
  let trouble: string | undefined;
  const work = new Work({ books, link, account, clock, money }, (found) => {
    trouble = found;
  });
  const server = createBankServer({
    books,
    clock,
    account,
    chain,
    node: options.node,
    money,
    signer,
    keyId,
    trouble: () => trouble,
    funds: fundsOf(link),
  });
  const address = await listen(server, options);
  return {
    url: `http://localhost:${new URL(address).port}`,
    async close() {
      await server.close();
      await work.close();
      books.close();
    },
  };
}

async function listen(server: FastifyInstance, { port, orFree }: BankOptions): Promise<string> {
  try {
    return await server.listen({ host: "localhost", port });
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isTaken || !orFree) throw error;
    return server.listen({ host: "localhost", port: 0 });
  }
}

async function openKey(key: BankOptions["key"]): Promise<{ signer: Signer; keyId: string }> {
  if (key === undefined) return { signer: demoSigner("bank"), keyId: demoNumber("key bank") };
  const passphrase = await readPassphrase(`Passphrase of ${key.file}: `);
  const { kind, secret } = await readKeyFile({ path: key.file, passphrase });
  if (kind === "x25519") throw new Error(`${key.file} holds a sealing key, which signs nothing`);
  return { signer: generateSigner(kind, secret), keyId: key.keyId };
}

function fundsOf(link: LedgerLink): () => Promise<readonly DepositFund[]> {
  let known: readonly DepositFund[] = [];
  return async () => {
    try {
      const { funds } = await link.client.ask(fundBalancesView, {});
      known = funds.map(({ number, id, name }) => ({ number, code: id, name }));
    } catch (error) {
      // The page is shown without the node too; its state stands at the top.
      if (!(error instanceof Error)) throw error;
    }
    return known;
  };
}
