import { describe, expect, it } from "vitest";
import { OpenedSoFar } from "./opened-so-far.ts";

async function open(closed: string[], fails: boolean): Promise<AsyncDisposableStack> {
  await using opened = new OpenedSoFar();
  for (const name of ["first", "second"]) {
    opened.defer(() => {
      closed.push(name);
      throw new Error(`${name} could not be closed`);
    });
  }
  if (fails) throw new Error("the third could not be opened");
  return opened.move();
}

describe("what is opened one after another", () => {
  it("is all closed where a later step fails, and that step is told of", async () => {
    const closed: string[] = [];
    await expect(open(closed, true)).rejects.toThrow(new Error("the third could not be opened"));
    expect(closed).toEqual(["second", "first"]);
  });

  it("stays open where nothing fails, until whoever took it over closes it and hears of a failure", async () => {
    const closed: string[] = [];
    const whole = await open(closed, false);
    expect(closed).toEqual([]);
    await expect(whole.disposeAsync()).rejects.toThrow(SuppressedError);
    expect(closed).toEqual(["second", "first"]);
  });
});
