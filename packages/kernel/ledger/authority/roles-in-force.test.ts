import { foundSample, sampleMember } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { type ActorRow, actorTable } from "./role.ts";
import { findActor, rolesInForce } from "./roles-in-force.ts";

const [alice, bob] = ["00000000000000b1", "00000000000000b2"];

function actors(rows: { readonly [account: string]: Omit<ActorRow, "organisation"> }) {
  const { state } = foundSample([sampleMember({ roles: ["operator"] })]);
  for (const [account, row] of Object.entries(rows))
    state.table(actorTable).set(account, { organisation: "o", ...row });
  return state;
}

describe("roles in force", () => {
  it("begin at the first moment of their term and are over at its end, whatever was asked before", () => {
    const state = actors({ [alice]: { grants: [{ role: "operator", fromMs: 10, untilMs: 20 }] } });
    const isOperator = (timeMs: number) => findActor(state, alice, timeMs)?.roles.includes("operator");
    expect([9, 10, 19, 20, 15, 5, 25].map(isOperator)).toEqual([false, true, true, false, true, false, false]);
  });

  it("name a role once that is held in two areas", () => {
    const grants = ["a", "b"].map((area) => ({ role: "operator", area, fromMs: 0 }) as const);
    expect(findActor(actors({ [alice]: { grants } }), alice, 1)?.roles).toEqual(["operator"]);
  });

  it("follow the leave of the one stood in for, also when it is entered after the deputy was asked", () => {
    const deputy = { role: "operator", fromMs: 0, untilMs: 100, deputyOf: alice } as const;
    const own = { role: "operator", fromMs: 0 } as const;
    const state = actors({ [alice]: { grants: [own] }, [bob]: { grants: [deputy] } });
    expect(findActor(state, bob, 50)?.roles).toEqual([]);
    state.table(actorTable).set(alice, { organisation: "o", grants: [own], leaves: [{ fromMs: 40, untilMs: 60 }] });
    expect([39, 40, 59, 60].map((timeMs) => findActor(state, bob, timeMs)?.roles.length)).toEqual([0, 1, 1, 0]);
    expect(findActor(state, alice, 50)?.roles).toEqual([]);
  });

  it("give the same list as long as nothing turns, so that asking costs no allocation", () => {
    const state = actors({ [alice]: { grants: [{ role: "operator", fromMs: 0, untilMs: 20 }] } });
    const row = state.table(actorTable).find(alice);
    if (row === undefined) throw new Error("alice is not there");
    expect(rolesInForce(state, row, 3)).toBe(rolesInForce(state, row, 19));
  });

  it("are none of an account that the ledger does not know", () => {
    expect(findActor(actors({}), bob, 1)).toBeUndefined();
  });
});
