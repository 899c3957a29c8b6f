import { type RawBuilder, sql } from "kysely";

/**
 * Whether the household `one` is as it was opened: what `registry.withdrawHouseholds` asks, as far as tables know it. A person who came
 * or went has told so on its time line.
 */
export const isAsOpened: RawBuilder<boolean> = sql<boolean>`(one.ended is null and one.version = 1
  and not exists (select 1 from registry.person person where person.household = one.household and person.version > 1)
  and not exists (select 1 from registry.happening told where told.household = one.household
    and told.kind in ('peopleAdded', 'peopleLeft', 'peopleCame', 'personEnded', 'ended')))`;
