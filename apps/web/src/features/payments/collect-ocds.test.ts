import { describe, expect, it } from "vitest";
import { collectOcds } from "./collect-ocds.ts";

const address = "/api/ocds/transactions.json";

/** A node that has these pages and no other. */
function node(pages: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const send = async (path: string) => {
    asked.push(path);
    return path in pages ? Response.json(pages[path]) : new Response(null, { status: 503 });
  };
  return { asked, send };
}

describe("open data of payments as one file", () => {
  it("has the releases of every page, and no page but those of this node", async () => {
    const { asked, send } = node({
      [`${address}?fund=F+1`]: {
        version: "1.1",
        uri: "u",
        releases: [{ id: 1 }],
        links: { next: `https://elsewhere.example${address}?fund=F+1&cursor=5` },
      },
      [`${address}?fund=F+1&cursor=5`]: { version: "1.1", uri: "other", releases: [{ id: 2 }] },
    });
    const file = await collectOcds({ fund: "F 1" }, send);
    expect(JSON.parse(await file.text())).toEqual({ version: "1.1", uri: "u", releases: [{ id: 1 }, { id: 2 }] });
    expect(asked).toHaveLength(2);
  });

  it("is no file where a page does not come", async () => {
    const { send } = node({
      [`${address}?payment=p`]: { releases: [], links: { next: `https://x.example${address}?payment=p&cursor=1` } },
    });
    await expect(collectOcds({ payment: "p" }, send)).rejects.toThrow(/503/);
  });
});
