import { describe, expect, it } from "vitest";
import { BodyMemory, sharedBodyBytesMin, spareBytesMax } from "./body-memory.ts";

describe("memory of request bodies", () => {
  it("is exactly as long as asked for, shared only where that pays", () => {
    const memory = new BodyMemory();
    expect(memory.take(10).buffer).toBeInstanceOf(ArrayBuffer);
    const large = memory.take(sharedBodyBytesMin + 1);
    expect(large.length).toBe(sharedBodyBytesMin + 1);
    expect(large.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it("is used again for a body of nearly the same size, once", () => {
    const memory = new BodyMemory();
    const first = memory.take(600_000);
    memory.give(first);
    const again = memory.take(599_999);
    expect(again.buffer).toBe(first.buffer);
    expect(memory.take(600_000).buffer).not.toBe(first.buffer);
  });

  it("is let go beyond what is kept", () => {
    const memory = new BodyMemory();
    const [kept, beyond] = [memory.take(spareBytesMax), memory.take(spareBytesMax)];
    memory.give(kept);
    memory.give(beyond);
    expect(memory.take(spareBytesMax).buffer).toBe(kept.buffer);
    expect(memory.take(spareBytesMax).buffer).not.toBe(beyond.buffer);
  });
});
