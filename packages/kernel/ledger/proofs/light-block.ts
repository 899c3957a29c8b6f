import { findBase64 } from "@mingbai/codec/base64";
import { concat, equalBytes } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { z } from "zod";
import { holdsQuorum } from "../availability/quorum.ts";
import { type AppHashParts, appHash } from "../execute/app-hash.ts";
import type { Roster } from "../genesis/roster.ts";
import {
  bytesField,
  delimited,
  findTimestamp,
  fixed64Field,
  merkleRoot,
  messageField,
  varintField,
} from "./comet-bytes.ts";
import type { VerifyEd25519 } from "./ed25519.ts";

const decimal = /^(0|[1-9][0-9]{0,15})$/;
const Whole = z
  .string()
  .regex(decimal)
  .transform(Number)
  .refine((value) => Number.isSafeInteger(value));
/** Hexadecimal in capitals; empty where there is no hash. */
const Hash = z
  .string()
  .regex(/^([0-9A-F]{2}){0,32}$/)
  .transform((text) => fromHex(text.toLowerCase()));
const BlockId = z.object({ hash: Hash, parts: z.object({ total: z.int().nonnegative(), hash: Hash }) });
type BlockId = z.infer<typeof BlockId>;

const Header = z.object({
  version: z.object({ block: Whole, app: Whole.optional() }),
  chain_id: z.string().max(50),
  height: Whole,
  time: z.string(),
  last_block_id: BlockId,
  last_commit_hash: Hash,
  data_hash: Hash,
  validators_hash: Hash,
  next_validators_hash: Hash,
  consensus_hash: Hash,
  app_hash: Hash,
  last_results_hash: Hash,
  evidence_hash: Hash,
  proposer_address: Hash,
});
const Commit = z.object({
  height: Whole,
  round: z.int().nonnegative(),
  block_id: BlockId,
  signatures: z
    .array(
      z.object({
        block_id_flag: z.int(),
        validator_address: z.string(),
        timestamp: z.string(),
        signature: z.string().nullable(),
      }),
    )
    .max(1_024),
});

/** A block's header and the votes that decided it, as CometBFT's RPC gives them. */
export const SignedHeader = z.object({ header: Header, commit: Commit });
export type SignedHeader = z.infer<typeof SignedHeader>;

/** In the order in which they are judged. */
export const lightFaults = [
  "LIGHT_MALFORMED",
  "LIGHT_HEADER_CHANGED",
  "LIGHT_SIGNATURE_WRONG",
  "LIGHT_TOO_FEW_VOTES",
  "LIGHT_OTHER_LOG",
] as const;
export type LightFault = (typeof lightFaults)[number];

const votedFor = 2;
const precommit = 2;
const addressBytes = 20;

/**
 * Whether the consensus of this roster's members decided that the log is so long and has this root: the header's app hash
 * is made of them, and consensus keys with more than two thirds of the power signed the header (CometBFT v0.38 to v0.40:
 * `Header.Hash`, `VoteSignBytes`). A proof beside the members' checkpoints, by other keys. `signed`: JSON of the RPC.
 */
export function judgeLightBlock(given: {
  readonly signed: unknown;
  readonly log: AppHashParts;
  readonly roster: Roster;
  readonly verify: VerifyEd25519;
}): { readonly fault: LightFault } | { readonly fault: undefined; readonly height: number; readonly chainId: string } {
  const judged = judgeSignedHeader(given);
  if (judged.fault !== undefined) return judged;
  const { height, chain_id: chainId, app_hash: decided } = judged.header;
  return equalBytes(appHash(given.log), decided) ? { fault: undefined, height, chainId } : { fault: "LIGHT_OTHER_LOG" };
}

/** The same, of the header alone: that consensus keys with more than two thirds of the roster's power signed it. */
export function judgeSignedHeader(given: {
  readonly signed: unknown;
  readonly roster: Roster;
  readonly verify: VerifyEd25519;
}):
  | { readonly fault: LightFault }
  | { readonly fault: undefined; readonly header: SignedHeader["header"]; readonly hash: Uint8Array } {
  const { signed, roster, verify } = given;
  const read = SignedHeader.safeParse(signed);
  if (!read.success) return { fault: "LIGHT_MALFORMED" };
  const { header, commit } = read.data;
  const hash = findHeaderHash(header);
  if (hash === undefined) return { fault: "LIGHT_MALFORMED" };
  if (header.height !== commit.height || !equalBytes(hash, commit.block_id.hash))
    return { fault: "LIGHT_HEADER_CHANGED" };
  const voters = findVoters(read.data, roster, verify);
  if (voters === undefined) return { fault: "LIGHT_SIGNATURE_WRONG" };
  if (!holdsQuorum(roster, ({ consensusKey }) => voters.has(consensusKey))) return { fault: "LIGHT_TOO_FEW_VOTES" };
  return { fault: undefined, header, hash };
}

function findHeaderHash(header: SignedHeader["header"]): Uint8Array | undefined {
  const time = findTimestamp(header.time);
  if (time === undefined) return undefined;
  const { version, last_block_id: last } = header;
  return merkleRoot([
    concat(varintField(1, version.block), varintField(2, version.app ?? 0)),
    bytesField(1, header.chain_id),
    varintField(1, header.height),
    time,
    concat(bytesField(1, last.hash), partsField(last)),
    ...[
      header.last_commit_hash,
      header.data_hash,
      header.validators_hash,
      header.next_validators_hash,
      header.consensus_hash,
      header.app_hash,
      header.last_results_hash,
      header.evidence_hash,
      header.proposer_address,
    ].map((hash) => bytesField(1, hash)),
  ]);
}

/** Consensus keys of members that voted for the block; undefined where a vote of one does not verify. */
function findVoters({ header, commit }: SignedHeader, roster: Roster, verify: VerifyEd25519): Set<string> | undefined {
  const keys = new Map(roster.members.map(({ consensusKey }) => [addressOf(consensusKey), consensusKey]));
  const voters = new Set<string>();
  for (const { block_id_flag: flag, validator_address: address, timestamp, signature } of commit.signatures) {
    const key = keys.get(address);
    if (flag !== votedFor || key === undefined) continue;
    const message = findVoteBytes({ chainId: header.chain_id, commit, timestamp });
    const bytes = signature === null ? undefined : findBase64(signature);
    if (message === undefined || bytes === undefined) return undefined;
    if (!verify({ publicKey: fromHex(key), message, signature: bytes })) return undefined;
    voters.add(key);
  }
  return voters;
}

/** The bytes of a precommit as each validator signs them. Undefined where its time is none. */
export function findVoteBytes(vote: {
  readonly chainId: string;
  readonly commit: Pick<SignedHeader["commit"], "height" | "round" | "block_id">;
  readonly timestamp: string;
}): Uint8Array | undefined {
  const { chainId, commit, timestamp } = vote;
  const time = findTimestamp(timestamp);
  if (time === undefined) return undefined;
  const { height, round, block_id: id } = commit;
  return delimited(
    varintField(1, precommit),
    fixed64Field(2, height),
    fixed64Field(3, round),
    messageField(4, bytesField(1, id.hash), partsField(id)),
    messageField(5, time),
    bytesField(6, chainId),
  );
}

function partsField({ parts }: BlockId): Uint8Array {
  return messageField(2, varintField(1, parts.total), bytesField(2, parts.hash));
}

/** By which the engine names a validator: the first 20 bytes of its key's SHA-256, in capitals. */
function addressOf(consensusKey: string): string {
  return toHex(sha256(fromHex(consensusKey)).subarray(0, addressBytes)).toUpperCase();
}
