import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { Role } from "@mingbai/ledger/authority/role";

/** Someone of the bench's ledger: always the same key for a name. */
export interface BenchPerson {
  readonly name: string;
  readonly account: string;
  readonly keyId: string;
  readonly roles: readonly Role[];
  readonly organisation: string;
  readonly signer: Signer;
}

function person(name: string, organisation: string, roles: readonly Role[]): BenchPerson {
  const seed = sha256(utf8(`mingbai bench: ${name}`));
  return {
    name,
    account: numberOf(name),
    keyId: numberOf(`key ${name}`),
    roles,
    organisation,
    signer: generateSigner("ed25519", seed),
  };
}

/** An account or key number for a name. */
export function numberOf(name: string): string {
  return toHex(sha256(utf8(name)).subarray(0, 8));
}

/** The secret behind the keys of the bench's nodes. */
export const benchSecret = new Uint8Array(32).fill(7);

export const office = numberOf("office");
export const fund = 1;
export const tranche = 1;
export const bankAccount = "ESCROW-BENCH";

export const administrator = person("administrator", "office", ["administrator"]);
export const finance = person("finance", "office", ["financeSupervisor", "approver"]);
export const approver = person("approver", "office", ["approver"]);
export const manager = person("manager", "office", ["projectManager"]);
export const bank = person("bank", "bank", ["escrowBank"]);
/** Who keeps household files in the one area of the bench, and may bring a whole county of them within an hour. */
export const clerk = person("clerk", "registry-office", ["operator"]);
export const filesArea = "bench-area";
export const staff: readonly BenchPerson[] = [administrator, finance, approver, manager, bank, clerk];

/** Suppliers who act with keys of their own, for the benches of individually signed commands. */
export function suppliers(count: number): BenchPerson[] {
  return Array.from({ length: count }, (_, index) =>
    person(`supplier ${index}`, `company ${index % 50}`, ["supplier"]),
  );
}

/** The secret behind the keys of one member's node of a bench's network. */
export function memberSecret(number: number): Uint8Array {
  return sha256(utf8(`mingbai bench: member ${number}`));
}
