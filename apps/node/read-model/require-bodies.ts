import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";

/** Throws, with what to do, where tables that have read up to a height lack bodies of later blocks that this node keeps no more. */
export async function requireBodies(chain: Pick<LedgerChain, "bodiesFrom">, readUpTo: number): Promise<void> {
  const from = await chain.bodiesFrom();
  if (from <= readUpTo + 1) return;
  throw new Error(
    `the tables have read up to height ${readUpTo}, and what was signed before height ${from} is kept by the archives named in network.json only: stop this node, run mingbai node replace --lost ledger, and start it again`,
  );
}
