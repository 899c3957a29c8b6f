import type { Scheme } from "../scheme.ts";

/** A key that can sign without showing itself: software, WebCrypto or passkey. */
export interface Signer {
  readonly scheme: Scheme;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /**
   * The signature as it travels: 64 bytes, or an encoded assertion. `message` is the transaction's signed bytes, `id`
   * its identity; a passkey signs `id` through its challenge, the other schemes sign `message`.
   */
  sign(what: { message: Uint8Array; id: Uint8Array }): Promise<Uint8Array<ArrayBuffer>>;
}
