import { create } from "@bufbuild/protobuf";
import type { ValidatorPower } from "../abci-application.ts";
import { PublicKeySchema, type ValidatorUpdate, ValidatorUpdateSchema } from "../proto/generated/abci_pb.js";
import { toNumber } from "./numbers.ts";

/** A validator of genesis. Throws where its key is not Ed25519: no roster has others. */
export function validatorOf({ pubKey, power }: ValidatorUpdate): ValidatorPower {
  if (pubKey?.sum.case !== "ed25519") throw new Error("genesis has a validator whose key is not Ed25519");
  return { publicKey: pubKey.sum.value, power: toNumber(power) };
}

export function validatorUpdateOf({ publicKey, power }: ValidatorPower): ValidatorUpdate {
  const pubKey = create(PublicKeySchema, { sum: { case: "ed25519", value: publicKey } });
  return create(ValidatorUpdateSchema, { pubKey, power: BigInt(power) });
}
