import { access } from "./access.ts";
import { alike } from "./alike.ts";
import { erasures } from "./erasures.ts";
import { form } from "./form.ts";
import { forms } from "./forms.ts";
import { history } from "./history.ts";
import { household } from "./household.ts";
import { households } from "./households.ts";
import { own } from "./own.ts";
import { places } from "./places.ts";
import { readings } from "./readings.ts";
import { visits } from "./visits.ts";

/** Everything that may be asked about household files. */
export const registryQueries = [
  households,
  household,
  history,
  readings,
  access,
  alike,
  places,
  own,
  erasures,
  forms,
  form,
  visits,
] as const;
