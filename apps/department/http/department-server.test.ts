import { isSigned, signMessage } from "@mingbai/app-node/departments/dci/message-signature";
import { AnswerEnvelope, syncSearchPath } from "@mingbai/app-node/departments/dci/search-message";
import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { FastifyInstance } from "fastify";
import { describe, expect, it } from "vitest";
import { deposit, messageOf, nowMs, number, requestOf, signer, testDepartment } from "../testing/test-department.ts";

const facts = [
  deposit("a"),
  deposit("b", { asOf: "2026-10-15" }),
  deposit("c", { about: "339901196205120026", asOf: "2025-01-31" }),
];

async function ask(body: object, server: FastifyInstance = testDepartment(facts), headers = {}) {
  const answer = await server.inject({ method: "POST", url: syncSearchPath, payload: body, headers });
  return { status: answer.statusCode, body: answer.json() };
}

async function found(criteria: object) {
  const { body } = await ask(messageOf([requestOf(criteria)]));
  const [response] = AnswerEnvelope.parse(body).message?.search_response ?? [];
  return { ...response, ids: response?.data?.reg_records.map((record) => (record as { id: string }).id) };
}

describe("a department that is searched", () => {
  it("answers each request of a message, in its order, and signs", async () => {
    const { status, body } = await ask(messageOf([requestOf(), requestOf({}, { reference_id: "2" })]));
    expect(status).toBe(200);
    expect(body.header).toMatchObject({ action: "on-search", status: "succ", total_count: 2, completed_count: 2 });
    expect(body.message).toMatchObject({
      transaction_id: "t-1",
      search_response: [{ reference_id: "1" }, { reference_id: "2" }],
    });
    expect(isSigned(body, { publicKey: toHex(signer.publicKey), nowMs })).toBe(true);
  });

  it.each([
    ["a person by number", {}, ["a", "b"]],
    ["a number written another way", { query: { type: "UIN", value: "339901 19600307 2219" } }, ["a", "b"]],
    ["somebody it does not know", { query: { type: "UIN", value: "339901190001010010" } }, []],
    ["the newest first", { sort: [{ attribute_name: "asOf", sort_order: "desc" }] }, ["b", "a"]],
    ["the second page", { pagination: { page_size: 1, page_number: 2 } }, ["b"]],
    ["a page beyond the last", { pagination: { page_size: 1, page_number: 9 } }, []],
    ["what is true since a day", expression("2026-01-01"), ["a", "b"]],
    ["a predicate", predicate("ge", "2026-10-01"), ["b"]],
    ["a list of values", predicate("in", ["2025-01-31", "2026-09-30"]), ["a", "c"]],
    [
      "one and not another",
      {
        query_type: "predicate",
        query: [{ expression1: by("ge", "2026-01-01"), condition: "not", expression2: by("eq", "2026-10-15") }],
      },
      ["a"],
    ],
    [
      "one or another",
      {
        query_type: "predicate",
        query: [{ expression1: by("lt", "2026-01-01"), condition: "or", expression2: by("eq", "2026-10-15") }],
      },
      ["b", "c"],
    ],
  ])("finds %s", async (_, criteria, ids) => {
    expect(await found(criteria)).toMatchObject({ status: "succ", ids });
  });

  it("says how many there are of all pages", async () => {
    const pagination = { page_size: 1, page_number: 1 };
    expect(await found({ pagination })).toMatchObject({ pagination: { ...pagination, total_count: 2 } });
  });

  it.each([
    ["rjct.search_criteria.invalid", { query_type: "graphql" }],
    ["rjct.search_criteria.invalid", { version: "2.0.0" }],
    ["rjct.search_criteria.invalid", { query: { type: "MOBILE", value: "1" } }],
    ["rjct.search_criteria.invalid", { query_type: "predicate", query: [] }],
    ["rjct.search_criteria.invalid", { query_type: "expression", query: { type: "ns:org:QueryType:Sql", value: {} } }],
    ["rjct.search_criteria.invalid", { reg_type: "ns:mingbai:RegistryType:tax" }],
    [
      "rjct.filter.invalid",
      { query_type: "predicate", query: [{ expression1: { ...by("eq", "1"), attribute_name: "age" } }] },
    ],
    ["rjct.sort.invalid", { sort: [{ attribute_name: "amount" }] }],
    ["rjct.pagination.invalid", { pagination: { page_size: 0, page_number: 1 } }],
    ["rjct.pagination.invalid", { pagination: { page_size: 2_001, page_number: 1 } }],
    ["rjct.pagination.invalid", { pagination: { page_size: 1.5, page_number: 1 } }],
  ])("refuses with %s: %j", async (status_reason_code, criteria) => {
    expect(await found(criteria)).toMatchObject({ status: "rjct", status_reason_code });
  });

  it("refuses one request and answers the others", async () => {
    const bad = [requestOf({}, { timestamp: "yesterday", reference_id: "2" }), requestOf()];
    const { body } = await ask(messageOf([requestOf(), ...bad]));
    expect(
      body.message.search_response.map((one: { status: string; status_reason_code?: string }) => [
        one.status,
        one.status_reason_code,
      ]),
    ).toEqual([
      ["succ", undefined],
      ["rjct", "rjct.timestamp.invalid"],
      ["rjct", "rjct.reference_id.duplicate"],
    ]);
  });

  it.each([
    ["rjct.version.invalid", { version: "2.0.0" }],
    ["rjct.action.invalid", { action: "subscribe" }],
    ["rjct.total_count.invalid", { total_count: 2 }],
  ])("refuses a whole message with %s", async (status_reason_code, header) => {
    const { body } = await ask(messageOf([requestOf()], header));
    expect(body).toMatchObject({ header: { status: "rjct", status_reason_code }, message: { search_response: [] } });
  });

  it("refuses more requests than it answers, and a message that comes again", async () => {
    const many = Array.from({ length: 501 }, (_, at) => requestOf({}, { reference_id: String(at) }));
    const { body } = await ask(messageOf(many));
    expect(body.header.status_reason_code).toBe("rjct.total_count.limit_exceeded");
    const server = testDepartment(facts);
    const message = messageOf([requestOf()]);
    expect((await ask(message, server)).body.header.status).toBe("succ");
    expect((await ask(message, server)).body.header.status_reason_code).toBe("rjct.message_id.duplicate");
  });

  it.each([
    [400, "err.request.bad", { nothing: true }],
    [400, "err.encryption.invalid", messageOf([requestOf()], { is_msg_encrypted: true })],
  ])("answers %i %s", async (status, code, body) => {
    expect(await ask(body)).toEqual({ status, body: { errors: [{ code, message: code }] } });
  });

  it("answers those whom it knows alone, by bearer or by signature", async () => {
    const bearer = testDepartment(facts, { bearer: "b-1" });
    expect(await ask(messageOf([requestOf()]), bearer)).toMatchObject({
      status: 401,
      body: { errors: [{ code: "err.request.unauthorized" }] },
    });
    expect((await ask(messageOf([requestOf()]), bearer, { authorization: "Bearer b-1" })).status).toBe(200);
    const office = generateSigner("ed25519", new Uint8Array(32).fill(4));
    const signing = testDepartment(facts, { caller: toHex(office.publicKey) });
    const message = messageOf([requestOf()]);
    const by = { signer: office, sender: "office", keyId: "1", nowMs };
    expect((await ask(message, signing)).body.errors[0].code).toBe("err.signature.missing");
    const signature = await signMessage(message, by);
    expect((await ask({ ...message, signature }, signing)).status).toBe(200);
    const altered = messageOf([requestOf({ query: { type: "UIN", value: `${number.slice(0, -1)}7` } })]);
    expect((await ask({ ...altered, signature }, signing)).body.errors[0].code).toBe("err.signature.invalid");
    const old = await signMessage(message, { ...by, nowMs: nowMs - 600_000 });
    expect((await ask({ ...message, signature: old }, signing)).body.errors[0].code).toBe("err.signature.invalid");
  });
});

function by(operator: string, attribute_value: unknown) {
  return { attribute_name: "asOf", operator, attribute_value };
}

function predicate(operator: string, value: unknown) {
  return { query_type: "predicate", query: [{ seq_num: 1, expression1: by(operator, value) }] };
}

function expression(since: string) {
  return { query_type: "expression", query: { type: "ns:mingbai:QueryType:since", value: { expression: { since } } } };
}
