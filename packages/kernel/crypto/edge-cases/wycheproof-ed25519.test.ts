import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fromHex } from "@mingbai/codec/hex";
import { testData } from "@mingbai/testkit/test-data";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { verifyEd25519 as byNoble } from "../ed25519/noble.ts";
import { verifyEd25519 as byOpenssl } from "../ed25519/openssl.ts";
import { verifyEd25519 as bySodium } from "../ed25519/sodium.ts";

const folder = testData("wycheproof");
const Case = z.object({ tcId: z.number(), comment: z.string(), msg: z.string(), sig: z.string(), result: z.string() });
const Group = z.object({ publicKey: z.object({ pk: z.string() }), tests: z.array(Case) });
const File = z.object({ testGroups: z.array(Group) });

describe("Wycheproof's Ed25519 vectors", () => {
  it.skipIf(!folder)("are judged as published by sodium, OpenSSL and noble (needs wycheproof)", () => {
    const { testGroups } = File.parse(JSON.parse(readFileSync(resolve(folder ?? "", "ed25519_test.json"), "utf8")));
    const judged: unknown[] = [];
    const published: unknown[] = [];
    for (const { publicKey, tests } of testGroups) {
      for (const { tcId, comment, msg, sig, result } of tests) {
        const parts = { publicKey: fromHex(publicKey.pk), message: fromHex(msg), signature: fromHex(sig) };
        judged.push([tcId, comment, bySodium(parts), byOpenssl(parts), byNoble(parts)]);
        const valid = result === "valid";
        published.push([tcId, comment, valid, valid, valid]);
      }
    }
    expect(published.length).toBeGreaterThan(100);
    expect(judged).toEqual(published);
  });
});
