import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import type { Number64 } from "@mingbai/codec/number64";
import { schemes } from "@mingbai/crypto/scheme";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { commandBodyHash, findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { encodeEnvelope } from "@mingbai/ledger/transaction/envelope";
import {
  encodeHeader,
  signedBytes,
  type TransactionKind,
  transactionId,
  transactionKinds,
} from "@mingbai/ledger/transaction/header";

/** Who signs, for which ledger, in which place of their own order. */
export interface Signing {
  readonly chain: Uint8Array;
  readonly signer: Signer;
  readonly keyId: Number64;
  readonly lane: number;
  readonly sequence: number;
  /** Block time in ms after which it no longer counts; at most 24 hours ahead. */
  readonly expiryMs: number;
  /** A transaction of the same key that must have been accepted before; 32 bytes. */
  readonly after?: Uint8Array;
}

/** A transaction ready to be sent. */
export interface SignedTransaction {
  readonly id: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Signs one command. The input must be as the command's schema says; the ledger refuses it otherwise. */
export function signCommand(signing: Signing, command: string, input: CanonicalObject): Promise<SignedTransaction> {
  const body = canonicalBytes(input);
  return sign(signing, { command, body, bodyHash: commandBodyHash(body), kind: transactionKinds.command, units: 1 });
}

/**
 * Signs a batch of payments: a head and 1 to 8,192 lines (`@mingbai/treasury/batch/encode-batch`). The body must not
 * change before the promise settles.
 */
export function signPayments(
  signing: Signing,
  command: string,
  body: Uint8Array,
  { knownHash, memory }: PaymentsSigning = {},
): Promise<SignedTransaction> {
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("a payments body is 64 bytes of head and 1 to 8,192 lines of 64");
  const bodyHash = knownHash ?? paymentBodyHash(payments);
  return sign(signing, { command, body, bodyHash, kind: transactionKinds.payments, units: payments.count }, memory);
}

/** What spares one who signs many batches work. */
export interface PaymentsSigning {
  /** The body's hash, where the manifest has needed it already. */
  readonly knownHash?: Uint8Array;
  /** Where the signed bytes go, instead of memory of their own: `envelopeBytesMax` is enough for any. */
  readonly memory?: Uint8Array<ArrayBuffer>;
}

interface Content {
  readonly command: string;
  readonly body: Uint8Array;
  readonly bodyHash: Uint8Array;
  readonly kind: TransactionKind;
  readonly units: number;
}

async function sign(
  signing: Signing,
  { command, body, bodyHash, kind, units }: Content,
  memory?: Uint8Array<ArrayBuffer>,
): Promise<SignedTransaction> {
  const header = encodeHeader({
    scheme: schemes[signing.signer.scheme],
    lane: signing.lane,
    kind,
    bodyBytes: body.length,
    units,
    keyId: signing.keyId,
    sequence: signing.sequence,
    expiryMs: signing.expiryMs,
    chain: signing.chain,
    publicKey: signing.signer.publicKey,
    after: signing.after ?? new Uint8Array(32),
    command,
    bodyHash,
  });
  const id = transactionId(header);
  const signature = await signing.signer.sign({ message: signedBytes(header), id });
  return { id, bytes: encodeEnvelope({ header, signature, body }, memory) };
}
