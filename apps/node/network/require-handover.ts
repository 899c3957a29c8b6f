import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Era, findEra } from "@mingbai/ledger/genesis/era";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { noteCharsMax } from "@mingbai/ledger/proofs/note";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { DataFolder } from "../data-folder.ts";
import { logOrigin } from "../published/published-log.ts";
import { type HandoverNote, judgeHandover } from "./handover-note.ts";

/** Members are 32 at most; each has one file, and may have another by mistake. */
const notesMax = 128;

interface Parts {
  readonly chain: Pick<LedgerChain, "chain" | "head" | "state">;
  readonly genesis: Genesis;
  readonly folder: Pick<DataFolder, "handover" | "comet">;
  /** The engine began from others' snapshot just now. */
  readonly hasJoined: boolean;
}

/** This ledger must not be ordered by several yet, or never. */
export class HandoverRefused extends Error {
  override readonly name = "HandoverRefused";
  readonly code: "NOT_HANDED_OVER" | "COSIGNATURES_MISSING" | "TWO_HISTORIES";

  constructor(code: HandoverRefused["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The era in which this ledger is ordered by several; undefined where several founded it. One that a single organisation kept
 * begins only when it was handed over, and when every member, not only two thirds, has cosigned the very tree that is here:
 * one with another would be a second history. Throws HandoverRefused, whose words an operator reads.
 */
export async function requireHandover({ chain, genesis, folder, hasJoined }: Parts): Promise<Era | undefined> {
  const era = findEra(chain.state);
  const { height, logSize: size, logRoot: root } = chain.head;
  if (era === undefined) {
    const { roster, configuration } = genesis;
    const isKeptAlone = roster.members.length === 1 && !configuration.network && height > 0;
    if (isKeptAlone && !hasJoined && !existsSync(folder.comet)) {
      throw new HandoverRefused(
        "NOT_HANDED_OVER",
        "one organisation keeps this ledger alone: it goes over to several by a vote on handOver and not by network.json. Take that file away to go on alone",
      );
    }
    return undefined;
  }
  // Blocks of the network itself show that it has begun.
  if (height > era.base) return era;
  const tree = { origin: logOrigin(chain.chain), size, root };
  const verdict = judgeHandover(await readNotes(folder.handover), { tree, roster: era.roster });
  const { missing, contradicting, useless } = verdict;
  if (contradicting.length > 0) {
    const who = contradicting.map(({ organisation, file }) => `${organisation} (${file})`).join(", ");
    throw new HandoverRefused(
      "TWO_HISTORIES",
      `two histories of this ledger are shown: cosigned another tree than the ${size} leaves here at height ${era.base}: ${who}. No node may start before it is known which is true; keep both, and compare them with mingbai verify-log`,
    );
  }
  if (missing.length > 0) {
    const odd = useless.length === 0 ? "" : `; not signed by a member as it is: ${useless.join(", ")}`;
    throw new HandoverRefused(
      "COSIGNATURES_MISSING",
      `every member must cosign height ${era.base} before the network starts. Missing in ${folder.handover}: ${missing.join(", ")}${odd}. Each makes its file with mingbai cluster cosign`,
    );
  }
  return era;
}

async function readNotes(folder: string): Promise<HandoverNote[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return Promise.all(
    names
      .sort()
      .slice(0, notesMax)
      .map(async (file) => {
        const path = join(folder, file);
        const isNote = (await stat(path)).size <= noteCharsMax;
        return { file, text: isNote ? await readFile(path, "utf8") : "" };
      }),
  );
}
