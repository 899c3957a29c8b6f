import type { Number64 } from "@mingbai/codec/number64";
import { orContentProblem } from "@mingbai/http/contents/content-refusal";
import { HttpProblem, Problem } from "@mingbai/http/problem";
import type { SignedIn } from "@mingbai/http/sessions/sessions";
import {
  MailChoice,
  type MailState,
  NoticeMarks,
  NoticesRead,
  PersonalSettings,
  SavedViews,
} from "@mingbai/workflow/views/personal-settings";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import { HourlyShare } from "../contents/hourly-share.ts";
import type { MailStore } from "../mail/mail-store.ts";
import type { SettingsStore } from "./settings-store.ts";

/** Changes of marks, views and mail that one person may make within an hour. */
const changesPerHourMax = 2_000;
const addressesPerHourMax = 20;

export interface SettingsParts {
  readonly settings: SettingsStore;
  readonly mail: MailStore;
  /** Whether mail is sent here at all. */
  readonly isMailSetUp: boolean;
  /** The newest place that a notice may have, as far as the ledger is durable. */
  readonly newestPlace: () => string;
  readonly requireSession: (request: FastifyRequest) => SignedIn;
  /** The node's clock, ms. */
  readonly now: () => number;
}

/** `/api/settings`: what the node keeps for the person signed in, and for nobody else to see. */
export function settingsRoutes(server: FastifyInstance, parts: SettingsParts): void {
  const { settings, mail, isMailSetUp, newestPlace, requireSession, now } = parts;
  const changes = new HourlyShare(changesPerHourMax, now);
  const addresses = new HourlyShare(addressesPerHourMax, now);
  const changer = (request: FastifyRequest, share = changes): Number64 => {
    const { account } = requireSession(request);
    const full = share.take(account, 1);
    if (full !== undefined) throw tooMany(full.waitMs);
    return account;
  };
  const mailOf = async (account: Number64): Promise<MailState> => {
    const record = await mail.find(account);
    if (record === undefined) return { isSetUp: isMailSetUp, choice: null, isRefused: false };
    const { address, kinds, pace, isRefused } = record;
    return { isSetUp: isMailSetUp, choice: { address, kinds, pace }, isRefused };
  };
  server.route({
    method: "GET",
    url: "/api/settings",
    schema: {
      operationId: "mySettings",
      summary: "What this node keeps for me: notices read, filters, mail",
      response: { 200: PersonalSettings, default: Problem },
    },
    handler: async (request, reply) => {
      const { account } = requireSession(request);
      reply.header("cache-control", "no-store");
      return { ...(await settings.get(account)), mail: await mailOf(account) };
    },
  });
  server.route({
    method: "PUT",
    url: "/api/settings/notices",
    schema: {
      operationId: "markNoticesRead",
      summary: "Notices that I have read",
      body: NoticesRead,
      response: { 200: NoticeMarks, default: Problem },
    },
    handler: async (request) => {
      const kept = await settings.markRead(changer(request), request.body as z.output<typeof NoticesRead>);
      return orContentProblem(kept).notices;
    },
  });
  server.route({
    method: "PUT",
    url: "/api/settings/views",
    schema: {
      operationId: "keepViews",
      summary: "My filters of a page, in the place of those before",
      body: SavedViews,
      response: { 200: PersonalSettings.shape.views, default: Problem },
    },
    handler: async (request) => {
      const kept = await settings.keepViews(changer(request), request.body as z.output<typeof SavedViews>);
      return orContentProblem(kept).views;
    },
  });
  server.route({
    method: "PUT",
    url: "/api/settings/mail",
    schema: {
      operationId: "chooseMail",
      summary: "Which notices I want by mail, and where",
      body: MailChoice,
      response: { 200: PersonalSettings.shape.mail, default: Problem },
    },
    handler: async (request) => {
      if (!isMailSetUp) throw notSetUp();
      const account = changer(request, addresses);
      const at = { place: newestPlace(), ms: now() };
      orContentProblem(await mail.choose(account, request.body as z.output<typeof MailChoice>, at));
      return mailOf(account);
    },
  });
  server.route({
    method: "DELETE",
    url: "/api/settings/mail",
    schema: {
      operationId: "endMail",
      summary: "No more mail; the address is forgotten for good",
      response: { 200: PersonalSettings.shape.mail, default: Problem },
    },
    handler: async (request) => {
      const account = changer(request);
      orContentProblem(await mail.end(account));
      return mailOf(account);
    },
  });
}

function notSetUp(): HttpProblem {
  const en = "This node sends no mail: whoever runs it has set up no mail server.";
  return new HttpProblem({ code: "MAIL_NOT_SET_UP", status: 409, en, zh: "这个节点没有设置邮件服务器，不能发邮件" });
}

function tooMany(retryAfterMs: number): HttpProblem {
  const en = "That is as many changes as one person may make within an hour.";
  return new HttpProblem({
    code: "CHANGES_TOO_MANY",
    status: 429,
    en,
    zh: "一小时里改得太多了，请稍后再试",
    retryAfterMs,
  });
}
