import { testRules } from "../testing/test-rows.ts";
import { fact, fileOf, head, wife, withWife } from "../testing/test-scene.ts";
import { counting } from "./counting.ts";

const died = fact("death", { on: "2026-06-01" });
const helped = (help: string, on: string) => fact("helpGiven", { help, amount: 100_000, on });

testRules("who is counted", counting, {
  deceased: {
    hits: { died: { facts: [died] } },
    decoys: { "dated in time to come": { facts: [fact("death", { on: "2026-12-01" })] } },
    unknown: { undated: { facts: [fact("death", {})] } },
  },
  deathUndated: {
    hits: { undated: { facts: [fact("death", {})] } },
    decoys: { dated: { facts: [died] } },
    unknown: {},
  },
  countedTwice: {
    hits: {
      "in another file": {
        others: [{ household: "H2", values: {}, people: [{ values: { name: "丙", identityNumber: head } }] }],
      },
    },
    decoys: {
      "only like it": {
        others: [
          { household: "H2", values: {}, people: [{ values: { name: "甲", identityNumber: "339901196003072227" } }] },
        ],
      },
    },
    unknown: {
      "no identity number": { others: [{ household: "H2", values: {}, people: [{ values: { name: "甲" } }] }] },
    },
  },
  sharedAccount: {
    hits: {
      "written in groups": {
        file: fileOf({ p: { bankAccount: "6222 0000 1111" } }),
        others: [{ household: "H2", values: {}, people: [{ values: { bankAccount: "622200001111" } }] }],
      },
    },
    decoys: {
      "of two people of one household": {
        file: withWife({ bankAccount: "622200001111" }),
        others: [{ household: "H2", values: {}, people: [{ values: { bankAccount: "622200002222" } }] }],
      },
    },
    unknown: { "no account": { others: [{ household: "H2", values: {}, people: [{ values: { bankAccount: "" } }] }] } },
  },
  elsewhere: {
    hits: { "in another county": { facts: [fact("registeredElsewhere", { county: "外县", since: "2024-01-01" })] } },
    decoys: {
      "nothing about them": {
        facts: [fact("registeredElsewhere", { county: "外县" }, { about: "339901198001011239" })],
      },
    },
    unknown: { "no county": { facts: [fact("registeredElsewhere", {})] } },
  },
  helpAfterDeath: {
    hits: { after: { facts: [died, helped("gaoling", "2026-07-01")] } },
    decoys: {
      before: { facts: [died, helped("gaoling", "2026-05-01")] },
      "to somebody else": { facts: [died, { ...helped("gaoling", "2026-07-01"), about: wife }] },
    },
    unknown: {
      "undated help": { facts: [died, fact("helpGiven", { help: "gaoling" })] },
      "undated death": { facts: [fact("death", {}), helped("gaoling", "2026-07-01")] },
    },
  },
});
