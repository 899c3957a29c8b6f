import { toBase64 } from "@mingbai/codec/base64";
import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { findVoteBytes, type SignedHeader } from "@mingbai/ledger/proofs/light-block";
import { cometAddress } from "@mingbai/sequencer/cometbft/node-id";
import { deriveNodeKeys } from "../../keys/node-keys.ts";
import { memberSecret, membersCount } from "./test-fault-people.ts";

type BlockId = SignedHeader["commit"]["block_id"];
const precommit = 2;

/**
 * What whoever hears both votes accuses a member with: its own in a block's commit, and one of the same round for another
 * block, by the same key. JSON of CometBFT's `DuplicateVoteEvidence`. Undefined where the commit does without its vote.
 */
export async function findDoubleVote({ header, commit }: SignedHeader, by: { member: number; otherBlock: string }) {
  const { consensus } = await deriveNodeKeys(memberSecret(by.member));
  const address = capitals(cometAddress(consensus.publicKey));
  const index = commit.signatures.findIndex((one) => one.validator_address === address);
  const cast = commit.signatures[index];
  if (cast === undefined || cast.signature === null) return undefined;
  const otherId = { hash: sha256(utf8(by.otherBlock)), parts: { total: 1, hash: sha256(utf8(by.otherBlock)) } };
  const other = { chainId: header.chain_id, commit: { ...commit, block_id: otherId }, timestamp: cast.timestamp };
  const message = findVoteBytes(other);
  if (message === undefined) return undefined;
  const vote = (id: BlockId, signature: string) => ({
    type: precommit,
    height: String(commit.height),
    round: commit.round,
    block_id: { hash: capitals(id.hash), parts: { total: id.parts.total, hash: capitals(id.parts.hash) } },
    timestamp: cast.timestamp,
    validator_address: address,
    validator_index: index,
    signature,
  });
  const votes = [
    vote(commit.block_id, cast.signature),
    vote(otherId, toBase64(await consensus.sign({ message, id: message }))),
  ].toSorted((a, b) => (a.block_id.hash < b.block_id.hash ? -1 : 1));
  return JSON.stringify({
    type: "tendermint/DuplicateVoteEvidence",
    value: {
      vote_a: votes[0],
      vote_b: votes[1],
      TotalVotingPower: String(membersCount),
      ValidatorPower: "1",
      Timestamp: header.time,
    },
  });
}

function capitals(bytes: Uint8Array): string {
  return toHex(bytes).toUpperCase();
}
