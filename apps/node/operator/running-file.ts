import { timingSafeEqual } from "node:crypto";
import { rm } from "node:fs/promises";
import { toHex } from "@mingbai/codec/hex";
import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readPrivateFile } from "@mingbai/crypto/key-file/read-private-file";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import { newSeed } from "@mingbai/crypto/signers/generate-signer";
import { z } from "zod";

/** How the operator of a node speaks to it while it runs. Whoever can read this file of the data folder is its operator. */
const RunningFile = z.strictObject({
  pid: z.int().positive(),
  /** On this machine. */
  url: z.url(),
  token: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RunningFile = Readonly<z.infer<typeof RunningFile>>;

/** A word that nobody knows yet. */
export function newToken(): string {
  return toHex(newSeed());
}

/** Whether a request's `Authorization` header carries the token (RFC 6750). Takes the same time wherever two tokens differ. */
export function isOperator(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export async function writeRunning(path: string, running: RunningFile): Promise<void> {
  await writePrivateFile({ path, text: JSON.stringify(running), replace: true });
}

export async function removeRunning(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** What a running node says, or undefined where none has said anything. A killed one leaves its file behind. */
export async function findRunning(path: string): Promise<RunningFile | undefined> {
  try {
    return RunningFile.parse(JSON.parse(await readPrivateFile(path)));
  } catch (error) {
    if (error instanceof KeyFileError && error.code === "ABSENT") return undefined;
    throw error;
  }
}
