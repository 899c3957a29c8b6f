import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import { type CometSettings, cometConfig } from "./comet-config.ts";
import { nodeKeyText, unsignedState, validatorKeyText } from "./comet-keys.ts";

const ownerOnly = 0o700;

export interface CometHome {
  readonly home: string;
  readonly settings: CometSettings;
  /** genesis.json, as `makeGenesis` gives it. */
  readonly genesis: string;
  /** 32 bytes each, of Ed25519 keys: by which peers know the node, and with which it votes. */
  readonly nodeSeed: Uint8Array;
  readonly consensusSeed: Uint8Array;
  /** Whether an engine has ordered here before: then a home without its files has lost them. */
  readonly hasOrdered: boolean;
}

/** CometBFT must not be started in this home. */
export class CometHomeError extends Error {
  override readonly name = "CometHomeError";
  readonly code: "GENESIS_DIFFERS" | "SIGNING_STATE_LOST";

  constructor(code: CometHomeError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Writes what CometBFT reads: config.toml, genesis.json and the two keys, for their owner alone. Called at each start:
 * settings may change, genesis may not (GENESIS_DIFFERS), and a consensus key whose record of what it signed is gone
 * may not vote again (SIGNING_STATE_LOST): it would sign twice at one height. With another consensus key the record
 * begins anew.
 */
export async function writeCometHome(parts: CometHome): Promise<void> {
  const { home, settings, genesis, nodeSeed, consensusSeed, hasOrdered } = parts;
  for (const folder of ["config", "data"]) await mkdir(join(home, folder), { recursive: true, mode: ownerOnly });
  await writeGenesis(join(home, "config/genesis.json"), genesis);
  await writeValidator({ home, key: validatorKeyText(consensusSeed), hasOrdered });
  await replaceFile(join(home, "config/node_key.json"), nodeKeyText(nodeSeed));
  await replaceFile(join(home, "config/config.toml"), cometConfig(settings));
}

async function writeGenesis(path: string, genesis: string): Promise<void> {
  const existing = await findText(path);
  if (existing === genesis) return;
  if (existing !== undefined) {
    throw new CometHomeError("GENESIS_DIFFERS", `${path} is of another network or another beginning`);
  }
  await replaceFile(path, genesis);
}

async function writeValidator({
  home,
  key,
  hasOrdered,
}: {
  home: string;
  key: string;
  hasOrdered: boolean;
}): Promise<void> {
  const keyPath = join(home, "config/priv_validator_key.json");
  const statePath = join(home, "data/priv_validator_state.json");
  const existing = await findText(keyPath);
  if (existing === undefined && hasOrdered) throw signingStateLost(statePath);
  if (existing !== key) {
    // The key last: without it, a start that was cut off begins here again.
    await replaceFile(statePath, unsignedState);
    await replaceFile(keyPath, key);
    return;
  }
  if ((await findText(statePath)) === undefined) throw signingStateLost(statePath);
}

function signingStateLost(path: string): CometHomeError {
  return new CometHomeError(
    "SIGNING_STATE_LOST",
    `${path} is gone: what this consensus key signed is not known, and it must not vote again. Run mingbai node replace --lost order, which gives the node another`,
  );
}

function replaceFile(path: string, text: string): Promise<void> {
  return writePrivateFile({ path, text, replace: true });
}

async function findText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
