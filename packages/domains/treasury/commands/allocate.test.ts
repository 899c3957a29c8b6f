import { describe } from "vitest";
import { finance, ours, refuses } from "../testing/refusal-rows.ts";
import { startMs } from "../testing/test-ledger.ts";
import { citizen2, office, people, street } from "../testing/test-scene.ts";

describe("allocate", () => {
  refuses([
    ["NOT_AN_OFFICE", finance, "allocate", { from: ours, to: citizen2, amount: 1 }],
    ["PAYEE_IS_PAYER", finance, "allocate", { from: ours, to: office, amount: 1 }],
    ["EXPIRY_PAST", finance, "allocate", { from: ours, to: street, amount: 1, expiryMs: startMs }],
    ["EXPIRY_AFTER_PARENT", finance, "allocate", { from: ours, to: street, amount: 1, expiryMs: startMs + 99_999 }],
    ["NOT_HOLDER", people.streetFinance, "allocate", { from: ours, to: street, amount: 1 }],
  ]);
});
