import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { requestBytesMax } from "@mingbai/http/contents-views";
import { encodeSubjectParts, partFrameBytes, partsPerRequestMax } from "@mingbai/http/subject-parts-views";
import { describe, expect, it } from "vitest";
import { PartsBody, type SaidPart } from "./parts-body.ts";

const part = (number: number, text = "卢桂枝"): SaidPart => ({
  subject: (0xa000 + number).toString(16).padStart(16, "0"),
  salt: new Uint8Array(32).fill(number),
  content: { text, number },
});
const spelt = ({ subject, salt, content }: SaidPart) => ({ subject, salt, bytes: canonicalBytes(content) });

describe("the body of a request of parts, written where it stands", () => {
  it("is what its parts are together, with their commitments", () => {
    const parts = [part(1), part(2, ""), part(3, "\u0001𠮷")];
    const body = new PartsBody();
    expect(body.isEmpty).toBe(true);
    expect([body.add(parts.slice(0, 2)), body.add(parts.slice(2))]).toEqual([true, true]);
    expect(body.end()).toEqual(encodeSubjectParts(parts.map(spelt)));
    const commitments = parts.map((one) => [one.subject, toHex(commitmentOfBytes(spelt(one)))]);
    expect([...body.commitments]).toEqual(commitments);
    expect(body.isEmpty).toBe(false);
  });

  it("takes none of some of which one finds no room, and goes on with smaller ones", () => {
    const body = new PartsBody();
    const most = requestBytesMax - partFrameBytes - canonicalBytes({ text: "", number: 1 }).length;
    const nearly = part(1, "x".repeat(most - 200));
    expect(body.add([nearly])).toBe(true);
    expect(body.add([part(2), part(3, "y".repeat(200))])).toBe(false);
    expect([...body.commitments.keys()]).toEqual([nearly.subject]);
    expect(body.add([part(4)])).toBe(true);
    expect(body.end()).toEqual(encodeSubjectParts([nearly, part(4)].map(spelt)));
    expect(new PartsBody().add([part(1, "x".repeat(most))])).toBe(true);
    expect(new PartsBody().add([part(1, "x".repeat(most + 1))])).toBe(false);
  });

  it("has as many parts as a request may have, each under a salt", () => {
    const body = new PartsBody();
    const all = Array.from({ length: partsPerRequestMax }, (_, at) => part(at));
    expect([body.add(all), body.add([part(0)])]).toEqual([true, false]);
    expect(() => new PartsBody().add([{ ...part(1), salt: new Uint8Array(31) }])).toThrow(RangeError);
    expect(() => new PartsBody().add([{ ...part(1), subject: "A1" }])).toThrow(RangeError);
  });
});
