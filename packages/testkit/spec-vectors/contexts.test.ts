import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { contexts } from "@mingbai/codec/contexts";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const text = readFileSync(resolve(root, "docs/spec/README.md"), "utf8");
const written = [...text.matchAll(/^\| `(mingbai\/[a-z-]+\/1)\\n` \| (.*) \|$/gm)].map(([, name, what]) => ({
  name: `${name}\n`,
  isReserved: what?.startsWith("reserved") ?? false,
}));
const code = globSync("{packages,apps}/**/*.{ts,tsx}", {
  cwd: root,
  exclude: (path) => path.includes("node_modules") || path.includes("dist"),
})
  .filter((path) => !path.endsWith(".test.ts") && !path.endsWith("codec/contexts.ts"))
  .map((path) => ({ path, source: readFileSync(resolve(root, path), "utf8") }));

describe("contexts", () => {
  it("are those of the specification: none missing, none more", () => {
    expect(written.map(({ name }) => name).sort()).toEqual(Object.values<string>(contexts).sort());
  });

  it.each(Object.entries(contexts))("%s is used by the code unless the specification reserves it", (key, name) => {
    const used = code.some(({ source }) => new RegExp(`\\b(contexts|contextBytes)\\.${key}\\b`).test(source));
    expect(used).toBe(!written.find((one) => one.name === name)?.isReserved);
  });

  it("are spelled in one file", () => {
    const spelled = code.filter(({ source }) => /mingbai\/[a-z-]+\/1\\n/.test(source)).map(({ path }) => path);
    expect(spelled).toEqual([]);
  });
});
