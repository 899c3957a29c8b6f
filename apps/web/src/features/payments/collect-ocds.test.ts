import { afterEach, describe, expect, it, vi } from "vitest";
import { collectOcds } from "./collect-ocds.ts";

const address = "/api/ocds/transactions.json";
const asked: string[] = [];
const answers = (pages: Readonly<Record<string, unknown>>) =>
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return url in pages ? Response.json(pages[url]) : new Response(null, { status: 503 });
  });
afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});

describe("open data of payments as one file", () => {
  it("has the releases of every page, and no page but those of this node", async () => {
    answers({
      [`${address}?fund=F+1`]: {
        version: "1.1",
        uri: "u",
        releases: [{ id: 1 }],
        links: { next: `https://elsewhere.example${address}?fund=F+1&cursor=5` },
      },
      [`${address}?fund=F+1&cursor=5`]: { version: "1.1", uri: "other", releases: [{ id: 2 }] },
    });
    const file = await collectOcds({ fund: "F 1" });
    expect(JSON.parse(await file.text())).toEqual({ version: "1.1", uri: "u", releases: [{ id: 1 }, { id: 2 }] });
    expect(asked).toHaveLength(2);
  });

  it("is no file where a page does not come", async () => {
    answers({
      [`${address}?payment=p`]: { releases: [], links: { next: `https://x.example${address}?payment=p&cursor=1` } },
    });
    await expect(collectOcds({ payment: "p" })).rejects.toThrow(/503/);
  });
});
