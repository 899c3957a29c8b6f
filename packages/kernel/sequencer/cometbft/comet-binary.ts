import { execFile } from "node:child_process";
import { accessSync, constants, createReadStream, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/**
 * How CometBFT is installed. The version is the one whose messages `abci.proto` has and whose settings were measured.
 */
export const installLine = "go install github.com/cometbft/cometbft/cmd/cometbft@v0.40.0";
/** What v0.40.0 says of itself: its own number was forgotten in it. A build by its Makefile adds a commit. */
const saidVersion = /^0\.(39\.0|40\.\d+)(\+\w+)?$/;
/** What Go writes into every binary: from which module, and of which version, it was built. */
const builtVersion = /\tgithub\.com\/cometbft\/cometbft\t(v[\w.+-]+)/;
const wantedVersion = /^v0\.40\./;
const versionMsMax = 10_000;

/** CometBFT cannot be run. The message is one line that says what to do. */
export class CometMissing extends Error {
  override readonly name = "CometMissing";
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The program: what MINGBAI_COMETBFT names, else `cometbft` on PATH. Undefined where there is none. */
export function findCometBinary(environment: Environment = process.env): string | undefined {
  const named = environment.MINGBAI_COMETBFT;
  if (named) return isProgram(named) ? named : undefined;
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, "cometbft")).find(isProgram);
}

/** The program, of the right version. Throws CometMissing where it is absent or of another. */
export async function getCometBinary(environment: Environment = process.env): Promise<string> {
  const binary = findCometBinary(environment);
  if (binary === undefined) {
    const named = environment.MINGBAI_COMETBFT;
    const what = named ? `MINGBAI_COMETBFT names ${named}, which is no program` : "CometBFT is not installed";
    throw new CometMissing(`${what}: run "${installLine}" and put its folder on PATH, or name it in MINGBAI_COMETBFT`);
  }
  const version = (await findBuiltVersion(binary)) ?? (await askVersion(binary));
  if (!wantedVersion.test(version) && !saidVersion.test(version)) {
    throw new CometMissing(`${binary} is CometBFT ${version}, which this node does not know: run "${installLine}"`);
  }
  return binary;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Absent or not to be run: for whoever looks for a program it is the same.
    return false;
  }
}

/** The version of the module that the binary was built from; undefined where it was built from a folder of sources. */
async function findBuiltVersion(binary: string): Promise<string | undefined> {
  const overlapBytes = 256;
  let tail = "";
  for await (const chunk of createReadStream(binary, { encoding: "latin1", highWaterMark: 4 * 1024 * 1024 })) {
    const text = tail + chunk;
    const found = builtVersion.exec(text)?.[1];
    if (found !== undefined) return found;
    tail = text.slice(-overlapBytes);
  }
  return undefined;
}

async function askVersion(binary: string): Promise<string> {
  try {
    return (await promisify(execFile)(binary, ["version"], { timeout: versionMsMax })).stdout.trim();
  } catch (cause) {
    throw new CometMissing(`${binary} does not say its version: run "${installLine}"`, { cause });
  }
}
