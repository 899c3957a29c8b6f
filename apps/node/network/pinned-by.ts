import { fromHex } from "@mingbai/codec/hex";
import type { PinnedKeys } from "@mingbai/exchange/links/pinned";
import { rosterMembersMax } from "@mingbai/ledger/genesis/roster";
import type { RosterRow } from "@mingbai/ledger/genesis/rosters";
import type { NetworkFile } from "./network-file.ts";

/**
 * Whom this node may be linked to: members by the roster, at the addresses of the network file; observers after them, and for
 * a while those that have just left, as the note of the roster that they leave by needs their signatures, too.
 */
export function pinnedBy([now, before]: readonly RosterRow[], network: NetworkFile): PinnedKeys {
  if (now === undefined) throw new Error("the ledger has no roster in force");
  const { epoch, members } = now;
  const places = new Map(network.members.map((member) => [member.organisation, member]));
  const stayed = new Set(members.map(({ ackKey }) => ackKey));
  const left = before?.members.filter(({ ackKey }) => !stayed.has(ackKey)).map(({ ackKey }) => ackKey) ?? [];
  const watching = network.observers.map(({ publicKey }) => publicKey).filter((key) => !stayed.has(key));
  return {
    epoch,
    members: members.flatMap(({ organisation, ackKey }, member) => {
      const place = places.get(organisation);
      return place === undefined ? [] : [{ member, publicKey: fromHex(ackKey), host: place.host, port: place.port }];
    }),
    observers: [...new Set([...watching, ...left])].map((key, at) => ({
      member: rosterMembersMax + at,
      publicKey: fromHex(key),
    })),
  };
}
