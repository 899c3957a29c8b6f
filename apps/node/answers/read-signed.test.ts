import { foldLinePath } from "@mingbai/codec/line-tree/fold-line-path";
import { paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { findPayments, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { findHeader } from "@mingbai/ledger/transaction/header";
import { LogDamaged } from "@mingbai/log/segments/log-error";
import { scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenScene, openSceneChain, startSolo } from "../test-ledger-scene.ts";
import { readSigned, type Signed } from "./read-signed.ts";

/** In the block record itself; in the body log with one group of lines, with several, with a last group that is not full. */
const counts = [1, 64, 65, 128, 130];
const disk = simulatedDisk({ seed: 5 });
let scene: OpenScene;
let sent: Uint8Array[];

beforeAll(async () => {
  scene = startSolo(await openSceneChain(disk, undefined, { segmentBytes: 64 * 1024 }));
  const signed = await Promise.all(
    counts.map((count, index) =>
      scenePayments(
        Array.from({ length: count }, (_, line) => line + 1),
        { sequence: index + 1 },
      ),
    ),
  );
  sent = signed.map(({ bytes }) => bytes);
  for (const bytes of sent) await scene.solo.submit(bytes);
});
afterAll(async () => {
  await scene.solo.close();
});

async function read(logIndex: number, line?: number): Promise<Signed> {
  const found = await scene.ledger.findLeafOutcome(logIndex);
  const place = found?.record.outcomes[found.index]?.place;
  if (found === undefined || place === undefined) throw new Error(`no transaction ${logIndex}`);
  return readSigned(scene.ledger, found.record, { place, line });
}

function paymentsOf(index: number) {
  const envelope = readEnvelope(sent[index] ?? new Uint8Array());
  const payments = typeof envelope === "string" ? undefined : findPayments(envelope);
  if (payments === undefined) throw new Error(`batch ${index} has no lines`);
  return payments;
}

describe("the signed parts of a batch", () => {
  it.each(counts.map((count, index) => [count, index] as const))(
    "of %i lines: each line leads to what was signed",
    async (count, index) => {
      const { lines } = paymentsOf(index);
      for (let line = 0; line < count; line++) {
        const { headerBytes, body, line: proved } = await read(index, line);
        const root = proved && foldLinePath(proved);
        if (root === undefined) throw new Error(`line ${line} is not proved`);
        expect(proved?.record).toEqual(lines.subarray(line * 64, (line + 1) * 64));
        expect(paymentBodyHash({ head: body, count, lines: new Uint8Array() }, root)).toEqual(
          findHeader(headerBytes)?.bodyHash,
        );
      }
    },
  );

  it("have no line where none is asked for, and none past the last", async () => {
    for (const [index, count] of counts.entries()) {
      const whole = await read(index);
      expect(whole.line).toBeUndefined();
      expect(whole.body).toEqual(paymentsOf(index).head);
      expect(await read(index, count)).toEqual(whole);
    }
  });

  it("are refused with the file and place of the damage, whichever of the bytes they stand on is changed", async () => {
    const index = counts.indexOf(130);
    const [line, path] = [
      129,
      disk.paths().find((name) => name.includes("/bodies/") && name.endsWith(".segment")) ?? "",
    ];
    const bytes = sent[index] ?? new Uint8Array();
    const at = Buffer.from(disk.content(path)).indexOf(bytes.subarray(0, 224));
    expect(at).toBeGreaterThan(0);
    const linesAt = bytes.length - paymentsOf(index).lines.length;
    const used = [
      0,
      100,
      223,
      226,
      280,
      linesAt - 1,
      linesAt + 128 * 64,
      linesAt + 129 * 64 + 5,
      bytes.length,
      bytes.length + 63,
    ];
    for (const place of used) {
      disk.flipBit(path, (at + place) * 8 + 3);
      const error = await read(index, line).catch((reason: unknown) => reason);
      disk.flipBit(path, (at + place) * 8 + 3);
      if (!(error instanceof LogDamaged)) throw new Error(`byte ${place}: ${error}`);
      expect(error.damage.file).toBe(path);
    }
    expect((await read(index, line)).line?.index).toBe(line);
  });
});
