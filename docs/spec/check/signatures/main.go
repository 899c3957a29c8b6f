// Checks docs/spec/vectors/signatures.json with Go's standard library: a reading of docs/spec/signatures.md that
// shares no code with the ledger. Usage: go run main.go clientdata.go ../../vectors/signatures.json
package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"slices"
)

type signatureVector struct {
	Name, Scheme, PublicKey, Message, ID, Signature string
	Valid                                           bool
}

type assertionVector struct {
	Name, Signature, RpID, Verdict string
	Origins                        []string
}

type vectors struct {
	Signatures []signatureVector
	Assertions []assertionVector
}

func main() {
	if len(os.Args) != 2 {
		fail("usage: go run main.go clientdata.go signatures.json")
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		fail(err.Error())
	}
	var all vectors
	if err := json.Unmarshal(text, &all); err != nil {
		fail(err.Error())
	}
	wrong := 0
	for _, v := range all.Signatures {
		if got := verify(v); got != v.Valid {
			fmt.Printf("%s: judged %v, written %v\n", v.Name, got, v.Valid)
			wrong++
		}
	}
	for _, v := range all.Assertions {
		if got := checkAssertion(v); got != v.Verdict {
			fmt.Printf("%s: judged %s, written %s\n", v.Name, got, v.Verdict)
			wrong++
		}
	}
	if wrong > 0 || len(all.Signatures) == 0 || len(all.Assertions) == 0 {
		fail(fmt.Sprintf("%d of %d judged otherwise", wrong, len(all.Signatures)+len(all.Assertions)))
	}
	fmt.Printf("%d signatures and %d assertions judged as written\n", len(all.Signatures), len(all.Assertions))
}

func verify(v signatureVector) bool {
	key, message, signature := unhex(v.PublicKey), unhex(v.Message), unhex(v.Signature)
	switch v.Scheme {
	case "ed25519":
		return verifyEd25519(key, message, signature)
	case "p256":
		return verifyP256(key, message, signature)
	case "webauthn-p256":
		return verifyAssertion(key, unhex(v.ID), signature)
	}
	fail("unknown scheme " + v.Scheme)
	return false
}

var (
	fieldPrime = sub(new(big.Int).Lsh(big.NewInt(1), 255), big.NewInt(19))
	groupOrder = number("7237005577332262213973186563042994240857116359379907606001950938285454250989")
	// The y of every point of small order.
	smallOrderY = []*big.Int{
		big.NewInt(0), big.NewInt(1), sub(fieldPrime, big.NewInt(1)),
		littleEndian(unhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")),
		littleEndian(unhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")),
	}
)

// verifyEd25519 is the pre-check and then the standard library, whose equation has no cofactor.
func verifyEd25519(key, message, signature []byte) bool {
	if len(key) != 32 || len(signature) != 64 || !isPlainPoint(key) || !isPlainPoint(signature[:32]) {
		return false
	}
	return littleEndian(signature[32:]).Cmp(groupOrder) < 0 && ed25519.Verify(key, message, signature)
}

func isPlainPoint(encoded []byte) bool {
	masked := bytes.Clone(encoded)
	masked[31] &= 0x7f
	y := littleEndian(masked)
	isSmall := slices.ContainsFunc(smallOrderY, func(small *big.Int) bool { return small.Cmp(y) == 0 })
	return y.Cmp(fieldPrime) < 0 && !isSmall
}

func verifyP256(key, message, signature []byte) bool {
	curve := elliptic.P256()
	if len(key) != 33 || len(signature) != 64 {
		return false
	}
	x, y := elliptic.UnmarshalCompressed(curve, key)
	if x == nil {
		return false
	}
	r, s := new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])
	n := curve.Params().N
	half := new(big.Int).Rsh(n, 1)
	if r.Sign() == 0 || r.Cmp(n) >= 0 || s.Sign() == 0 || s.Cmp(half) > 0 {
		return false
	}
	digest := sha256.Sum256(message)
	return ecdsa.Verify(&ecdsa.PublicKey{Curve: curve, X: x, Y: y}, digest[:], r, s)
}

type assertion struct{ authenticatorData, clientData, signature []byte }

func findAssertion(encoded []byte) *assertion {
	if len(encoded) < 4 {
		return nil
	}
	first, second := int(binary.LittleEndian.Uint16(encoded)), int(binary.LittleEndian.Uint16(encoded[2:]))
	if first < 37 || first > 256 || second > 640 || len(encoded) != 4+first+second+64 {
		return nil
	}
	return &assertion{encoded[4 : 4+first], encoded[4+first : 4+first+second], encoded[4+first+second:]}
}

func verifyAssertion(key, id, encoded []byte) bool {
	found := findAssertion(encoded)
	if found == nil || len(id) != 32 {
		return false
	}
	data := findClientData(found.clientData)
	if data == nil || data.challenge != base64.RawURLEncoding.EncodeToString(id) {
		return false
	}
	digest := sha256.Sum256(found.clientData)
	return verifyP256(key, slices.Concat(found.authenticatorData, digest[:]), found.signature)
}

func checkAssertion(v assertionVector) string {
	found := findAssertion(unhex(v.Signature))
	if found == nil {
		return "ASSERTION_MALFORMED"
	}
	data := findClientData(found.clientData)
	rpIDHash := sha256.Sum256([]byte(v.RpID))
	switch flags := found.authenticatorData[32]; {
	case data == nil:
		return "ASSERTION_MALFORMED"
	case data.kind != "webauthn.get":
		return "TYPE_WRONG"
	case !slices.Contains(v.Origins, data.origin):
		return "ORIGIN_WRONG"
	case data.crossOrigin:
		return "CROSS_ORIGIN"
	case !bytes.Equal(found.authenticatorData[:32], rpIDHash[:]):
		return "RP_ID_WRONG"
	case flags&1 == 0:
		return "USER_NOT_PRESENT"
	case flags&4 == 0:
		return "USER_NOT_VERIFIED"
	}
	return "ok"
}

func littleEndian(encoded []byte) *big.Int {
	reversed := bytes.Clone(encoded)
	slices.Reverse(reversed)
	return new(big.Int).SetBytes(reversed)
}

func number(decimal string) *big.Int {
	n, _ := new(big.Int).SetString(decimal, 10)
	return n
}

func sub(a, b *big.Int) *big.Int { return new(big.Int).Sub(a, b) }

func unhex(text string) []byte {
	decoded, err := hex.DecodeString(text)
	if err != nil {
		fail(err.Error())
	}
	return decoded
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, why)
	os.Exit(1)
}
