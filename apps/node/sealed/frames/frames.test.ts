import { describe, expect, it } from "vitest";
import { subjectBytesMax, subjectsPerPathMax } from "../limits.ts";
import { encodeAnswer, findAnswer } from "./answers.ts";
import { encodeAsk, findAsk } from "./ask.ts";
import { isSealedFrame } from "./frame-type.ts";

const sealingKey = new Uint8Array(32).fill(7);
const question = { request: 9, piece: undefined, sealingKey, path: ["content/ab", "file/cd"] };

describe("frames about sealed entries", () => {
  it.each([
    ["an entry", question],
    ["the first piece of a file", { ...question, piece: 0 }],
    ["one subject", { ...question, path: ["person/00"] }],
  ])("say what is asked for: %s", (_, ask) => {
    expect(findAsk(encodeAsk(ask))).toEqual(ask);
  });

  it.each([
    { kind: "entry", request: 1, bytes: Uint8Array.of(1, 2) },
    { kind: "piece", request: 2, bytes: new Uint8Array() },
    { kind: "none", request: 3, isBusy: false },
    { kind: "none", request: 4, isBusy: true },
  ] as const)("answer: $kind, $request", (answer) => {
    expect(isSealedFrame(encodeAnswer(answer))).toBe(true);
    expect(findAnswer(encodeAnswer(answer))).toEqual(answer);
  });

  it.each([
    ["no subject", []],
    ["too many", Array.from({ length: subjectsPerPathMax + 1 }, (_, at) => `content/${at}`)],
    ["an empty one", [""]],
    ["a long one", ["x".repeat(subjectBytesMax + 1)]],
    ["a name in it", ["person/江"]],
  ])("are refused with a path of %s", (_, path) => {
    expect(findAsk(encodeAsk({ ...question, path }))).toBeUndefined();
  });

  it("are refused where anything stands behind the path, or misses", () => {
    const frame = encodeAsk(question);
    expect(findAsk(frame.subarray(0, -1))).toBeUndefined();
    expect(findAsk(Uint8Array.of(...frame, 0))).toBeUndefined();
  });
});
