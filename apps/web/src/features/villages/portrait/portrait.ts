import type { villagePortraitView } from "@mingbai/registry/views/village";
import type { ResultOf } from "../../../api/view.ts";

export type Portrait = ResultOf<typeof villagePortraitView>;
/** A village in numbers, with the households behind each. */
export type OfficeNumbers = NonNullable<Portrait["office"]>;

/** A number and whom it counts: places among the portrait's cells. */
export interface Counted {
  /** Names it in the page's address. */
  readonly id: string;
  readonly label: string;
  readonly at: readonly number[];
}
