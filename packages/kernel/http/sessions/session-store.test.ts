import { describe, expect, it } from "vitest";
import { sessionIdleMsMax } from "./limits.ts";
import { SessionStore } from "./session-store.ts";

const person = (number: number) => ({ account: `${number}`.padStart(16, "0"), keyId: "00000000000000a1" });

describe("the store of sessions", () => {
  it("takes nobody in while it is full, and the next once one has ended", () => {
    const store = new SessionStore(2);
    expect(store.open(person(1), 0)).toBeDefined();
    expect(store.open(person(2), 1)).toBeDefined();
    expect(store.open(person(3), 2)).toBeUndefined();
    expect(store.open(person(3), sessionIdleMsMax)).toBeDefined();
  });

  it("finds a session by its own token only", () => {
    const store = new SessionStore();
    const opened = store.open(person(1), 0);
    const token = opened?.token ?? "";
    expect(store.find(token, 1)).toBe(opened?.session);
    expect(
      store.find(
        token.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
        1,
      ),
    ).toBeUndefined();
    expect(JSON.stringify(opened?.session)).not.toContain(token);
    store.close(token);
    expect(store.find(token, 1)).toBeUndefined();
  });
});
