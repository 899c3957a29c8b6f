import type { Address } from "../fields/read-address.ts";
import type { Birth } from "../fields/read-birth.ts";
import type { IdentityNumber } from "../fields/read-identity-number.ts";
import type { Name } from "../names/read-name.ts";

/** How many people of a register have the same; one object for all of them. */
export interface Count {
  bearers: number;
}

export interface CountedName extends Name {
  /** Of those whose names have the same base form. */
  readonly alike: Count;
  /** Of those whose names sound alike. */
  readonly sounding: Count;
}

export interface CountedPhone extends Count {
  readonly number: string;
}

/** A person as they are compared: every field read once. */
export interface ReadPerson {
  readonly id: string;
  readonly name: CountedName;
  readonly identityNumber: IdentityNumber | undefined;
  readonly birth: Birth | undefined;
  readonly sex: "male" | "female" | undefined;
  readonly village: string | undefined;
  readonly address: Address | undefined;
  readonly phone: CountedPhone | undefined;
}
