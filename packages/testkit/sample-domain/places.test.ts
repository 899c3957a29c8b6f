import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { sampleDomain } from "./sample-domain.ts";

const root = resolve(import.meta.dirname, "../../..");
const sources = globSync("{packages,apps,tools}/**/*.{ts,tsx,json}", {
  cwd: root,
  exclude: (path) => path.includes("node_modules") || path.includes("dist"),
}).map((path) => ({ path, text: readFileSync(resolve(root, path), "utf8") }));

/** Files that a command stands in; tests of other things, and what they share, may use it and are not places it needs. */
function placesOf(command: string): string[] {
  const verb = command.slice(command.indexOf(".") + 1);
  const file = verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const named = new RegExp(`\\b(${verb}|${file})\\b`);
  const isForeign = (path: string) =>
    (path.endsWith(".test.ts") && !path.endsWith(`/${file}.test.ts`)) ||
    /^packages\/testkit\/(?!sample-domain\/)/.test(path);
  return sources
    .filter(({ path, text }) => !isForeign(path) && (named.test(path) || named.test(text)))
    .map(({ path }) => path);
}

describe("a command", () => {
  // Route, OpenAPI entry, SDK method, CLI verb and audit text are made from the definition; the sample keeps its schema
  // in the command's own file. `writeNote` is not asked: it is the sample envelopes' default.
  it("costs its file, its test, a schema and a line: at most four places", () => {
    const { name } = sampleDomain.commands.find((command) => command.name === "sample.eraseNote") ?? { name: "" };
    const folder = "packages/testkit/sample-domain";
    expect(placesOf(name).sort()).toEqual([
      `${folder}/commands/erase-note.test.ts`,
      `${folder}/commands/erase-note.ts`,
      `${folder}/sample-domain.ts`,
    ]);
  });
});
