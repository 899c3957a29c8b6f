import { draftsPerAccountMax } from "@mingbai/http/contents-views";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { openTestContents, serveContents, testOwner, testStranger } from "./test-contents-server.ts";

const id = "1f".repeat(16);
const url = `/api/drafts/${id}`;
const content = { title: "更换路灯", lines: [{ amount: 120_000 }] };
const put = (payload: object, at = url) => ({ method: "PUT", url: at, payload }) as const;
const get = (at = url) => ({ method: "GET", url: at }) as const;

describe("drafts", () => {
  it("come back as they were saved, with their version and time, and stand in the list", async () => {
    const { ask } = await serveContents();
    const saved = (await ask(testOwner, put({ version: 0, label: "路灯", content }))).json();
    expect(saved.version).toBe(1);
    expect((await ask(testOwner, get())).json()).toEqual({ id, ...saved, label: "路灯", content });
    expect((await ask(testOwner, get("/api/drafts"))).json()).toEqual([{ id, ...saved, label: "路灯" }]);
  });

  it("are their owner's alone", async () => {
    const { ask } = await serveContents();
    await ask(testOwner, put({ version: 0, content }));
    expect((await ask(testStranger, get())).json().code).toBe("DRAFT_NONE");
    expect((await ask(testStranger, get("/api/drafts"))).json()).toEqual([]);
    expect((await ask(testStranger, { method: "DELETE", url })).statusCode).toBe(204);
    expect((await ask(testStranger, put({ version: 0, content: {} }))).json().version).toBe(1);
    expect((await ask(testOwner, get())).json().content).toEqual(content);
  });

  it("are not overwritten by a page that saw an older version: it gets both", async () => {
    const { ask } = await serveContents();
    const first = (await ask(testOwner, put({ version: 0, content }))).json();
    const theirs = { ...content, title: "theirs" };
    const stored = (await ask(testOwner, put({ version: first.version, content: theirs }))).json();
    const yours = { ...content, title: "yours" };
    const answer = await ask(testOwner, put({ version: first.version, label: "mine", content: yours }));
    expect([answer.statusCode, answer.json().code]).toEqual([409, "DRAFT_CHANGED"]);
    expect(answer.json().values).toEqual({
      yours: { version: first.version, label: "mine", content: yours },
      stored: { ...stored, content: theirs },
    });
  });

  it("of two pages that save at once, one is refused", async () => {
    const { ask } = await serveContents();
    const answers = await Promise.all([1, 2, 3].map((page) => ask(testOwner, put({ version: 0, content: { page } }))));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
  });

  it("saved again with the same words change nothing: the answer was lost on its way", async () => {
    const { ask } = await serveContents();
    const saved = (await ask(testOwner, put({ version: 0, content }))).json();
    expect((await ask(testOwner, put({ version: 0, content }))).json()).toEqual(saved);
  });

  it("are really deleted: no file of it is left, and a page that still has it is told", async () => {
    const { ask, disk } = await serveContents();
    const { version } = (await ask(testOwner, put({ version: 0, content }))).json();
    expect((await ask(testOwner, { method: "DELETE", url })).statusCode).toBe(204);
    expect(disk.paths().filter((path) => path.includes("drafts/"))).toEqual([]);
    const late = await ask(testOwner, put({ version, content }));
    expect([late.statusCode, late.json().code]).toEqual([409, "DRAFT_DELETED"]);
    expect((await ask(testOwner, { method: "DELETE", url })).statusCode).toBe(204);
  });

  it("that the disk has altered can be seen, deleted and written anew, and hide no other", async () => {
    const { ask, disk } = await serveContents();
    const other = "2e".repeat(8);
    await ask(testOwner, put({ version: 0, content }));
    await ask(testOwner, put({ version: 0, content }, `/api/drafts/${other}`));
    disk.flipBit(`node/drafts/${testOwner}/${id}`, 1_000);
    expect((await ask(testOwner, get())).json().code).toBe("DRAFT_DAMAGED");
    const listed = (await ask(testOwner, get("/api/drafts"))).json();
    expect(listed).toMatchObject([{ id: other }, { id, isDamaged: true }]);
    expect((await ask(testOwner, put({ version: 7, content }))).statusCode).toBe(200);
    expect((await ask(testOwner, get())).json().content).toEqual(content);
  });

  it("open as what they are only: another's file in its place is damage", async () => {
    const { ask, disk } = await serveContents();
    await ask(testStranger, put({ version: 0, content }));
    disk.putFile(`node/drafts/${testOwner}/${id}`, disk.content(`node/drafts/${testStranger}/${id}`).slice());
    expect((await ask(testOwner, get())).json().code).toBe("DRAFT_DAMAGED");
  });

  it("are bounded in number", async () => {
    const { ask } = await serveContents();
    const place = (at: number): string => `/api/drafts/${at.toString(16).padStart(16, "0")}`;
    for (let at = 0; at < draftsPerAccountMax; at++) await ask(testOwner, put({ version: 0, content: {} }, place(at)));
    const over = await ask(testOwner, put({ version: 0, content: {} }));
    expect([over.statusCode, over.json().code]).toEqual([409, "DRAFTS_FULL"]);
    expect((await ask(testOwner, put({ version: 1, content }, place(3)))).statusCode).toBe(200);
  });

  it.each([
    { what: "no session", account: undefined, request: get(), status: 401 },
    { what: "a path for a name", request: get("/api/drafts/..%2F..%2Fgenesis.json"), status: 422 },
    { what: "a word for a name", request: put({ version: 0, content }, "/api/drafts/zhang-san"), status: 422 },
    { what: "a label too long", request: put({ version: 0, label: "长".repeat(121), content }), status: 422 },
    { what: "no version", request: put({ content }), status: 422 },
  ])("refuses $what", async ({ request, status, ...given }) => {
    const { ask } = await serveContents();
    expect((await ask("account" in given ? given.account : testOwner, request)).statusCode).toBe(status);
  });
});

