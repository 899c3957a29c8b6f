import { type Html, html, type Part, said } from "../html/html.ts";
import { makeLook } from "../look.ts";
import type { AddressParams, Look, Scene } from "../scene.ts";
import { stylePath } from "../style/style.ts";
import { icon, logo } from "./icons.ts";

/** A page before it is put into its frame. `path` and `params` are its own address, for the other language and size. */
export interface PageParts {
  readonly title: string;
  readonly path: string;
  readonly params?: AddressParams;
  readonly main: Html;
  /** 200 unless told. */
  readonly status?: number;
}

const sections = [
  { path: "", name: "portal.nav.home" },
  { path: "/payments", name: "portal.nav.payments" },
  { path: "/matters", name: "portal.nav.matters" },
  { path: "/notices", name: "portal.nav.notices" },
  { path: "/check", name: "portal.nav.check" },
] as const;

/** The whole page: head, bar, main, foot. `ledger` is absent where the node cannot be asked. */
export function layout(look: Look, { title, path, params, main }: PageParts, ledger?: Scene["status"]): string {
  const { t, language, large } = look;
  const name = ledger?.ledgerName ?? t("portal.title");
  const page = html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}"${large && html` class="large"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} · ${name}</title><link rel="stylesheet" href="${stylePath}"><link rel="icon" href="data:,"></head>
<body><a class="skip" href="#main">${t("shell.skip")}</a>
<header><div class="w bar-top"><a class="brand" href="${look.link("")}">${logo}<span>${said(name)}</span></a>${kindTag(look, ledger)}
<nav aria-label="${t("portal.nav")}">${sections.map((section) => navLink(look, section, path))}</nav>${lookLinks(look, path, params)}</div></header>
<main id="main" tabindex="-1">${main}</main>
<footer><div class="w"><p>${t("portal.foot")}</p><p><a href="/sign-in">${t("portal.staff")}</a></p></div></footer></body></html>
`;
  return page.text;
}

function kindTag({ t }: Look, ledger: Scene["status"] | undefined): Part {
  if (ledger === undefined || ledger.kind === "live") return "";
  return html`<span class="tag">${t(`shell.kind.${ledger.kind}`)}</span>`;
}

function navLink({ t, link }: Look, { path, name }: (typeof sections)[number], here: string): Html {
  const isHere = path === here;
  return html`<a href="${link(path)}"${isHere && html` aria-current="page"`}>${t(name)}</a>`;
}

function lookLinks({ t, language, large }: Look, path: string, params: AddressParams | undefined): Html {
  const isEnglish = language === "en";
  const otherLanguage = makeLook({ isEnglish: !isEnglish, large }).link(path, params);
  const otherSize = makeLook({ isEnglish, large: !large }).link(path, params);
  return html`<div class="looks"><a href="${otherSize}">${icon("large", 18)}${t(large ? "portal.usual" : "shell.large")}</a><a href="${otherLanguage}" lang="${isEnglish ? "zh-CN" : "en"}" hreflang="${isEnglish ? "zh-CN" : "en"}">${t("portal.other")}</a></div>`;
}
