import { concat, utf8 } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { nonceBytes } from "@mingbai/crypto/sealing/suite";
import type { DiskFile } from "@mingbai/log/disk/disk";
import { findOpened, sealedExtraBytes, sealUnder } from "../../subjects/aead.ts";

const lengthBytes = 4;
/** A record holds at most so much text. */
export const recordBytesMax = 64 * 1024 * 1024;

/** Under which key, and of which run, texts are sealed. */
export interface RunKey {
  readonly run: string;
  readonly key: Uint8Array;
}

/**
 * A text as a record of a run: its length, then AES-256-GCM under the run's key, bound to the run and to its place, so that records
 * can be neither exchanged nor left out. `place` −1 is the list of those asked about, which lies in a file of its own.
 */
export function sealRecord({ run, key }: RunKey, place: number, text: string): Uint8Array[] {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = sealUnder(key, { nonce, plaintext: [utf8(text)], bound: boundTo(run, place) });
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, sealed.length, true);
  return [length, sealed];
}

/** The text of a record's sealed bytes. Throws an Error where it was altered or is of another run or place. */
export function openRecord({ run, key }: RunKey, place: number, sealed: Uint8Array): string {
  const opened = findOpened(key, { sealed, bound: boundTo(run, place) });
  if (opened === undefined) throw new Error(`record ${place} of run ${run} does not open`);
  return Buffer.from(opened.buffer, opened.byteOffset, opened.length).toString("utf8");
}

/** Whole records one after another, with where each ends; what a crash left of another at the end is no record. */
export async function* readRecords(
  file: DiskFile,
): AsyncGenerator<{ readonly sealed: Uint8Array; readonly end: number }> {
  const size = await file.size();
  let at = 0;
  while (at + lengthBytes <= size) {
    const head = await file.read({ position: at, length: lengthBytes });
    const length = new DataView(head.buffer, head.byteOffset).getUint32(0, true);
    const end = at + lengthBytes + length;
    if (length < sealedExtraBytes || length > recordBytesMax || end > size) return;
    yield { sealed: await file.read({ position: at + lengthBytes, length }), end };
    at = end;
  }
}

function boundTo(run: string, place: number): Uint8Array {
  return concat(contextBytes.factRun, utf8(`${run}/${place}`));
}
