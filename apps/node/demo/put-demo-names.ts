import { personSubject } from "@mingbai/identity/vault-content";
import type { OpenLedger } from "../open-ledger.ts";
import { demoNumber } from "./demo-keys.ts";
import { demoPeople } from "./people.ts";

/** Puts the invented people's names into the vault, where the tables look for them. */
export async function putDemoNames({ vault }: Pick<OpenLedger, "vault">): Promise<void> {
  await vault.put(
    demoPeople.map(({ id, name }) => ({ subject: personSubject(demoNumber(id)), content: { kind: "person", name } })),
  );
}
