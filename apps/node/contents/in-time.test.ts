import { describe, expect, it } from "vitest";
import { inTime } from "./in-time.ts";

const long = { idleMsMax: 600_000, wholeMsMax: 600_000 };
const piece = Uint8Array.of(1);

async function read(source: AsyncIterable<Uint8Array>, allowed = long): Promise<number> {
  let pieces = 0;
  for await (const _ of inTime(source, allowed)) pieces++;
  return pieces;
}

async function* onePieceThen(then: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield piece;
  await then();
  yield piece;
}

const never = () => new Promise<void>(() => undefined);
const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

describe("inTime", () => {
  it("gives the whole stream of a sender that goes on", async () => {
    expect(await read(onePieceThen(async () => undefined))).toBe(2);
  });

  it("ends a stream whose sender says nothing more", async () => {
    expect(await read(onePieceThen(never), { ...long, idleMsMax: 1 })).toBe(1);
  });

  it("ends a stream that takes too long for the whole", async () => {
    expect(await read(onePieceThen(never), { ...long, wholeMsMax: 20 })).toBeLessThanOrEqual(1);
  });

  it.each(["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"])("ends a stream whose sender has gone: %s", async (code) => {
    expect(await read(onePieceThen(failing(code)))).toBe(1);
  });

  it("does not hide another failure", async () => {
    await expect(read(onePieceThen(failing("EIO")))).rejects.toThrow("EIO");
  });
});
