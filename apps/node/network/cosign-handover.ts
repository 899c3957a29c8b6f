import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { findEra } from "@mingbai/ledger/genesis/era";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";
import { writeWholeFile } from "@mingbai/log/disk/whole-file";
import { findVoter } from "@mingbai/sequencer/cosigning/vote";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { logOrigin, openMark } from "../published/published-log.ts";
import { registry } from "../registry.ts";
import { makeHandoverNote } from "./handover-note.ts";

interface Parts {
  readonly disk: Disk;
  readonly folder: DataFolder;
  readonly genesis: Genesis;
  readonly keys: Pick<NodeKeys, "log" | "cosign">;
  readonly nowSeconds: number;
}

/** A member's word for the block from which it goes on, and where it lies. */
export interface CosignedHandover {
  readonly path: string;
  readonly organisation: string;
  readonly height: number;
  readonly leaves: number;
}

/**
 * Cosigns the last block that one organisation ordered, as it is in this folder, which no node has open; whoever calls it has
 * executed the history. That it did so is durable before the note is there: another tree of this size is never signed with
 * this folder. Throws Error where the ledger was not handed over, has gone on since, or is to be kept by others.
 */
export async function cosignHandover({ disk, folder, genesis, keys, nowSeconds }: Parts): Promise<CosignedHandover> {
  const lock = await disk.lock(folder.root);
  try {
    const chain = await LedgerChain.open({ disk, folder: folder.ledger, replica: new Replica(registry, genesis) });
    try {
      const era = findEra(chain.state);
      const { height, logSize: size, logRoot: root } = chain.head;
      if (era === undefined) throw new Error(`the ledger in ${folder.root} has not been handed over by a vote`);
      if (height > era.base) throw new Error(`the network has begun: ${folder.root} is past height ${era.base}`);
      const member = era.roster.members[findVoter(era.roster.members, keys) ?? -1];
      if (member === undefined) throw new Error(`the keys in ${folder.root} are of no member that the ledger goes to`);
      const tree = { origin: logOrigin(chain.chain), size, root };
      const mark = await openMark(disk, folder.networkState);
      if (!(await mark.advance(tree)))
        throw new Error(`this node has signed a longer log than the ${size} leaves here`);
      const { organisation } = member;
      const note = await makeHandoverNote(tree, { member, keys, timeSeconds: nowSeconds });
      await disk.makeFolder(folder.handover);
      const path = join(folder.handover, `${organisation}.note`);
      await writeWholeFile(disk, path, utf8(note));
      return { path, organisation, height, leaves: size };
    } finally {
      await chain.close();
    }
  } finally {
    await lock.release();
  }
}
