import { describe, expect, it } from "vitest";
import { HourlyShare } from "./hourly-share.ts";

const one = "00000000000000a1";
const other = "00000000000000b2";

describe("HourlyShare", () => {
  it("lets each account have its share of an hour and says when there is more", () => {
    let nowMs = 0;
    const share = new HourlyShare(10, () => nowMs);
    expect(share.take(one, 6)).toBeUndefined();
    nowMs = 1_000;
    expect(share.take(one, 5)).toEqual({ waitMs: 3_599_000 });
    expect(share.take(one, 4)).toBeUndefined();
    expect(share.take(other, 10)).toBeUndefined();
    nowMs = 3_600_000;
    expect(share.take(one, 10)).toBeUndefined();
    expect(share.take(other, 1)).toEqual({ waitMs: 1_000 });
  });

  it("never has room for more than the share", () => {
    expect(new HourlyShare(10, () => 0).take(one, 11)).toEqual({ waitMs: 3_600_000 });
  });
});
