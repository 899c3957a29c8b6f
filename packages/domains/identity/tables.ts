import { defineTable } from "@mingbai/ledger/state/table";

/** An organisation of the alliance. */
export interface OrganisationRow {
  readonly name: { readonly en: string; readonly zh: string };
  /** How many accounts administer it; once there is one, only they register its people. */
  readonly administrators: number;
}

/** Organisations by id. */
export const organisationTable = defineTable<OrganisationRow>("identity.organisations");

export interface SealingKeyRow {
  /** X25519, 32 bytes, hexadecimal. */
  readonly publicKey: string;
  readonly fromHeight: number;
}

/** The sealing key in force, by account. */
export const sealingKeyTable = defineTable<SealingKeyRow>("identity.sealingKeys");
