import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { transactionId } from "@mingbai/ledger/transaction/header";
import { identityCheckDigit } from "@mingbai/national-codes/identity-number/identity-check-digit";
import { makeArchive, workbookParts } from "@mingbai/tabular/workbook/test-archive";
import { arrived } from "@mingbai/testkit/browser/arrive";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { type Look, looks, usual, watchFaults } from "@mingbai/testkit/browser/looks";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import { mockWork } from "@mingbai/testkit/browser/mock/mock-work";
import type { MockApi } from "@mingbai/testkit/browser/mock/serve-mock";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { newPage, serveWork, shots, usePages } from "./test-work-pages.ts";

usePages();

const readAt = { height: 3_000, timeMs: mockNowMs };
const other = "00000000000000d7";

/** A valid number of an invented person. */
const valid = (digits: string) => digits + identityCheckDigit(digits);

/** Four households of one village: one is right, one has a wrong number, one disagrees, one may be known. */
const csv = [
  "户编号,行政村,村民小组,姓名,与户主关系,身份证号,民族,饮水情况",
  `YL-03-0301,云岭村,3 组,何春和,户主,${valid("33990119880109115")},汉族,自来水`,
  `YL-03-0302,云岭村,3 组,卢小满,户主,${valid("33990119880109113").slice(0, 17)},汉族,自来水`,
  `YL-03-0303,云岭村,3 组,孟桂兰,户主,${valid("33990119620714062")},汉族,自来水`,
  `YL-03-0303,云岭村,4 组,孟春生,子,${valid("33990119900312001")},汉族,自来水`,
  `YL-03-0304,云岭村,3 组,邱远山,户主,${valid("33990119590312043")},汉族,自来水`,
].join("\n");

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const sheetOf = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  data: rows
    .map((cells, at) => {
      const texts = cells.map(
        (text, column) => `<c r="${"ABCD"[column]}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return `<row r="${at + 1}">${texts.join("")}</row>`;
    })
    .join(""),
});

/** Two households on one sheet and their people on another, with a bad cell on each; and a sheet that is no list. */
const pair = [
  sheetOf("户表", [
    ["户编号", "行政村", "住房面积"],
    ["YL-03-0311", "云岭村", "很大"],
    ["YL-03-0312", "云岭村", "60"],
  ]),
  sheetOf("成员表", [
    ["户编号", "姓名", "与户主关系", "身份证号"],
    ["YL-03-0311", "何春和", "户主", valid("33990119880109115")],
    ["YL-03-0312", "卢小满", "户主", valid("33990119880109113").slice(0, 17)],
  ]),
  sheetOf("说明", [
    ["填表说明", "备注"],
    ["每户一行", "无"],
  ]),
];

/** A node that takes every transaction; what it was sent, by name. */
function takesAll(work: ReturnType<typeof mockWork>) {
  const commands: { name: string; input: { households?: readonly unknown[] } }[] = [];
  const api: MockApi = async (call) => {
    if (call.path !== "/api/transactions") return work.api(call);
    const answers: object[] = [];
    for (let at = 0; at < call.body.length; ) {
      const envelope = readEnvelope(new Uint8Array(call.body.subarray(at)));
      if (typeof envelope === "string") throw new Error(envelope);
      at += envelope.length;
      commands.push({ name: envelope.header.command, input: JSON.parse(new TextDecoder().decode(envelope.body)) });
      const id = toHex(transactionId(envelope.headerBytes));
      answers.push({ status: "final", id, height: 1, timeMs: mockNowMs, logIndex: 1, units: 1, refusedLines: [] });
    }
    return { status: 200, body: answers };
  };
  return { commands, api };
}

async function openDesk(look: Look = usual) {
  const work = mockWork("grid");
  const { commands, api } = takesAll(work);
  const alike = {
    at: 0,
    household: other,
    person: other,
    likeness: 0.9,
    reasons: [
      { en: "Same name", zh: "姓名相同" },
      { en: "Same date of birth", zh: "出生日期相同" },
    ],
  };
  const more = {
    "registry.known": () => ({ rows: [], readAt }),
    "registry.alikeListed": ({ people }: Readonly<Record<string, unknown>>) => {
      const at = (people as readonly { name: string }[]).findIndex(({ name }) => name === "邱远山");
      return { rows: at < 0 ? [] : [{ ...alike, at }], readAt };
    },
    "registry.imports": () => ({
      rows: [
        {
          import: other,
          by: { account: other, name: "上官晚晴" },
          timeMs: mockNowMs - 86_400_000,
          opened: 1_204,
          people: 4_816,
          withdrawn: 0,
          changedSince: 3,
          changed: 40,
        },
      ],
      readAt,
    }),
  };
  const server = await serveWork(work, { more, api });
  const page = await newPage(look, work.keyId);
  const faults = watchFaults(page);
  await page.clock.setFixedTime(mockNowMs);
  await page.goto(`${server.url}/import`);
  await arrived(page);
  return { page, faults, commands, work };
}

async function chooses(page: Page, text = csv): Promise<void> {
  const file = { name: "云岭村名单.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator("#import-columns").waitFor();
}

async function presses(page: Page, name: RegExp, then: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.locator(then).waitFor();
}

async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  // The bar at the foot of a narrow page would lie over what stands there.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
  expect(await page.locator("h1").count(), name).toBe(1);
}

describe("the import desk", () => {
  it.each(looks)(
    "is clean for axe and has no sideways scroll in any step: $language $size $theme $width px",
    async (look) => {
      const name = (step: string) => `import-${step}-${look.language}-${look.size}-${look.width}`;
      const { page, faults } = await openDesk(look);
      await chooses(page);
      await page.getByRole("button", { name: /^撤回$|^Take back$/ }).click();
      await lookAt(page, name("columns"));
      await presses(page, /^预检$|^Check$/, "#import-faults");
      await presses(page, /^和户册比对$|^Compare with/, "#import-queue");
      await lookAt(page, name("queue"));
      await presses(page, /^导入 1 户$|^Import 1 household$/, ".list-side dl + p a");
      await lookAt(page, name("result"));
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it("writes what is right, then what a person has decided, and leaves the rest", async () => {
    const { page, commands, work } = await openDesk();
    await chooses(page);
    await presses(page, /^预检$/, "#import-faults");
    expect(await page.locator(".bad-table tbody tr").first().textContent()).toContain("卢*满");
    await presses(page, /^和户册比对$/, "#import-queue");
    await presses(page, /^导入 1 户$/, ".list-side dl + p a");
    expect(commands.map(({ name }) => name)).toEqual(["registry.openHouseholds"]);
    await page.getByLabel("不是同一个人，建新档").check();
    await page.getByRole("button", { name: /^导入定好的 1 户$/ }).click();
    await page.waitForFunction(() => document.querySelector(".import-bar") === null);
    await expect.poll(() => commands.length).toBe(2);
    expect(commands.map(({ input }) => input.households?.length)).toEqual([1, 1]);
    expect(work.contents.parts.size).toBe(4);
  });

  it.each(looks)(
    "takes one cell filled in beside the file, which counts when it is checked again: $language",
    async (look) => {
      const { page, faults } = await openDesk(look);
      await chooses(page);
      await presses(page, /^预检$|^Check$/, "#import-faults");
      const fix = page.locator(".bad-table tbody tr").first().getByRole("button");
      const whole = valid("33990119880109113");
      await fix.click();
      const field = page.locator(".cell-fix input");
      expect(await field.inputValue()).toBe(whole.slice(0, 17));
      await field.press("Escape");
      await fix.click();
      await field.fill(whole);
      await field.press("Enter");
      expect(await page.locator(".corrections li").textContent()).toContain(whole.slice(0, 17));
      await lookAt(page, `import-fix-${look.language}-${look.width}`);
      await page
        .getByRole("button", { name: /^再核对一遍$|^Check again$/ })
        .last()
        .click();
      const counts = () =>
        [".bad-table tbody tr", ".corrections li"].map((one) => document.querySelectorAll(one).length);
      await expect.poll(() => page.evaluate(counts)).toEqual([0, 1]);
      expect(faults).toEqual([]);
    },
  );

  it.each(looks)(
    "reads households and their people from two sheets, and takes a cell filled in on either: $language",
    async (look) => {
      const { page, faults } = await openDesk(look);
      const file = { name: "双表.xlsx", mimeType: xlsx, buffer: Buffer.from(await makeArchive(workbookParts(pair))) };
      await page.locator("input[type=file]").setInputFiles(file);
      await page.locator("#import-columns").waitFor();
      await page.getByLabel(/^家庭成员$|^Their people$/).selectOption("说明");
      await page
        .getByRole("alert")
        .getByText(/合不到一起|do not belong together/)
        .waitFor();
      await page.getByLabel(/^家庭成员$|^Their people$/).selectOption("成员表");
      await page.getByRole("heading", { name: "成员表" }).waitFor();
      await presses(page, /^预检$|^Check$/, "#import-faults");
      const rows = page.locator(".bad-table tbody tr");
      expect(await rows.count()).toBe(2);
      const whole = valid("33990119880109113");
      for (const [sheet, was, text] of [
        ["户表", "很大", "90"],
        ["成员表", whole.slice(0, 17), whole],
      ] as const) {
        const row = rows.filter({ hasText: sheet });
        await row.getByRole("button").click();
        const field = page.locator(".cell-fix input");
        expect(await field.inputValue()).toBe(was);
        await field.fill(text);
        await field.press("Enter");
      }
      expect(await page.locator(".corrections li").allInnerTexts()).toEqual([
        expect.stringContaining("户表"),
        expect.stringContaining("成员表"),
      ]);
      await lookAt(page, `import-pair-${look.language}-${look.width}`);
      await page
        .getByRole("button", { name: /^再核对一遍$|^Check again$/ })
        .last()
        .click();
      const counts = () =>
        [".bad-table tbody tr", ".corrections li"].map((one) => document.querySelectorAll(one).length);
      await expect.poll(() => page.evaluate(counts)).toEqual([0, 2]);
      await page.getByRole("button", { name: /^和户册比对$|^Compare with/ }).click();
      await presses(page, /^导入 2 户$|^Import 2 households$/, ".list-side dl + p a");
      expect(faults).toEqual([]);
    },
  );
});
