import { describe, expect, it } from "vitest";
import { processorShare } from "./processor-share.ts";

const members = (...hosts: string[]) =>
  hosts.map((host, number) => ({ organisation: `member-${number}`, host, port: 1, httpUrl: "http://localhost:1" }));

describe("processorShare", () => {
  it.each([
    ["four on two processors", members("127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"), 2, 1],
    ["four on sixteen", members("127.0.0.1", "localhost", "::1", "LOCALHOST"), 16, 4],
    ["two of three on one machine", members("one.example", "one.example", "two.example"), 8, 4],
    ["one on each machine", members("one.example", "two.example", "three.example"), 8, undefined],
  ])("is an even part for members of one machine: %s", (_, listed, processors, share) => {
    expect(processorShare({ organisation: "member-0", members: listed }, processors)).toBe(share);
  });

  it("is all for an observer, whose machine the members do not name", () => {
    expect(processorShare({ organisation: "observer", members: members("127.0.0.1", "127.0.0.1") }, 2)).toBeUndefined();
  });
});
