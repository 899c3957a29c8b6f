import { fromHex } from "@mingbai/codec/hex";
import { personSubject } from "@mingbai/identity/vault-content";
import { nodeAccountOf } from "../keys/node-account.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { findCast } from "./casts.ts";
import { demoNumber } from "./demo-keys.ts";

/** Puts the invented people's names into the vault, where the tables look for them. */
export async function putDemoNames({ vault, genesis }: Pick<OpenLedger, "vault" | "genesis">): Promise<void> {
  const { people = [], organisations = [] } = findCast(genesis.configuration) ?? {};
  const nodes = genesis.roster.members.map(({ organisation, ackKey }) => {
    const name = organisations.find(({ id }) => id === organisation)?.name.zh ?? organisation;
    return { account: nodeAccountOf(fromHex(ackKey)), name: `${name}节点` };
  });
  const named = [...people.map(({ id, name }) => ({ account: demoNumber(id), name })), ...nodes];
  await vault.put(
    named.map(({ account, name }) => ({ subject: personSubject(account), content: { kind: "person", name } })),
  );
}
