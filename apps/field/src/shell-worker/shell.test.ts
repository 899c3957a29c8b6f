import { describe, expect, it } from "vitest";
import { answerFromShell, isShellAddress } from "./shell.ts";

const scope = "https://node.test/field/";

/** The files that the phone keeps, and what it fetched besides. */
function testShell() {
  const fetched: string[] = [];
  const find = async (url: string) =>
    [scope, `${scope}assets/a.js`].includes(url) ? new Response(`kept ${url}`) : undefined;
  const fetch = async (request: unknown) => {
    fetched.push((request as { url: string }).url);
    return new Response("fetched");
  };
  return { fetched, answer: (url: string, mode = "no-cors") => answerFromShell({ url, mode }, { scope, find, fetch }) };
}

describe("the worker that keeps the application on the phone", () => {
  it.each([
    ["https://node.test/field/", true],
    ["https://node.test/field/assets/a.js", true],
    ["https://node.test/field/worker.js", false],
    ["https://node.test/api/queries/registry.household", false],
    ["https://node.test/", false],
  ])("answers for %s: %s", (url, isOwn) => {
    expect(isShellAddress(url, scope)).toBe(isOwn);
  });

  it("gives the one page for whatever page is asked for, and its files as they were kept", async () => {
    const { answer, fetched } = testShell();
    expect(await (await answer(`${scope}?from=sign-in`, "navigate")).text()).toBe(`kept ${scope}`);
    expect(await (await answer(`${scope}assets/a.js`)).text()).toBe(`kept ${scope}assets/a.js`);
    expect(fetched).toEqual([]);
  });

  it("fetches what it does not keep", async () => {
    const { answer, fetched } = testShell();
    expect(await (await answer(`${scope}assets/b.js`)).text()).toBe("fetched");
    expect(fetched).toEqual([`${scope}assets/b.js`]);
  });
});
