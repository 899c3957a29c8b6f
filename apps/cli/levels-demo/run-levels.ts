import { join } from "node:path";
import { demoNumber, demoPassphrase, demoSeed, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { foundLevel } from "@mingbai/app-node/demo/levels/found-level";
import { city, counties, type Level, relayId } from "@mingbai/app-node/demo/levels/level-casts";
import { buildWeb } from "@mingbai/app-web/build";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { type Kept, keepRunning } from "../supervised/keep-running.ts";
import { lockFolder } from "../supervised/lock-folder.ts";
import { StateScreen } from "../supervised/state-screen.ts";
import { SupervisedNode } from "../supervised/supervised-node.ts";
import { SupervisedRelay } from "../supervised/supervised-relay.ts";
import { inLanguage } from "../words.ts";
import { tellLevels } from "./tell-levels.ts";

/** A level with the folder of its ledger and the port of its pages. */
interface PlacedLevel {
  readonly level: Level;
  readonly root: string;
  readonly port: number;
}

/**
 * Runs a city and its counties: a node for each with a ledger, keys, vault and database of its own in a folder below `root`, and a relay
 * between the city and each county. New ledgers are told how money goes down and comes back. Resolves after Ctrl-C, when all have ended.
 */
export async function runLevels({ root, port }: { root: string; port: number }): Promise<void> {
  const disk = nodeDisk();
  await disk.makeFolder(root);
  const lock = await lockFolder(root);
  try {
    const screen = new StateScreen(process.stdout, inLanguage({ en: "process", zh: "进程" }));
    // Once for all: nodes that start together would each build them.
    await buildWeb({ say: (step) => screen.say(step) });
    const levels = [city, ...counties].map((level, at) => ({ level, root: join(root, level.id), port: port + at }));
    for (const placed of levels) await foundLevel(placed.level, placed);
    const key = await writeRelayKey(root);
    const below = levels.slice(1);
    const kept = [...levels.map(keptNode), ...below.map((county) => keptRelay({ county, port, key, root }))];
    const urls = new Map(levels.map((placed) => [placed.level, urlOf(placed)]));
    await keepRunning(kept, {
      screen,
      beside: (signal) => tellLevels({ urls, signal, say: (line) => screen.say(line) }),
    });
  } finally {
    await lock.release();
  }
}

function urlOf({ port }: Pick<PlacedLevel, "port">): string {
  return `http://localhost:${port}`;
}

function keptNode({ level, root, port }: PlacedLevel): Kept {
  const node = new SupervisedNode({ folder: root, options: ["--port", String(port)] });
  const who = { name: inLanguage(level.name), url: urlOf({ port }) };
  return { row: async () => ({ ...who, report: await node.report() }), stop: () => node.stop() };
}

/** Where it writes: beside the folders of the ledgers, as it belongs to none. */
function keptRelay({
  county,
  port,
  key,
  root,
}: {
  county: PlacedLevel;
  port: number;
  key: string;
  root: string;
}): Kept {
  const number = demoNumber(`key ${relayId}`);
  const ends = ["--parent", urlOf({ port }), "--child", urlOf(county)];
  const relay = new SupervisedRelay({
    options: [...ends, "--key", key, "--as-parent", number, "--as-child", number],
    log: join(root, `relay-${county.level.id}.log`),
    passphrase: demoPassphrase,
  });
  const name = `${inLanguage(city.name)} ⇄ ${inLanguage(county.level.name)}`;
  return { row: async () => ({ name, url: "", report: relay.report() }), stop: () => relay.stop() };
}

async function writeRelayKey(root: string): Promise<string> {
  const path = join(root, "relay-key.json");
  const { publicKey } = demoSigner(relayId);
  const parts = { kind: "ed25519", publicKey, secret: demoSeed(relayId), passphrase: demoPassphrase } as const;
  await writeKeyFile({ path, ...parts, replace: true });
  return path;
}
