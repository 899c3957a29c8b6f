import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { z } from "zod";
import { noteErased, noteTable, refuseSample } from "../notes.ts";

export const eraseNote = defineCommand("sample.eraseNote", {
  schema: z.strictObject({ key: z.string().min(1).max(64) }),
  allow: [role("administrator")],
  title: { en: "Erase a note", zh: "擦便条" },
  audit: { en: "erased note {key}", zh: "擦了便条 {key}" },
  execute: ({ state }, { key }) =>
    state.table(noteTable).find(key) === undefined ? refuseSample("NOTE_MISSING") : [noteErased({ key })],
});
