import { shownVerdict } from "@mingbai/app-web/src/features/verify/shown-verdict";
import type { ShownFact, Verdict } from "@mingbai/app-web/src/features/verify/verdict";
import { receiptView } from "@mingbai/http/explorer-views";
import { receiptCharsMax } from "@mingbai/sdk/receipt";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { type Html, html } from "../html/html.ts";
import { checkForm } from "../parts/check-form.ts";
import type { PageParts } from "../parts/layout.ts";
import { verdictView } from "../parts/verdict-view.ts";
import { Refused, type Scene } from "../scene.ts";

const path = "/check";
/** A transaction, or one line of it, as the code on a printed receipt names it. */
const receiptName = /^([0-9a-f]{64})(?:-(0|[1-9]\d{0,5}))?$/;

/** The empty form, or the receipt that the address names: `?receipt=<transaction>[-<line>]`. */
export async function checkPage(scene: Scene): Promise<PageParts> {
  const name = scene.query.get("receipt");
  if (name === null) return formPage(scene);
  const receipt = await findReceiptText(scene, name);
  if (receipt === "UNKNOWN") return troublePage(scene, "unknownId", 404);
  if (receipt === "RECEIPT_NOT_READY") return troublePage(scene, "notReady", 409);
  return judge(scene, { text: receipt.text, name });
}

/** What was pasted or uploaded. Nothing of it is kept. */
export function checkGiven(scene: Scene, text: string): PageParts {
  if (text.trim() === "") return troublePage(scene, "none", 422);
  if (text.length > receiptCharsMax) return tooLargePage(scene);
  return judge(scene, { text });
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
function waysOn({ t, link }: Scene, { ok, fact }: Verdict, name: string | undefined): Html {
  if (!ok || fact === undefined) return html``;
  const track =
    isPayment(fact) &&
    html`<a class="button" href="${link(`/payments/${fact.id}-${fact.line ?? 0}`)}">${t("portal.receipt.track")}</a>`;
  const download =
    name !== undefined &&
    html`<a class="button quiet" href="${link(`/receipts/${name}`)}" download>${t("portal.receipt.get")}</a>`;
  return html`<p class="pager">${track}${download}</p>`;
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
