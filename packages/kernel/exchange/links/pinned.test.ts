import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSamePinned, pinnedPeers } from "./pinned.ts";

const keys = fc.uniqueArray(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
  minLength: 2,
  maxLength: 12,
  selector: (key) => key.join(),
});

describe("who dials whom", () => {
  it("is exactly one of two members, and every observer", () => {
    fc.assert(
      fc.property(keys, fc.nat(), (all, cut) => {
        const count = 1 + (cut % (all.length - 1));
        const members = all.slice(0, count).map((publicKey, member) => ({ member, publicKey, host: "h", port: 1 }));
        const observers = all.slice(count).map((publicKey, at) => ({ member: 100 + at, publicKey }));
        const numbered = [...members, ...observers];
        const views = numbered.map((own) => pinnedPeers(own.publicKey, { epoch: 0, members, observers }));
        const dials = (from: number, to: number): boolean | undefined => {
          const peer = views[from]?.values().find(({ member }) => member === numbered[to]?.member);
          return peer && peer.address !== undefined;
        };
        for (const [from] of numbered.entries()) {
          for (const [to] of numbered.entries()) {
            if (from === to) expect(dials(from, to)).toBeUndefined();
            else if (from < count && to < count) expect(dials(from, to)).toBe(!dials(to, from));
            else if (to < count) expect([dials(from, to), dials(to, from)]).toEqual([true, false]);
            else if (from >= count) expect(dials(from, to)).toBeUndefined();
          }
        }
      }),
    );
  });

  it("is another matter once number, key, address or direction differ", () => {
    const publicKey = new Uint8Array(32);
    const one = { member: 1, publicKey, address: { member: 1, publicKey, host: "h", port: 1 } };
    expect(isSamePinned(one, { ...one, publicKey: new Uint8Array(32) })).toBe(true);
    expect(isSamePinned(one, undefined)).toBe(false);
    expect(isSamePinned(one, { ...one, member: 2 })).toBe(false);
    expect(isSamePinned(one, { ...one, publicKey: new Uint8Array(32).fill(1) })).toBe(false);
    expect(isSamePinned(one, { ...one, address: { ...one.address, port: 2 } })).toBe(false);
    expect(isSamePinned(one, { ...one, address: undefined })).toBe(false);
  });
});
