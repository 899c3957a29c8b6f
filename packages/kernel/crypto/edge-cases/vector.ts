import type { AssertionFault } from "../check-assertion.ts";
import type { Scheme } from "../scheme.ts";

/** One line of docs/spec/vectors/signatures.json; bytes are lower-case hexadecimal. */
export interface SignatureVector {
  readonly name: string;
  readonly scheme: Scheme;
  readonly publicKey: string;
  readonly message: string;
  readonly id: string;
  readonly signature: string;
  readonly valid: boolean;
}

/** What `checkAssertion` says of an encoded assertion. */
export interface AssertionVector {
  readonly name: string;
  readonly signature: string;
  readonly rpId: string;
  readonly origins: readonly string[];
  readonly verdict: "ok" | AssertionFault;
}

export interface SignatureVectors {
  readonly about: string;
  readonly signatures: readonly SignatureVector[];
  readonly assertions: readonly AssertionVector[];
}
