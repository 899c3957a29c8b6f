import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { VirtualClock } from "@mingbai/testkit/simulated-network/virtual-clock";
import { beforeEach, describe, expect, it } from "vitest";
import { askAgainMsMax, askAgainMsMin, askedAgainAtOnceMax } from "./limits.ts";
import { Wanted } from "./wanted.ts";

const path = "node/wanted.json";
let clock: VirtualClock;
let disk: ReturnType<typeof simulatedDisk>;
beforeEach(async () => {
  clock = new VirtualClock();
  disk = simulatedDisk({ seed: 1 });
  await disk.makeFolder("node");
});

const open = () => Wanted.open({ clock, disk, path });

/** Everything whose turn it is, in turn. */
function turns(wanted: Wanted): string[] {
  const subjects: string[] = [];
  for (let want = wanted.next(); want !== undefined; want = wanted.next()) subjects.push(want.subject);
  return subjects;
}

/** How long it takes until the one want that is nowhere has its turn again. */
async function pauseOf(wanted: Wanted): Promise<number> {
  const want = wanted.next();
  if (want === undefined) throw new Error("nothing has its turn");
  const fromMs = clock.now();
  let isReady = false;
  wanted.onReady(() => {
    isReady = true;
  });
  isReady = false;
  wanted.later(want);
  await clock.run({ untilMs: Number.MAX_SAFE_INTEGER, isDone: () => isReady });
  return clock.now() - fromMs;
}

describe("what is wanted", () => {
  it("has its turn once, in the order in which it came", async () => {
    const wanted = await open();
    for (const subject of ["a", "b", "a"]) wanted.add([subject]);
    expect(turns(wanted)).toEqual(["a", "b"]);
    expect(wanted.size).toBe(2);
  });

  it("has a turn for each way to it: only one of two who name it may be able to give it", async () => {
    const wanted = await open();
    for (const naming of ["a", "b", "a"]) wanted.add([naming, "file"]);
    expect(turns(wanted)).toEqual(["file", "file"]);
  });

  it("has its turn again when it was nowhere, later each time, up to a bound", async () => {
    const wanted = await open();
    wanted.add(["a"]);
    expect([await pauseOf(wanted), await pauseOf(wanted), await pauseOf(wanted)]).toEqual(
      [1, 2, 4].map((n) => n * askAgainMsMin),
    );
    for (let round = 0; round < 10; round++) await pauseOf(wanted);
    expect(await pauseOf(wanted)).toBe(askAgainMsMax);
  });

  it("is asked for less often where very much is nowhere", async () => {
    const wanted = await open();
    wanted.add(["a"]);
    for (let round = 0; round < 12; round++) await pauseOf(wanted);
    wanted.close();
    const many = await open();
    for (let number = 0; number < 4 * askedAgainAtOnceMax; number++) many.add([`${number}`]);
    const [want] = [many.next()];
    for (let round = 0; round < 12 && want !== undefined; round++) many.later(want);
    expect(want?.pauseMs).toBe(4 * askAgainMsMax);
    many.close();
  });

  it("is noted where only a content names it, also by two at once, until it is here", async () => {
    const wanted = await open();
    await Promise.all([wanted.note([["c", "f"]]), wanted.note([["d", "g"]]), wanted.note([["d", "h"]])]);
    const again = await open();
    expect(turns(again)).toEqual(["f", "g", "h"]);
    again.done({ subject: "g", path: ["d", "g"], pauseMs: 1, takeBack: undefined });
    await again.note([["d", "i"]]);
    expect(turns(await open())).toEqual(["f", "h", "i"]);
  });

  it("is refused where the file is damaged, with what to do", async () => {
    const file = await disk.open(path, "create");
    await file.write([Uint8Array.of(1, 2)], 0);
    await file.close();
    await expect(open()).rejects.toThrow("is damaged. Remove it");
  });
});
