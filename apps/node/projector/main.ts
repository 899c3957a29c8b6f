// The projector's process: hears how far the log is durable, writes it into the tables, says how far it has come.
import { getPriority, setPriority } from "node:os";
import { fromHex } from "@mingbai/codec/hex";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { blocksFolder, bodiesFolder } from "@mingbai/log/chain/ledger-chain";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { type Position, Projector } from "@mingbai/read-model/projector";
import { dataFolder } from "../data-folder.ts";
import { findGenesis } from "../founding/genesis-file.ts";
import type { DurableMarks } from "../open-ledger.ts";
import { SubjectReader } from "../subjects/subject-reader.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { joinedVault } from "./joined-vault.ts";
import type { DurableMessage, PositionMessage, ProjectorStart } from "./messages.ts";
import { projectDurable } from "./project-durable.ts";
import { projections } from "./projections.ts";

let opening: ReturnType<typeof open> | undefined;
let marks: DurableMarks | undefined;
let isBusy = false;

process.on("message", (message: ProjectorStart | DurableMessage) => {
  if (message.kind === "start") opening = open(message);
  else marks = message.marks;
  work().catch(fail);
});

// The channel closes when the node stops or dies. What is half written is rolled back and comes again.
process.on("disconnect", () => process.exit(0));

// Ctrl-C reaches the whole group: the node stops first, and closes the channel.
process.on("SIGINT", () => undefined);

async function open(start: ProjectorStart) {
  const disk = nodeDisk();
  const folder = dataFolder(start.dataFolder);
  const follow = (name: string) => followSegmentLog({ disk, folder: name });
  const key = await generateSealingKey({ seed: fromHex(start.vaultSeed) });
  const contents = new VaultReader(follow(folder.vault), nodeSealing(key));
  const subjects = new SubjectReader({ disk, folder: folder.subjects, key });
  const vault = joinedVault({ contents, subjects });
  const { connectionString, chain } = start;
  const founding = await findGenesis(folder.genesis);
  if (founding === undefined) throw new Error(`${folder.genesis} is missing`);
  const zone = founding.configuration;
  const projector = await Projector.open({ connectionString, chain, projections, vault, zone, founding, onLost: fail });
  if (start.isOwnServer === true) setPriority(await projector.backendPid(), getPriority());
  const blocks = follow(`${folder.ledger}/${blocksFolder}`);
  const bodies = follow(`${folder.ledger}/${bodiesFolder}`);
  return { projector, ledger: { blocks, bodies, vault: contents, subjects } };
}

/** Works until the last mark that was told is reached; marks that come meanwhile are seen by the run under way. */
async function work(): Promise<void> {
  if (isBusy || opening === undefined) return;
  isBusy = true;
  const { projector, ledger } = await opening;
  report(projector.position);
  while (marks !== undefined) {
    const next = marks;
    marks = undefined;
    await projectDurable(projector, ledger, { marks: next, onPosition: report });
  }
  isBusy = false;
}

function report(position: Position): void {
  const message: PositionMessage = { kind: "position", position };
  if (process.connected) process.send?.(message);
}

/** Also where the database went away: the node starts it again, later each time until the database is back. */
function fail(error: unknown): never {
  process.stderr.write(`projector: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
