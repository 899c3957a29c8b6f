/**
 * Fields whose meaning programs know, by their ids in every version of the form: whom a file is about and where they
 * live. All others are asked for, kept and shown without being understood.
 */
export const knownFields = {
  household: { number: "number", village: "village", team: "team", address: "address", phone: "phone" },
  person: {
    name: "name",
    relation: "relation",
    identityNumber: "identityNumber",
    sex: "sex",
    birth: "birth",
    phone: "personPhone",
  },
} as const;

/** The head of the household among the relations (GB/T 4761). */
export const headRelation = "01";
