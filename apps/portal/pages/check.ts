import { shownVerdict } from "@mingbai/app-web/src/features/verify/shown-verdict";
import type { ShownFact, Verdict } from "@mingbai/app-web/src/features/verify/verdict";
import { receiptView } from "@mingbai/http/explorer-views";
import { receiptCharsMax } from "@mingbai/sdk/receipt";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { type Html, html } from "../html/html.ts";
import { checkForm } from "../parts/check-form.ts";
import type { PageParts } from "../parts/layout.ts";
import { qrPicture } from "../parts/qr.ts";
import { verdictView } from "../parts/verdict-view.ts";
import { Refused, type Scene } from "../scene.ts";

const path = "/check";
/** A transaction, or one line of it, as the code on a printed receipt names it. */
const receiptName = /^([0-9a-f]{64})(?:-(0|[1-9]\d{0,5}))?$/;

/** The same within an address, as a phone reads it from the code and people copy it. */
const receiptAddress = /[?&]receipt=([0-9a-f]{64}(?:-\d{1,6})?)(?:&|$)/;
const addressCharsMax = 500;

/** The empty form, or the receipt that the address names: `?receipt=<transaction>[-<line>]`. */
export async function checkPage(scene: Scene): Promise<PageParts> {
  const name = scene.query.get("receipt");
  return name === null ? formPage(scene) : checkNamed(scene, name);
}

async function checkNamed(scene: Scene, name: string): Promise<PageParts> {
  const receipt = await findReceiptText(scene, name);
  if (receipt === "UNKNOWN") return troublePage(scene, "unknownId", 404);
  if (receipt === "RECEIPT_NOT_READY") return troublePage(scene, "notReady", 409);
  return judge(scene, { text: receipt.text, name });
}

/** What was pasted or uploaded: a receipt, or the address or number of one. Nothing of it is kept. */
export async function checkGiven(scene: Scene, text: string): Promise<PageParts> {
  const given = text.trim();
  if (given === "") return troublePage(scene, "none", 422);
  const name = findName(given);
  if (name !== undefined) return checkNamed(scene, name);
  if (text.length > receiptCharsMax) return tooLargePage(scene);
  return judge(scene, { text });
}

/** The number that a code leads to, whether it was copied alone or in its address. */
function findName(given: string): string | undefined {
  if (given.length > addressCharsMax) return undefined;
  return receiptAddress.exec(given)?.[1] ?? receiptName.exec(given)?.[0];
}

export function tooLargePage(scene: Scene): PageParts {
  return troublePage(scene, "tooLarge", 413);
}

/** The receipt's text, or why there is none. */
export async function findReceiptText(
  { ask }: Pick<Scene, "ask">,
  name: string,
): Promise<{ readonly text: string } | "UNKNOWN" | "RECEIPT_NOT_READY"> {
  const [, id, line] = receiptName.exec(name) ?? [];
  if (id === undefined) return "UNKNOWN";
  try {
    return await ask(receiptView, { id, line });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.code === "RECEIPT_NOT_READY" ? "RECEIPT_NOT_READY" : "UNKNOWN";
  }
}

function judge(scene: Scene, { text, name }: { text: string; name?: string }): PageParts {
  const { t, status } = scene;
  const pinnedKeys = [...status.verifierKeys, ...status.organisationKeys];
  const verdict = shownVerdict(verifyReceipt(text, { pinnedKeys }), pinnedKeys);
  const main = html`${verdict === undefined ? unreadable(scene) : verdictView(scene, verdict, waysOn(scene, verdict, name))}${checkForm(scene)}${keys(scene)}`;
  const params = name === undefined ? {} : { receipt: name };
  return { title: t(titleOf(verdict)), path, params, main };
}

function titleOf(verdict: Verdict | undefined) {
  if (verdict === undefined) return "verify.unreadable";
  return verdict.ok ? "verify.good" : verdict.unknownKey ? "verify.unknown" : "verify.bad";
}

/** From a good receipt to the track of its payment, and to the receipt itself. */
function waysOn(scene: Scene, { ok, fact }: Verdict, name: string | undefined): Html {
  const { t, link } = scene;
  if (!ok || fact === undefined) return html``;
  const track =
    isPayment(fact) &&
    html`<a class="button" href="${link(`/payments/${fact.id}-${fact.line ?? 0}`)}">${t("portal.receipt.track")}</a>`;
  const download =
    name !== undefined &&
    html`<a class="button quiet" href="${link(`/receipts/${name}`)}" download>${t("portal.receipt.get")}</a>`;
  return html`<p class="pager">${track}${download}</p>${name !== undefined && scanCode(scene, name)}`;
}

/** For another phone, or to stand on paper: the code is this page's address. */
function scanCode({ t, link, origin }: Scene, name: string): Html {
  if (origin === undefined) return html``;
  const text = `${origin}${link("/check", { receipt: name })}`;
  return html`<p class="scan">${qrPicture({ text, name: t("portal.receipt.code") })}<span class="note">${t("portal.receipt.code.how")}</span></p>`;
}

function isPayment({ command, units, line, accepted }: ShownFact): boolean {
  const moves = ["treasury.pay", "treasury.payBatch", "treasury.disburse", "treasury.returnPayment"].includes(command);
  return accepted && moves && (units === 1 || line !== undefined);
}

function formPage(scene: Scene): PageParts {
  const { t } = scene;
  const title = t("portal.check.title");
  const main = html`<div class="w hero"><h1>${title}</h1></div>${checkForm(scene, { isPage: true })}${keys(scene)}`;
  return { title, path, main };
}

function troublePage(scene: Scene, kind: "none" | "unknownId" | "notReady" | "tooLarge", status: number): PageParts {
  const { t } = scene;
  const title = t(`portal.check.${kind}`);
  const main = html`<div class="w hero" role="alert"><h1>${title}</h1><p>${t(`portal.check.${kind}.how`)}</p></div>${checkForm(scene)}`;
  return { title, path, main, status };
}

function unreadable({ t }: Scene): Html {
  return html`<div class="w hero" role="alert"><h1>${t("verify.unreadable")}</h1><p>${t("verify.unreadable.why")}</p></div>`;
}

function keys({ t, status }: Scene): Html {
  const lines = [...status.verifierKeys, ...status.organisationKeys].map((key) => html`<li class="mono">${key}</li>`);
  return html`<section><div class="w"><h2>${t("portal.check.keys")}</h2><p>${t("portal.check.keys.how")}</p><ul class="keys">${lines}</ul></div></section>`;
}
