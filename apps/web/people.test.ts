import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arrived, goWithin } from "@mingbai/testkit/browser/arrive";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { type Look, looks, openLook, usual as usualLook, watchFaults } from "@mingbai/testkit/browser/looks";
import { mockAnswers } from "@mingbai/testkit/browser/mock/mock-answers";
import { mockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import {
  mockAdministrator,
  mockAway,
  mockDeputy,
  mockNewcomer,
  mockNewPasskey,
  mockOffice,
  mockOfficeAnswers,
} from "@mingbai/testkit/browser/mock/mock-office";
import { type MockCommand, mockSession } from "@mingbai/testkit/browser/mock/mock-session";
import { type MockServer, serveMock } from "@mingbai/testkit/browser/mock/serve-mock";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy, withNonce } from "./csp.ts";
import { checkNumber } from "./src/features/devices/check-number.ts";
import { builtPages } from "./test-pages.ts";

/** Some thirty pages and forms, each drawn, photographed and checked. */
const looksMsMax = 300_000;
const shots = mkdtempSync(join(tmpdir(), "mingbai-people-"));
const administrator = {
  name: mockAdministrator.name,
  organisation: mockOffice.id,
  organisationName: mockOffice.name,
  roles: ["administrator"] as const,
};
const names: string[] = [];
let refusal: { code: string; detailEn: string; detailZh: string } | undefined;
const session = mockSession({ ...administrator, roles: [...administrator.roles] }, () => refusal);
let browser: Browser;
let server: MockServer;

beforeAll(async () => {
  const outDir = await builtPages();
  server = await serveMock({
    rules: { outDir, contentSecurityPolicy, withNonce },
    answer: mockAnswers(mockLedger({ count: 100 }), { more: { ...mockOfficeAnswers, ...session.answers } }),
    api: async (call) => {
      const account = /^\/api\/people\/(\w+)\/name$/.exec(call.path)?.[1];
      if (account === undefined) return session.api(call);
      names.push(call.body.toString());
      return { status: 200, body: { account } };
    },
  });
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface SeenBy extends Look {
  readonly isSignedIn: boolean;
}

async function open(look: SeenBy): Promise<BrowserContext> {
  return openLook(browser, look, look.isSignedIn ? { session: session.keyId } : {});
}

/** A page whose console errors and faults are collected: a broken policy or a thrown error fails the test. */
async function openPage(context: BrowserContext, path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults = watchFaults(page);
  await page.goto(server.url + path);
  await arrived(page);
  return { page, faults };
}

const routes = {
  organisations: "/people",
  organisation: `/people/organisations/${mockOffice.id}`,
  person: `/people/${mockAway.account}`,
  recovering: `/people/${mockDeputy.account}`,
  newcomer: `/people/${mockNewcomer.account}`,
  rules: "/people/rules",
  devices: "/people/devices",
  nobody: "/people/xyz",
};
const usual: SeenBy = { ...usualLook, isSignedIn: true };
const seenBy: readonly SeenBy[] = [
  ...looks.map((look) => ({ ...look, isSignedIn: true })),
  { ...usualLook, language: "en", width: 360, isSignedIn: false },
];
const forms = [
  ["授予角色", "Grant roles"],
  ["指定代理人", "Appoint a deputy"],
  ["请假", "Leave"],
  ["移交角色", "Hand over roles"],
  ["改姓名和联系方式", "Change name or contact"],
  ["找回密钥", "Recover a key"],
] as const;
const formsOf: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  person: forms,
  newcomer: [["登记密钥", "Register a key"]],
  organisations: [
    ["登记机构", "Register an organisation"],
    ["登记区域", "Create an area"],
  ],
  organisation: [["设定辖区", "Set the area"]],
  devices: [
    ["在这台设备上加", "Add on this device"],
    ["加另一台设备", "Add another device"],
  ],
};

describe("the pages about people", () => {
  it.each(seenBy)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const context = await open(look);
      const { page, faults } = await openPage(context, "/");
      for (const [name, path] of Object.entries(routes)) {
        await goWithin(page, path);
        await lookAt(page, `${name}-${look.language}-${look.size}-${look.width}`);
        for (const words of look.isSignedIn ? (formsOf[name] ?? []) : []) {
          await page.getByRole("button", { name: words[look.language === "zh" ? 0 : 1], exact: true }).click();
          await lookAt(page, `${words[1]}-${look.language}-${look.size}-${look.width}`);
        }
        expect(faults, name).toEqual([]);
      }
      await context.close();
    },
    looksMsMax,
  );

  it("offer nothing to whoever may do nothing", async () => {
    const context = await open({ ...usual, isSignedIn: false });
    const { page } = await openPage(context, routes.person);
    for (const [name] of forms) expect(await page.getByRole("button", { name, exact: true }).count()).toBe(0);
    expect(await page.getByRole("button", { name: /^(收回|停用|销假)/ }).count()).toBe(0);
    await context.close();
  });
});

