import { personSubject } from "@mingbai/identity/vault-content";
import type { OpenLedger } from "../open-ledger.ts";
import { findCast } from "./casts.ts";
import { demoNumber } from "./demo-keys.ts";

/** Puts the invented people's names into the vault, where the tables look for them. */
export async function putDemoNames({ vault, genesis }: Pick<OpenLedger, "vault" | "genesis">): Promise<void> {
  const people = findCast(genesis.configuration)?.people ?? [];
  await vault.put(
    people.map(({ id, name }) => ({ subject: personSubject(demoNumber(id)), content: { kind: "person", name } })),
  );
}
