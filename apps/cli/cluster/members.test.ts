import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseMembers } from "./members-file.ts";
import { planMembers } from "./plan-members.ts";

const key = (digit: string) => digit.repeat(64);
const keysOf = (digits: string) => {
  const [organisationKey, ackKey, logKey, cosignKey, consensusKey, p2pKey] = [...digits].map(key);
  return JSON.stringify({ organisationKey, ackKey, logKey, cosignKey, consensusKey, p2pKey });
};
const entry = (id: string, more = "") => `  - id: ${id}\n    name: { zh: 机构, en: Office }\n${more}`;
const administrator = (digit: string) =>
  `    administrator: { account: "${digit.repeat(16)}", publicKey: "${key(digit)}" }\n`;
const plan = (text: string) => planMembers(parseMembers(text, "members.yaml"));

beforeEach(() => void vi.stubEnv("MINGBAI_LANG", "en"));
afterEach(() => void vi.unstubAllEnvs());

describe("members.yaml", () => {
  it("needs ids and names only: ports follow from the first, ten a node, on one machine", () => {
    const { members, site, ...rest } = plan(`members:\n${entry("finance")}${entry("audit")}`);
    expect(rest).toEqual({ name: "Mingbai", currency: { code: "CNY", decimals: 2 }, zoneOffsetMinutes: 480 });
    expect(site).toBe("localhost");
    expect(members.map(({ ports }) => ports)).toEqual([
      { http: 8500, links: 8502, p2p: 8503, rpc: 8504 },
      { http: 8510, links: 8512, p2p: 8513, rpc: 8514 },
    ]);
    expect(members.map(({ url, power, host }) => [url, power, host])).toEqual([
      ["http://localhost:8500", 1, "localhost"],
      ["http://localhost:8510", 1, "localhost"],
    ]);
  });

  it("gives nodes of different machines the same ports, and takes what is named", () => {
    const { members, site } = plan(
      `ledger: { site: city.example, name: 市账本 }\nbasePort: 9000\nmembers:\n` +
        entry("finance", "    host: 10.0.0.1\n    url: https://finance.city.example\n") +
        entry("audit", "    host: 10.0.0.2\n    url: https://city.example\n    ports: { http: 80 }\n    power: 3\n"),
    );
    expect(site).toBe("city.example");
    expect(members[0]).toMatchObject({ ports: { http: 9000, rpc: 9004 }, url: "https://finance.city.example" });
    expect(members[1]).toMatchObject({ ports: { http: 80, links: 9002 }, power: 3 });
  });

  it("is understood as the operator's guide shows it", async () => {
    const guide = await readFile(join(import.meta.dirname, "../../../docs/operations.md"), "utf8");
    const [, example = ""] = /^```yaml\n(.*?)^```/ms.exec(guide) ?? [];
    expect(plan(example).members.map(({ id, ports }) => [id, ports.http])).toEqual([
      ["finance", 8500],
      ["audit", 8510],
      ["street", 8520],
      ["bank", 8530],
    ]);
  });

  it.each<[string, string, string]>([
    ["is empty", "", "members.yaml:1:"],
    ["is no YAML", "members: [1,\n2", "members.yaml:2:"],
    ["has a key twice", "members: []\nmembers: []", "members.yaml:2:"],
    ["has no members", "members: []", "members.yaml:1: members"],
    ["has a field that nobody knows", `mebmers: []\nmembers:\n${entry("a")}`, "mebmers"],
    ["hides code in a tag", "members: !!js/function x", "members.yaml:1:"],
    ["has an id of another form", `members:\n${entry("Finance Office")}`, "members.yaml:2: members.0.id: is not an id"],
    [
      "has a member without a Chinese name",
      "members:\n  - id: a\n    name: { en: A }",
      "members.yaml:3: members.0.name",
    ],
    ["has a power of nothing", `members:\n${entry("a", "    power: 0\n")}`, "members.yaml:4: members.0.power"],
    ["has a port of nobody", `members:\n${entry("a", "    ports: { http: 70000 }\n")}`, "members.0.ports.http"],
    ["has a host with a path", `members:\n${entry("a", "    host: a/b\n")}`, "members.0.host: is not a host"],
    ["has a page with a path", `members:\n${entry("a", "    url: http://a/b\n")}`, "members.0.url: is more than"],
    ["has a short key", `members:\n${entry("a", '    keys: { ackKey: "ab" }\n')}`, "members.0.keys.ackKey"],
    ["has too many members", `members:\n${Array.from({ length: 33 }, (_, n) => entry(`m${n}`)).join("")}`, "members"],
    ["has one id twice", `members:\n${entry("a")}${entry("a")}`, "two members have the same a"],
    [
      "has one port twice",
      `members:\n${entry("a")}${entry("b", "    host: 127.0.0.1\n    ports: { rpc: 8500 }\n")}`,
      "localhost:8500",
    ],
    [
      "has one page twice",
      `members:\n${entry("a", "    url: http://x\n")}${entry("b", "    url: http://x\n")}`,
      "http://x",
    ],
    ["has ports that run over the end", `basePort: 65530\nmembers:\n${entry("a")}${entry("b")}`, "65540"],
    [
      "has pages in two domains",
      `members:\n${entry("a", "    host: a.example\n")}${entry("b", "    host: b.example\n")}`,
      "ledger.site",
    ],
    [
      "has keys for some only",
      `members:\n${entry("a", `    keys: ${keysOf("012345")}\n${administrator("1")}`)}${entry("b")}`,
      "b has no keys",
    ],
    [
      "has keys without an administrator",
      `members:\n${entry("a", `    keys: ${keysOf("012345")}\n`)}`,
      "a has no keys",
    ],
    ["has one key twice", `members:\n${entry("a", `    keys: ${keysOf("012340")}\n${administrator("1")}`)}`, key("0")],
    [
      "has one administrator for two",
      `members:\n${entry("a", `    keys: ${keysOf("012345")}\n${administrator("1")}`)}` +
        entry("b", `    keys: ${keysOf("6789ab")}\n${administrator("1")}`),
      "1".repeat(16),
    ],
  ])("that %s is refused, and the reason says where", (_, text, reason) => {
    expect(() => plan(text)).toThrow(reason);
  });

  it("says what is wrong in the language of whoever runs the command", () => {
    vi.stubEnv("MINGBAI_LANG", "zh_CN.UTF-8");
    expect(() => plan("members: []")).toThrow(/[\u4e00-\u9fff]{4}/);
  });
});