async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
}

/** Opens a person's form, fills it, signs, and gives the command that came. */
async function act(
  path: string,
  button: string | RegExp,
  fill: (page: Page) => Promise<void>,
): Promise<{ command: MockCommand | undefined; sentence: string }> {
  const context = await open(usual);
  const { page, faults } = await openPage(context, path);
  const before = session.commands.length;
  await page
    .getByRole("button", { name: button, ...(typeof button === "string" && { exact: true }) })
    .first()
    .click();
  await fill(page);
  const go = page.getByRole("button", { name: "去签名" });
  if ((await go.count()) > 0) await go.click();
  const dialog = page.getByRole("dialog");
  const sentence = (await dialog.locator("p").first().textContent()) ?? "";
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  await context.close();
  return { command: session.commands[before], sentence };
}

const pick = async (page: Page, label: string, day: string) => {
  await page.getByLabel(label).fill(day);
  await page.keyboard.press("Tab");
};

describe("an administrator", () => {
  it("registers a person, whose name goes to the vault and not to the ledger", async () => {
    const { command, sentence } = await act(routes.organisation, "登记人员", async (page) => {
      await page.getByLabel("姓名").fill("方知远");
      await page.getByLabel("审批员", { exact: true }).check();
      await page.getByLabel("管哪一片").selectOption({ label: "柳湾村" });
    });
    expect(sentence).toBe("登记方知远，角色：审批员，一直有效。");
    expect(names).toEqual([JSON.stringify({ name: "方知远" })]);
    expect(command).toMatchObject({
      name: "identity.registerActor",
      input: { organisation: mockOffice.id, roles: ["approver"], area: "liuwan" },
    });
    expect(JSON.stringify(command)).not.toContain("方知远");
  });

  it("appoints a deputy, enters leave, hands over, withdraws and calls back", async () => {
    const deputy = await act(routes.person, "指定代理人", async (page) => {
      await page.getByLabel("哪一位").selectOption({ label: mockDeputy.name });
      await page.getByLabel("审核员", { exact: true }).uncheck();
      await pick(page, "到哪天（含）", "2027-03-31");
    });
    expect(deputy.command).toEqual({
      name: "identity.appointDeputy",
      input: {
        account: mockDeputy.account,
        deputyOf: mockAway.account,
        roles: ["financeSupervisor"],
        untilMs: Date.UTC(2027, 2, 31, 16),
      },
    });
    const leave = await act(routes.person, "请假", (page) => pick(page, "到哪天（含）", "2099-12-31"));
    expect(leave.command).toMatchObject({ name: "identity.takeLeave", input: { account: mockAway.account } });
    const over = await act(routes.person, "移交角色", async (page) => {
      await page.getByLabel("哪一位").selectOption({ label: mockDeputy.name });
    });
    expect(over.sentence).toBe("温如言把财务监理、审核员移交给顾长宁，马上生效。");
    expect(over.command?.input).toEqual({
      account: mockAway.account,
      to: mockDeputy.account,
      roles: ["financeSupervisor", "reviewer"],
    });
    const withdrawn = await act(routes.person, "收回审核员", async () => undefined);
    expect(withdrawn.command?.input).toEqual({ account: mockAway.account, roles: ["reviewer"], area: "liuwan" });
    const back = await act(routes.person, "销假", async () => undefined);
    expect(back.command).toEqual({ name: "identity.returnFromLeave", input: { account: mockAway.account } });
  }, 60_000);

  it("registers a key from its slip, from the next block on, and revokes one", async () => {
    const { height: reached } = session.answers["ledger.chain"]();
    const slip = { keyId: "1".repeat(16), scheme: "ed25519", publicKey: "ab".repeat(32) };
    const { command } = await act(routes.newcomer, "登记密钥", (page) =>
      page.getByLabel("密钥登记单").fill(JSON.stringify(slip)),
    );
    expect(command?.name).toBe("identity.registerKey");
    expect(command?.input).toMatchObject({ ...slip, account: mockNewcomer.account });
    expect(command?.input.fromHeight).toBeGreaterThan(reached);
    const revoked = await act(routes.person, /^停用密钥/, async () => undefined);
    expect(revoked.command?.name).toBe("identity.revokeKey");
  });

  it("confirms a colleague's passkey by its check number", async () => {
    const { command, sentence } = await act(routes.person, "确认通行密钥", async () => undefined);
    expect(command).toEqual({ name: "identity.confirmKey", input: { keyId: mockNewPasskey.keyId } });
    expect(sentence).toContain(checkNumber(mockNewPasskey));
  });

  it("registers an organisation and an area, and places their own organisation", async () => {
    const names = async (page: Page) => {
      await page.getByLabel("中文名称").fill("枫桥里社区");
      await page.getByLabel("英文名称").fill("Fengqiaoli Community");
      await page.getByLabel("编号").fill("fengqiaoli");
    };
    const name = { zh: "枫桥里社区", en: "Fengqiaoli Community" };
    const organisation = await act(routes.organisations, "登记机构", async (page) => {
      await names(page);
      await page.getByLabel("辖区").selectOption({ label: "青石街道" });
    });
    expect(organisation.command).toEqual({
      name: "identity.registerOrganisation",
      input: { organisation: "fengqiaoli", name, area: "qingshi" },
    });
    const area = await act(routes.organisations, "登记区域", async (page) => {
      await page.getByLabel("属于").selectOption({ label: "青石街道" });
      await names(page);
    });
    expect(area.sentence).toBe("登记村居枫桥里社区，编号 fengqiaoli。");
    expect(area.command?.input).toEqual({
      areas: [{ area: "fengqiaoli", level: "village", name, parent: "qingshi" }],
    });
    const placed = await act(routes.organisation, "设定辖区", async (page) => {
      await page.getByLabel("辖区", { exact: true }).selectOption({ label: "青石街道" });
    });
    expect(placed.command).toEqual({ name: "identity.placeOrganisation", input: { area: "qingshi" } });
  }, 60_000);

  it("proposes a recovery with a new key, and stops one", async () => {
    const slip = { keyId: "2".repeat(16), scheme: "ed25519", publicKey: "cd".repeat(32) };
    const proposed = await act(routes.person, "找回密钥", (page) =>
      page.getByLabel("密钥登记单").fill(JSON.stringify(slip)),
    );
    expect(proposed.command).toEqual({
      name: "identity.proposeRecovery",
      input: { ...slip, account: mockAway.account },
    });
    const stopped = await act(routes.recovering, "叫停找回", async () => undefined);
    expect(stopped.command).toEqual({ name: "identity.stopRecovery", input: { account: mockDeputy.account } });
  });

  it("hears what is missing and what the ledger refuses, in words, and loses nothing typed", async () => {
    const context = await open(usual);
    const { page } = await openPage(context, routes.person);
    await page.getByRole("button", { name: "授予角色", exact: true }).click();
    await page.getByRole("button", { name: "去签名" }).click();
    expect(await page.getByRole("alert").textContent()).toBe("请至少选一个角色");
    await page.getByLabel("审计员", { exact: true }).check();
    await page.getByRole("button", { name: "去签名" }).click();
    expect(await page.getByRole("alert").textContent()).toBe("财务监理和审计员不能由一人担任");
    await page.getByLabel("审计员", { exact: true }).uncheck();
    await page.getByLabel("经办人", { exact: true }).check();
    refusal = { code: "ROLE_HELD", detailEn: "held", detailZh: "这个账户已经有角色 operator" };
    await page.getByRole("button", { name: "去签名" }).click();
    await page.getByRole("button", { name: /^签名/ }).click();
    await page.getByText("这个账户已经有角色 operator").waitFor();
    refusal = undefined;
    await page.getByRole("button", { name: /先不签/ }).click();
    expect(await page.getByLabel("经办人", { exact: true }).isChecked()).toBe(true);
    await context.close();
  });
});
