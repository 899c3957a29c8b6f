import { actsIn } from "@mingbai/identity/reads/acts-in";
import { isArea } from "@mingbai/identity/reads/is-area";
import type { Role } from "@mingbai/ledger/authority/role";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { postsOf } from "../reads.ts";
import { refuse } from "../refusals.ts";

export type Asking = Pick<CommandContext, "state" | "actor" | "moment">;

/** Who gives posts, for the areas of their office. */
export const appointers = ["leader"] as const satisfies readonly Role[];

/** Why the actor does not decide who holds a post in these areas. */
export function findAreaRefusal(asking: Asking, areas: readonly string[]): Refusal | undefined {
  const foreign = areas.find((area) => !appointsIn(asking, area));
  return foreign === undefined ? undefined : refuse("POST_NOT_IN_AREA", { area: foreign });
}

/** Why the actor may not say, or have forgotten, what is known of a person: it is not themself, and no leader of theirs. */
export function findHelperRefusal(asking: Asking, account: string): Refusal | undefined {
  if (asking.actor.account === account) return undefined;
  const areas = postsOf(asking.state, account).flatMap((post) => post.areas);
  return areas.some((area) => appointsIn(asking, area)) ? undefined : refuse("HELPER_NOT_YOURS");
}

function appointsIn({ state, actor, moment }: Asking, area: string): boolean {
  if (!isArea(state, area)) return false;
  return appointers.some(
    (role) => actor.roles.includes(role) && actsIn(state, { account: actor.account, role, area }, moment.timeMs),
  );
}
