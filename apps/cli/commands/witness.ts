import { join } from "node:path";
import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { generateSigner, newSeed } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { formatVkey, type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Witness } from "@mingbai/log/merkle/witness";
import { Command } from "commander";
import { logKeys } from "../log-keys.ts";
import { readPort } from "../read-port.ts";
import { serveWitness } from "../witness/serve-witness.ts";
import { witnessState } from "../witness/witness-state.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly log: readonly NoteKey[];
  readonly json?: boolean;
}

const defaultPort = 8471;

/** `mingbai witness`: cosigns the checkpoints of logs that only ever grow. Runs until it is stopped. */
export function witnessCommand(): Command {
  return new Command("witness")
    .description(
      inLanguage({
        en: "cosign the checkpoints of logs that only ever grow (C2SP tlog-witness)",
        zh: "见证：只为一直增长、从不改写的日志副署检查点（C2SP tlog-witness）",
      }),
    )
    .option(
      "--log <VKEY>",
      inLanguage({
        en: "verifier key of a log to watch; needed, and may be given several times",
        zh: "要见证的日志的验证公钥；必填，可多次给出",
      }),
      logKeys,
      [],
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where its key and its memory lie", zh: "密钥和已副署记录所在的文件夹" }),
      ".mingbai/witness",
    )
    .option(
      "--name <NAME>",
      inLanguage({ en: "name in its verifier key, as a host name", zh: "验证公钥里的名称，写成主机名" }),
      "witness.mingbai.example",
    )
    .option("--host <HOST>", inLanguage({ en: "address to listen on", zh: "监听地址" }), "localhost")
    .option(
      "--port <N>",
      inLanguage({ en: "port to listen on; 0 takes any that is free", zh: "监听端口；0 自动选一个空闲的" }),
      readPort,
      defaultPort,
    )
    .option("--json", inLanguage({ en: "print address and key as one line of JSON", zh: "用一行 JSON 输出地址和公钥" }))
    .action(run);
}

async function run({ data, host, port, name, log, json }: Flags): Promise<void> {
  if (log.length === 0)
    throw new Error(
      inLanguage({
        en: "name the log to watch with --log VKEY; its node shows the key at /api/queries/explorer.status",
        zh: "请用 --log 指定要见证的日志公钥；它的节点在 /api/queries/explorer.status 里给出",
      }),
    );
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
  return inLanguage({
    en: `Witness at ${url}\nIts key: ${vkey}\nA node asks it when started with MINGBAI_WITNESSES='${vkey},${url}'\n`,
    zh: `见证地址：${url}\n公钥：${vkey}\n启动节点时设置 MINGBAI_WITNESSES='${vkey},${url}'，节点就会请它副署\n`,
  });
}

function report(error: unknown): void {
  process.stderr.write(`mingbai: ${error instanceof Error ? error.message : String(error)}\n`);
}

/** The witness's key, made where there is none. */
async function openKey(path: string): Promise<Signer> {
  const passphrase = await readPassphrase(
    inLanguage({ en: "Passphrase of the witness's key: ", zh: "见证密钥的口令：" }),
  );
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
