import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { z } from "zod";
import { noteWritten } from "../notes.ts";

export const writeNote = defineCommand("sample.writeNote", {
  schema: z.strictObject({
    key: z.string().min(1).max(64),
    text: z.string().max(1_000),
    dueMs: z.int().min(0).optional(),
  }),
  allow: [role("operator"), role("administrator")],
  title: { en: "Write a note", zh: "写便条" },
  audit: { en: "wrote note {key}", zh: "写了便条 {key}" },
  execute: (_context, { key, text, dueMs }) => [noteWritten({ key, text, ...(dueMs !== undefined && { dueMs }) })],
});
