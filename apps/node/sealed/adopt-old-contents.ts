import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { findGivenContent } from "@mingbai/read-model/given-content";
import type { VaultLog } from "../vault/vault-log.ts";
import type { VaultReader } from "../vault/vault-reader.ts";
import { Entitlement } from "./entitlement.ts";
import { namedSubjects } from "./named-subjects.ts";

const oldBeginning = "content/";

interface Parts {
  readonly vault: Pick<VaultLog, "durable" | "putSealed">;
  /** Has read nothing yet. */
  readonly reader: VaultReader;
  readonly chain: Pick<LedgerChain, "state" | "blocksFromHeight">;
  readonly genesis: Genesis;
}

/**
 * Vaults once kept contents under `content/<commitment>`, without who gave them. Each is kept again as given by whoever named it
 * first on the ledger, a list's parts with it; what nobody named stays where it is and is shown to nobody. Done again it changes
 * nothing.
 */
export async function adoptOldContents({ vault, reader, chain, genesis }: Parts): Promise<void> {
  const kept = new Set(await reader.readUpTo(vault.durable));
  const adopted = new Set<string>();
  const adopt = async (subject: string): Promise<void> => {
    const given = findGivenContent(subject);
    const old = oldBeginning + (given?.commitment ?? "");
    if (!kept.has(old) || adopted.has(old)) return;
    adopted.add(old);
    const [sealed, entry] = [await reader.findSealed(old), await reader.find(old)];
    if (sealed === undefined || entry === undefined) throw new Error(`the vault has lost ${old}`);
    if (!kept.has(subject)) await vault.putSealed({ subject, sealed });
    for (const named of namedSubjects({ subject, entry })) await adopt(named);
  };
  if (![...kept].some(isOld)) return;
  const entitlement = new Entitlement({ state: () => chain.state, now: () => genesis.timeMs });
  entitlement.follow(genesis.events);
  for await (const { outcomes } of chain.blocksFromHeight(0)) {
    entitlement.follow(outcomes.flatMap(({ events }) => events));
  }
  for (const subject of entitlement.subjects) await adopt(subject);
}

function isOld(subject: string): boolean {
  return subject.startsWith(oldBeginning) && findGivenContent(subject) === undefined;
}
