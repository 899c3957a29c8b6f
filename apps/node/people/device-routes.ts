import { HttpProblem, Problem } from "@mingbai/http/problem";
import type { Sessions } from "@mingbai/http/sessions/sessions";
import { KeySlip, Number64Text } from "@mingbai/identity/schema";
import { KeyContent, keySubject } from "@mingbai/identity/vault-content";
import { keyTable } from "@mingbai/ledger/authority/key";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { HourlyShare } from "../contents/hourly-share.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { DeviceOffers } from "./device-offers.ts";

/** Keys offered a minute from one address. */
const offersPerMinuteMax = 20;
/** Codes that one person may try within an hour, and devices they may name. */
const codesPerHourMax = 60;
const namesPerHourMax = 60;

const Code = z.object({ code: z.string().regex(/^\d{8}$/) });
const Offer = z.object({ code: Code.shape.code, expiresMs: z.int() });
const Key = z.object({ keyId: Number64Text });
const Name = z.strictObject({ name: KeyContent.shape.name });

interface Parts {
  readonly ledger: {
    readonly chain: Pick<OpenLedger["chain"], "state">;
    readonly vault: Pick<OpenLedger["vault"], "put">;
  };
  readonly sessions: Pick<Sessions, "requireSession">;
  readonly now: () => number;
}

/** One more device: its key waits under a short code, and its name goes to the vault before the ledger hears of the key. */
export function deviceRoutes(server: FastifyInstance, { ledger, sessions, now }: Parts): void {
  offerRoutes(server, { sessions, now });
  const share = new HourlyShare(namesPerHourMax, now);
  server.route({
    method: "PUT",
    url: "/api/keys/:keyId/name",
    schema: {
      operationId: "keepKeyName",
      summary: "Keep what a person calls the device of a key that is about to be registered, sealed",
      description: "登记密钥之前，把设备的叫法密封保存",
      params: Key,
      body: Name,
      response: { 200: Key, default: Problem },
    },
    handler: async (request) => {
      const { account } = sessions.requireSession(request);
      const { keyId } = request.params as z.infer<typeof Key>;
      const { name } = request.body as z.infer<typeof Name>;
      if (ledger.chain.state.table(keyTable).find(keyId) !== undefined) throw isRegistered();
      const full = share.take(account, 1);
      if (full !== undefined) throw tooMany(full.waitMs);
      await ledger.vault.put([{ subject: keySubject(keyId), content: { kind: "key", name } }]);
      return { keyId };
    },
  });
}

function offerRoutes(server: FastifyInstance, { sessions, now }: Pick<Parts, "sessions" | "now">): void {
  const offers = new DeviceOffers();
  const share = new HourlyShare(codesPerHourMax, now);
  server.route({
    method: "POST",
    url: "/api/devices/offers",
    config: { rateLimit: { max: offersPerMinuteMax, timeWindow: "1 minute" } },
    schema: {
      operationId: "offerDevice",
      summary: "Let a new device's public key wait under a short code for the person's other device",
      description: "新设备的公钥凭短码等另一台设备来取",
      body: KeySlip,
      response: { 200: Offer, default: Problem },
    },
    handler: async (request) => {
      const made = offers.make(request.body as KeySlip, now());
      if (made === undefined) throw noRoom();
      return made;
    },
  });
  server.route({
    method: "GET",
    url: "/api/devices/offers/:code",
    schema: {
      operationId: "fetchOfferedDevice",
      summary: "The public key that waits under this code",
      description: "凭短码取新设备的公钥",
      params: Code,
      response: { 200: KeySlip, default: Problem },
    },
    handler: async (request, reply) => {
      const { account } = sessions.requireSession(request);
      const full = share.take(account, 1);
      if (full !== undefined) throw tooMany(full.waitMs);
      const found = offers.find((request.params as z.infer<typeof Code>).code, now());
      if (found === undefined) throw unknownCode();
      return reply.header("cache-control", "no-store").send(found);
    },
  });
}

function isRegistered(): HttpProblem {
  const en = "This key is registered already; its name is not changed here.";
  return new HttpProblem({ code: "NAME_SETTLED", status: 409, en, zh: "这把密钥已经登记，叫法不能在这里改" });
}

function tooMany(retryAfterMs: number): HttpProblem {
  const en = "That is as much as one person may try within an hour.";
  return new HttpProblem({ code: "DEVICES_TOO_MANY", status: 429, en, zh: "一小时里试的次数太多了", retryAfterMs });
}

function noRoom(): HttpProblem {
  const en = "Too many devices wait at once. Come back in a few minutes.";
  return new HttpProblem({ code: "DEVICES_BUSY", status: 503, en, zh: "等着登记的设备太多，过几分钟再来" });
}

function unknownCode(): HttpProblem {
  const en = "No device waits under this code. It may be over: have the new device show another.";
  return new HttpProblem({
    code: "DEVICE_CODE_UNKNOWN",
    status: 404,
    en,
    zh: "没有设备在等这个码，可能过时了，请让新设备再给一个",
  });
}
