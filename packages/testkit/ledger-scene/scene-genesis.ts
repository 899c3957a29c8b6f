import { toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { sampleDomain } from "../sample-domain/sample-domain.ts";
import { sampleConfiguration, sampleMember, sampleTimeMs } from "../sample-domain/sample-ledger.ts";
import { sceneNodeOf, sceneRosterOf } from "./scene-nodes.ts";
import { sceneSigner } from "./scene-signer.ts";

/** Somebody of a scene, with the one key that they sign with. */
export interface SceneMember {
  readonly keyId: Number64;
  readonly signer: Signer;
}

const member = (number: number): SceneMember => ({
  keyId: number.toString(16).padStart(16, "0"),
  signer: sceneSigner(`member ${number}`),
});

/** Two members of one organisation and one of another. */
export const sceneMembers = { first: member(0xa1), second: member(0xa2), other: member(0xa3) } as const;
const organisationOf = { first: "office", second: "office", other: "street" } as const;

/** The only node that keeps the scene's ledger. */
export const sceneNode = sceneNodeOf("office");
export const sceneRoster = sceneRosterOf([sceneNode]);

export const sceneRegistry = createRegistry([sampleDomain]);

/** A ledger of the sample domain whose members sign with real keys. */
export const sceneGenesis: Genesis = {
  configuration: {
    ...sampleConfiguration,
    quotaUnitsPerMinute: 1_000_000,
  },
  roster: sceneRoster,
  timeMs: sampleTimeMs,
  events: (["first", "second", "other"] as const).map((name) =>
    sampleMember({
      account: `b${sceneMembers[name].keyId.slice(1)}`,
      keyId: sceneMembers[name].keyId,
      publicKey: toHex(sceneMembers[name].signer.publicKey),
      organisation: organisationOf[name],
      roles: ["operator", "administrator"],
    }),
  ),
};

export const sceneChain = chainOf(sceneGenesis);
