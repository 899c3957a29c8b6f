import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { chainView } from "@mingbai/http/ledger-views";
import type { Client } from "@mingbai/sdk/client";
import { ProblemError } from "@mingbai/sdk/problem-error";
import { fundBalancesView } from "@mingbai/treasury/views/acts";
import type { FastifyInstance } from "fastify";
import { Books } from "./books/books.ts";
import { findOpeningBalance, setOpeningBalance } from "./books/entries.ts";
import type { DepositFund } from "./http/bank-parts.ts";
import { createBankServer } from "./http/bank-server.ts";
import { LedgerLink } from "./ledger/ledger-link.ts";
import type { BankOptions } from "./options.ts";
import { bankClock } from "./work/bank-clock.ts";
import { Work } from "./work/desk.ts";

const folderNameChars = 16;
/** Two minutes: a ledger of millions of lines takes about one. */
const openingTriesMax = 600;
const openingPollMs = 200;

export interface RunningBank {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the bank: its books, its key, its round of work, its page on this machine. The node must answer. */
export async function startBank(options: BankOptions): Promise<RunningBank> {
  const { signer, keyId } = await openKey(options.key);
  const link = new LedgerLink({ url: options.node, signer, keyId });
  const { chain, demo, currency } = await link.client.ask(chainView, {});
  if (options.key === undefined && !demo)
    throw new Error("this ledger is no demo: name the bank's key with --key and --as");
  // Books belong to one ledger: one that is founded again gets new ones.
  const books = Books.open(join(options.data, chain.slice(0, folderNameChars)));
  const { account } = options;
  if (findOpeningBalance(books) === undefined) setOpeningBalance(books, await bookedOn(link));
  const clock = bankClock();
  let trouble: string | undefined;
  const work = new Work({ books, link, account, clock }, (found) => {
    trouble = found;
  });
  const money = { currency: currency.code, decimals: currency.decimals };
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

/**
 * New books begin with what the ledger has booked of the account so far: a demo's past was entered without a bank. Waits
 * until the node's tables have read all of it.
 */
async function bookedOn({ client }: LedgerLink): Promise<number> {
  const { height } = await client.ask(chainView, {});
  for (let tries = 0; tries < openingTriesMax; tries++) {
    const found = await findBooked(client);
    if (found !== undefined && found.height >= height) return found.booked;
    await setTimeout(openingPollMs);
  }
  throw new Error("the node's tables are not up to date; the bank's books begin when they are");
}

/** What the tables say, or undefined while there are none. */
async function findBooked(client: Client): Promise<{ booked: number; height: number } | undefined> {
  try {
    const { funds, suspenseMinor, readAt } = await client.ask(fundBalancesView, {});
    return { booked: funds.reduce((sum, { bookedMinor }) => sum + bookedMinor, suspenseMinor), height: readAt.height };
  } catch (error) {
    if (error instanceof ProblemError && error.status >= 500) return undefined;
    throw error;
  }
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
