import { findBase64 } from "@mingbai/codec/base64";
import { concat, utf8 } from "@mingbai/codec/bytes";
import { findHex, fromHex, toHex } from "@mingbai/codec/hex";
import { u64 } from "@mingbai/codec/u64";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { isQuorum } from "@mingbai/ledger/availability/quorum";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { z } from "zod";
import { cometAddress } from "./node-id.ts";
import { uvarintBytes, writeUvarint } from "./uvarint.ts";

const Hash = z.string().regex(/^[0-9A-F]{64}$/);
const Digits = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** What CometBFT's RPC answers to `commit`. */
export const Commit = z.object({
  signed_header: z.object({
    commit: z.object({
      height: Digits,
      round: z.int().nonnegative(),
      block_id: z.object({ hash: Hash, parts: z.object({ total: z.int().positive(), hash: Hash }) }),
      signatures: z.array(
        z.object({
          block_id_flag: z.int(),
          validator_address: z.string(),
          timestamp: z.string(),
          signature: z.string().nullable(),
        }),
      ),
    }),
  }),
});
export type Commit = z.infer<typeof Commit>;

/** A block that more than two thirds of a roster signed: by it a light client begins. */
export interface TrustedBlock {
  /** As the engine counts. */
  readonly height: number;
  /** Of the header, hexadecimal in capitals. */
  readonly hash: string;
}

const committed = 2;
const precommit = 2;

/** The block that a commit is of, or undefined where members with more than two thirds of the power did not sign it. */
export function findTrustedBlock(
  { signed_header: { commit } }: Commit,
  { chainId, roster }: { readonly chainId: string; readonly roster: Roster },
): TrustedBlock | undefined {
  const signers = roster.members.flatMap(({ consensusKey }, member) => {
    const publicKey = fromHex(consensusKey);
    const address = toHex(cometAddress(publicKey)).toUpperCase();
    const own = commit.signatures.find((one) => one.validator_address === address && one.block_id_flag === committed);
    const signature = own && findBase64(own.signature ?? "");
    if (own === undefined || signature?.length !== 64) return [];
    const message = signedVote({ commit, chainId, timestamp: own.timestamp });
    return verifySignature({ scheme: "ed25519", publicKey, message, signature, id: new Uint8Array(32) })
      ? [member]
      : [];
  });
  return isQuorum(roster, signers) ? { height: commit.height, hash: commit.block_id.hash } : undefined;
}

/**
 * The bytes that a validator signs: CanonicalVote (cometbft/proto/cometbft/types/v1/canonical.proto), behind its length.
 * Fields: 1 type, 2 height and 3 round as sfixed64, 4 block id {1 hash, 2 parts {1 total, 2 hash}}, 5 time, 6 chain id.
 */
export function signedVote(parts: {
  readonly commit: Commit["signed_header"]["commit"];
  readonly chainId: string;
  readonly timestamp: string;
}): Uint8Array {
  const { height, round, block_id: block } = parts.commit;
  const partSet = concat(varintField(1, block.parts.total), bytesField(2, fromUpperHex(block.parts.hash)));
  const vote = concat(
    varintField(1, precommit),
    fixed64Field(2, height),
    fixed64Field(3, round),
    bytesField(4, concat(bytesField(1, fromUpperHex(block.hash)), bytesField(2, partSet))),
    bytesField(5, timeBytes(parts.timestamp)),
    bytesField(6, utf8(parts.chainId)),
  );
  return concat(uvarint(vote.length), vote);
}

const wire = { varint: 0, fixed64: 1, bytes: 2 } as const;

/** Zero is left out, as in all of proto3. */
function varintField(field: number, value: number): Uint8Array {
  return value === 0 ? new Uint8Array() : concat(uvarint((field << 3) | wire.varint), uvarint(value));
}

function fixed64Field(field: number, value: number): Uint8Array {
  return value === 0 ? new Uint8Array() : concat(uvarint((field << 3) | wire.fixed64), u64(value));
}

function bytesField(field: number, bytes: Uint8Array): Uint8Array {
  return concat(uvarint((field << 3) | wire.bytes), uvarint(bytes.length), bytes);
}

/** google.protobuf.Timestamp of a time of RFC 3339 with up to nine digits behind the point. */
function timeBytes(text: string): Uint8Array {
  const [, whole = "", fraction = ""] = /^([^.Z]+)(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  const seconds = Date.parse(`${whole}Z`) / 1_000;
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new SyntaxError(`${text} is no time`);
  return concat(varintField(1, seconds), varintField(2, Number(fraction.padEnd(9, "0"))));
}

function uvarint(value: number): Uint8Array {
  const bytes = new Uint8Array(uvarintBytes(value));
  writeUvarint(bytes, 0, value);
  return bytes;
}

function fromUpperHex(text: string): Uint8Array {
  const bytes = findHex(text.toLowerCase());
  if (bytes === undefined) throw new SyntaxError(`${text} is no hash`);
  return bytes;
}