describe("a draft and a crash", () => {
  const place = { account: testOwner, id };
  const words = [{ text: "one" }, { text: "two" }, { text: "three" }];

  it.each(["before", "after"] as const)("keeps what was answered and nothing by half: power goes %s", async (when) => {
    const whole = simulatedDisk({ seed: 4 });
    await openTestContents(whole);
    const opening = whole.trace.length;
    await writeDrafts(whole);
    for (let operation = opening + 1; operation <= whole.trace.length; operation++) {
      const disk = simulatedDisk({ seed: 4, faults: { crashAt: { operation, when } } });
      const known = await writeDrafts(disk);
      for (const image of [{ kind: "lost" }, { kind: "reordered" }, { kind: "torn", at: "half" }] as const) {
        const { contents } = await openTestContents(disk.crash(image));
        const found = await contents.drafts.load(place);
        const text = "content" in found ? found.content.text : found.refused;
        expect(known.possible, `${when} ${operation} ${whole.trace[operation - 1]} ${image.kind}`).toContain(text);
      }
    }
  });

  /** Saves three times and deletes; what a load may find afterwards is the last answered state and the one under way. */
  async function writeDrafts(disk: ReturnType<typeof simulatedDisk>): Promise<{ possible: unknown[] }> {
    const { contents } = await openTestContents(disk);
    let possible: unknown[] = ["DRAFT_NONE"];
    try {
      for (const [version, content] of words.entries()) {
        possible = [...possible, content.text];
        await contents.drafts.save(place, { version, content });
        possible = [content.text];
      }
      possible = [...possible, "DRAFT_NONE"];
      await contents.drafts.delete(place);
      return { possible: ["DRAFT_NONE"] };
    } catch (error) {
      if (!disk.crashed) throw error;
      return { possible };
    }
  }
});
