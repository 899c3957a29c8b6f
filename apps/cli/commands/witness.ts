import { join } from "node:path";
import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { generateSigner, newSeed } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { formatVkey, type NoteKey, noteKeyTypes } from "@mingbai/log/merkle/note-key";
import { Witness } from "@mingbai/log/merkle/witness";
import { Command, InvalidArgumentError } from "commander";
import { logKeys } from "../log-keys.ts";
import { serveWitness } from "../witness/serve-witness.ts";
import { witnessState } from "../witness/witness-state.ts";

interface Flags {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly log: readonly NoteKey[];
  readonly json?: boolean;
}

const defaultPort = 8471;
const portMax = 65_535;

/** `mingbai witness`: cosigns the checkpoints of logs that only ever grow. Runs until it is stopped. */
export function witnessCommand(): Command {
  return new Command("witness")
    .description("cosign the checkpoints of logs that only ever grow (C2SP tlog-witness)")
    .option("--log <VKEY>", "verifier key of a log to watch; needed, and may be given several times", logKeys, [])
    .option("--data <FOLDER>", "where its key and its memory lie", ".mingbai/witness")
    .option("--name <NAME>", "name in its verifier key, as a host name", "witness.mingbai.example")
    .option("--host <HOST>", "address to listen on", "localhost")
    .option("--port <N>", "port to listen on; 0 takes any that is free", portNumber, defaultPort)
    .option("--json", "print address and key as one line of JSON")
    .action(run);
}

async function run({ data, host, port, name, log, json }: Flags): Promise<void> {
  if (log.length === 0)
    throw new Error("name the log to watch with --log VKEY; its node shows the key at /api/queries/explorer.status");
  const disk = nodeDisk();
  await disk.makeFolder(data);
  const lock = await disk.lock(data);
  const signer = await openKey(join(data, "witness-key.json"));
  const key = { name, type: noteKeyTypes.cosignature, publicKey: signer.publicKey };
  const witness = new Witness({
    key,
    sign: (message) => signer.sign({ message, id: new Uint8Array(32) }),
    verify: (given) => verifySignature({ scheme: "ed25519", ...given, id: new Uint8Array(32) }),
    state: witnessState(disk, data),
    logs: Map.groupBy(log, (known) => known.name),
    nowSeconds: () => Math.floor(Date.now() / 1_000),
  });
  const served = await serveWitness(witness, { host, port, onFailed: report });
  process.stdout.write(started({ url: served.url, vkey: formatVkey(key) }, json === true));
  const stop = (): void => {
    served
      .close()
      .then(() => lock.release())
      .catch(report);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

function started({ url, vkey }: { url: string; vkey: string }, asJson: boolean): string {
  if (asJson) return `${JSON.stringify({ url, vkey })}\n`;
  return `Witness at ${url}\nIts key: ${vkey}\nA node asks it when started with MINGBAI_WITNESSES='${vkey},${url}'\n`;
}

function report(error: unknown): void {
  process.stderr.write(`mingbai: ${error instanceof Error ? error.message : String(error)}\n`);
}

/** The witness's key, made where there is none. */
async function openKey(path: string): Promise<Signer> {
  const passphrase = await readPassphrase("Passphrase of the witness's key: ");
  try {
    return generateSigner("ed25519", (await readKeyFile({ path, passphrase })).secret);
  } catch (error) {
    if (!(error instanceof KeyFileError) || error.code !== "ABSENT") throw error;
  }
  const secret = newSeed();
  const signer = generateSigner("ed25519", secret);
  await writeKeyFile({ path, kind: "ed25519", publicKey: signer.publicKey, secret, passphrase });
  return signer;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= portMax) return port;
  throw new InvalidArgumentError(`a number from 0 to ${portMax}.`);
}
