import { describe, expect, it } from "vitest";
import { rules } from "./rules.ts";
import { sampleTree } from "./sample-tree.ts";

const manifests = Object.fromEntries(
  [
    "packages/kernel/codec",
    "packages/kernel/ledger",
    "packages/kernel/log",
    "packages/testkit",
    "packages/domains/treasury",
    "packages/domains/identity",
    "apps/web",
    "apps/portal",
    "apps/node",
  ].map((folder) => {
    const name = folder.replace(/^apps\//, "app-").replace(/^.*\//, "");
    return [`${folder}/package.json`, JSON.stringify({ name: `@mingbai/${name}` })];
  }),
);
const workspaces = ["packages/kernel/*", "packages/domains/*", "packages/testkit", "apps/*"];
const root = { "package.json": JSON.stringify({ workspaces }) };

/** The names of the rules that a tree breaks. */
function broken(files: Record<string, string>): string[] {
  const tree = sampleTree({ ...root, ...manifests, ...files });
  return rules.filter((rule) => rule.check(tree).length > 0).map((rule) => rule.name);
}

const uses = (specifier: string) => `import { a } from "${specifier}";\nexport const b = a;\n`;

describe("who may import whom", () => {
  const others = {
    "packages/kernel/codec/hex.ts": "export const a = 1;\n",
    "packages/kernel/ledger/state.ts": "export const a = 1;\n",
    "packages/kernel/log/chain.ts": "export const a = 1;\n",
    "packages/domains/treasury/schema.ts": "export const a = 1;\n",
    "packages/domains/treasury/money.ts": "export const a = 1;\n",
    "packages/domains/identity/schema.ts": "export const a = 1;\n",
    "packages/domains/identity/commands/enrol.ts": "export const a = 1;\n",
    "packages/domains/identity/commands/enrol.test.ts": "export const a = 1;\n",
    "packages/domains/treasury/batch/read-batch.ts": "export const a = 1;\n",
    "packages/testkit/deep.ts": "export const a = 1;\n",
    "apps/web/src/i18n/texts.ts": "export const a = 1;\n",
    "apps/web/src/main.ts": "export const a = 1;\n",
  };

  it.each([
    { from: "packages/kernel/log/x.ts", to: "@mingbai/ledger/state", allowed: true },
    { from: "packages/kernel/ledger/x.ts", to: "@mingbai/log/chain", allowed: false },
    { from: "packages/kernel/ledger/x.ts", to: "@mingbai/log/of/types/alone", allowed: false },
    { from: "packages/kernel/ledger/x.ts", to: "../codec/hex.ts", allowed: false },
    { from: "packages/kernel/ledger/x.test.ts", to: "@mingbai/testkit/deep", allowed: true },
    { from: "packages/kernel/ledger/x.ts", to: "@mingbai/testkit/deep", allowed: false },
    { from: "packages/kernel/codec/x.ts", to: "@mingbai/treasury/schema", allowed: false },
    { from: "packages/domains/treasury/reads.ts", to: "@mingbai/identity/schema", allowed: true },
    { from: "packages/domains/treasury/reads.ts", to: "@mingbai/identity/commands/enrol", allowed: false },
    { from: "packages/domains/identity/reads.ts", to: "@mingbai/treasury/schema", allowed: false },
    { from: "packages/domains/treasury/reads.ts", to: "@mingbai/log/chain", allowed: false },
    { from: "apps/web/src/x.tsx", to: "@mingbai/treasury/schema", allowed: true },
    { from: "apps/web/src/x.tsx", to: "@mingbai/treasury/money", allowed: false },
    { from: "apps/web/src/x.tsx", to: "@mingbai/treasury/batch/read-batch", allowed: true },
    { from: "apps/web/src/x.tsx", to: "@mingbai/log/chain", allowed: false },
    { from: "apps/node/x.ts", to: "@mingbai/log/chain", allowed: true },
    { from: "apps/portal/x.ts", to: "@mingbai/app-web/src/i18n/texts", allowed: true },
    { from: "apps/portal/x.ts", to: "@mingbai/app-web/src/main", allowed: false },
  ])("$from → $to: $allowed", ({ from, to, allowed }) => {
    const names = broken({ ...others, [from]: uses(to) });
    expect(names.includes("who may import whom")).toBe(!allowed);
  });
});

describe("house rules", () => {
  const ledgerFile = "packages/kernel/ledger/x.ts";
  it.each([
    {
      rule: "no import cycles",
      files: { [ledgerFile]: uses("./y.ts"), "packages/kernel/ledger/y.ts": uses("./x.ts") },
    },
    { rule: "no barrel files", files: { [ledgerFile]: 'export * from "./y.ts";\nexport * from "./z.ts";\n' } },
    { rule: "file sizes", files: { [ledgerFile]: "// a\n".repeat(401) } },
    { rule: "banned calls", files: { [ledgerFile]: "export const a = () => Date.now();\n" } },
    { rule: "banned calls", files: { [ledgerFile]: "export const a = 0.5;\n" } },
    { rule: "banned calls", files: { [ledgerFile]: 'import { readFile } from "node:fs";\nreadFile;\n' } },
    { rule: "banned calls", files: { [ledgerFile]: "for (const a in b) f(a);\n" } },
    {
      rule: "banned calls",
      files: {
        "packages/domains/treasury/commands/pay.ts": "f(names.sort((a, b) => a.localeCompare(b)));\n",
        "packages/domains/treasury/commands/pay.test.ts": "",
      },
    },
    {
      rule: "browser-safe files",
      files: {
        "packages/kernel/codec/x.ts": uses("./y.node.ts"),
        "packages/kernel/codec/y.node.ts": uses("node:crypto"),
      },
    },
    { rule: "no suppressions", files: { [ledgerFile]: `export const a = b as ${"any"};\n` } },
    { rule: "no suppressions", files: { [ledgerFile]: `// ${"@ts"}-ignore\nexport const a = 1;\n` } },
    { rule: "no suppressions", files: { "packages/kernel/ledger/x.test.ts": 'it.skip("a", () => {});\n' } },
    { rule: "no leftovers", files: { [ledgerFile]: `// ${"TO"}DO: later\n` } },
    { rule: "no leftovers", files: { [ledgerFile]: "try { f(); } catch {}\n" } },
    { rule: "links in documents", files: { "docs/a.md": "See [b](b.md).\n" } },
    { rule: "workspaces and domains", files: { "packages/stray/x.ts": "export const a = 1;\n" } },
    { rule: "workspaces and domains", files: { "packages/domains/treasury/helpers.ts": "export const a = 1;\n" } },
    { rule: "workspaces and domains", files: { "packages/domains/treasury/commands/pay.ts": "export const a = 1;\n" } },
  ])("$rule: finds $files", ({ rule, files }) => {
    expect(broken(files)).toEqual([rule]);
  });

  it("hold for what they must allow", () => {
    expect(
      broken({
        [ledgerFile]:
          "// Never Date.now() here.\nexport const a = (of: readonly number[]) => Math.floor(of.length / 2);\n",
        "packages/kernel/ledger/x.test.ts": 'it.skipIf(!there)("a", () => { Date.now(); });\n',
        "packages/kernel/codec/sha256.ts": 'export { sha256 } from "#sha256";\n',
        "packages/kernel/codec/x.ts": 'import type { Buffer } from "node:buffer";\nexport type B = Buffer;\n',
        "packages/kernel/log/x.ts": "try { f(); } catch {\n  // The file is gone, which is what was wanted.\n}\n",
        "packages/kernel/log/proto/generated/x_pb.d.ts": "/* eslint-disable */\n".repeat(401),
        "docs/a.md": "See [this](../docs/a.md#part), [that](https://example.org/x) and `[no](link.md)`.\n",
      }),
    ).toEqual([]);
  });
});
