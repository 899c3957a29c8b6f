import { concat } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { describe, expect, it } from "vitest";
import { evaluateOwn } from "./answering/evaluate-own.ts";
import { voprf } from "./suite.ts";

// RFC 9497, appendix A.1.2: ristretto255-SHA512, mode VOPRF.
const seed = fromHex("a3".repeat(32));
const keyInfo = fromHex("74657374206b6579");
const secretKey = "e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909";
const publicKey = "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e";
const blindOne = "64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706";
const blindTwo = "222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e";
const nonceTwo = "419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c";
const inputTwo = "5a".repeat(17);
const outputOne =
  "b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c";
const outputTwo =
  "8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6";
const elementOne = "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945";
const evaluatedOne = "aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e";

const vectors = [
  {
    name: "test vector 1",
    items: [{ input: "00", blind: blindOne, blinded: elementOne, evaluated: evaluatedOne, output: outputOne }],
    nonce: blindTwo,
    proof:
      "ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d",
  },
  {
    name: "test vector 2",
    items: [
      {
        input: inputTwo,
        blind: blindOne,
        blinded: "cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c",
        evaluated: "60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468",
        output: outputTwo,
      },
    ],
    nonce: blindTwo,
    proof:
      "401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02",
  },
  {
    name: "test vector 3, two in one proof",
    items: [
      { input: "00", blind: blindOne, blinded: elementOne, evaluated: evaluatedOne, output: outputOne },
      {
        input: inputTwo,
        blind: blindTwo,
        blinded: "90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654",
        evaluated: "cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a",
        output: outputTwo,
      },
    ],
    nonce: nonceTwo,
    proof:
      "cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08",
  },
];

/** Random bytes from which the library makes this scalar: it takes them modulo the order less one, and adds one. */
function drawing(scalar: string): (length?: number) => Uint8Array {
  const less = fromHex(scalar);
  // No scalar of the vectors ends in a zero byte, so nothing is borrowed.
  less[0] = (less[0] ?? 0) - 1;
  return (length = less.length) => concat(less, new Uint8Array(length - less.length));
}

describe("ristretto255-SHA512 in mode VOPRF", () => {
  it("derives the key of RFC 9497 A.1.2", () => {
    const keys = voprf.deriveKeyPair(seed, keyInfo);
    expect([toHex(keys.secretKey), toHex(keys.publicKey)]).toEqual([secretKey, publicKey]);
  });

  it.each(vectors)("gives every value of $name", ({ items, nonce, proof }) => {
    const blinds = items.map(({ input, blind }) => voprf.blind(fromHex(input), drawing(blind)));
    expect(blinds.map(({ blind }) => toHex(blind))).toEqual(items.map(({ blind }) => blind));
    expect(blinds.map(({ blinded }) => toHex(blinded))).toEqual(items.map(({ blinded }) => blinded));

    const elements = items.map(({ blinded }) => fromHex(blinded));
    const answer = voprf.blindEvaluateBatch(fromHex(secretKey), fromHex(publicKey), elements, drawing(nonce));
    expect(answer.evaluated.map(toHex)).toEqual(items.map(({ evaluated }) => evaluated));
    expect(toHex(answer.proof)).toBe(proof);

    const finished = items.map(({ input, blind, blinded, evaluated }) => ({
      input: fromHex(input),
      blind: fromHex(blind),
      blinded: fromHex(blinded),
      evaluated: fromHex(evaluated),
    }));
    const outputs = voprf.finalizeBatch(finished, fromHex(publicKey), fromHex(proof));
    expect(outputs.map(toHex)).toEqual(items.map(({ output }) => output));
  });

  it.each([
    ["00", outputOne],
    [inputTwo, outputTwo],
  ])("evaluates own input %s to the same output", (input, output) => {
    expect(toHex(evaluateOwn(fromHex(secretKey), fromHex(input)))).toBe(output);
  });
});
