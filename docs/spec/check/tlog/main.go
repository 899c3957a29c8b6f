// Command tlog checks a folder that Mingbai's log made, with Go's own packages for signed notes and transparency logs
// and nothing of ours: the checkpoint's signature, the tiles, one inclusion proof and one consistency proof.
//
//	tlog FOLDER
//
// The folder holds: vkey (verifier key of the log), checkpoint (signed note), tile/… (C2SP tlog-tiles),
// inclusion (".tlog-proof"), leaf (the raw leaf of that proof), consistency (first line the old size, second its
// root, then one hash a line, all base64). It prints "ok" and ends with 0, or says what is wrong and ends with 1.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

type head struct {
	size int64
	root tlog.Hash
}

func main() {
	if len(os.Args) != 2 {
		fail(errors.New("usage: tlog FOLDER"))
	}
	if err := check(os.Args[1]); err != nil {
		fail(err)
	}
	fmt.Println("ok")
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func check(folder string) error {
	vkey, err := read(folder, "vkey")
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(vkey))
	if err != nil {
		return fmt.Errorf("vkey: %w", err)
	}
	text, err := read(folder, "checkpoint")
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(text, verifier)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	if err := checkTiles(folder, tree); err != nil {
		return fmt.Errorf("tiles: %w", err)
	}
	if err := checkInclusion(folder, verifier); err != nil {
		return fmt.Errorf("inclusion: %w", err)
	}
	if err := checkConsistency(folder, tree); err != nil {
		return fmt.Errorf("consistency: %w", err)
	}
	return nil
}

func read(folder, name string) (string, error) {
	bytes, err := os.ReadFile(filepath.Join(folder, name))
	return string(bytes), err
}

func openCheckpoint(text string, verifier note.Verifier) (head, error) {
	opened, err := note.Open([]byte(text), note.VerifierList(verifier))
	if err != nil {
		return head{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return head{}, errors.New("not three lines that begin with the log's name")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] {
		return head{}, errors.New("not a size")
	}
	root, err := tlog.ParseHash(lines[2])
	return head{size, root}, err
}

// tileFolder reads tiles from disk in C2SP's spelling of paths, which has neither height nor "data".
type tileFolder string

func (folder tileFolder) Height() int { return tileHeight }

func (folder tileFolder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(folder), path))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func (folder tileFolder) SaveTiles([]tlog.Tile, [][]byte) {}

// checkTiles reads the hash of every leaf through tiles; the reader authenticates each tile against the root.
// The entry bundles must hold leaves with these hashes.
func checkTiles(folder string, tree head) error {
	reader := tlog.TileHashReader(tlog.Tree{N: tree.size, Hash: tree.root}, tileFolder(folder))
	for start := int64(0); start < tree.size; start += 1 << tileHeight {
		end := min(start+1<<tileHeight, tree.size)
		var indexes []int64
		for n := start; n < end; n++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, n))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		if err := checkEntries(folder, tlog.Tile{H: tileHeight, L: -1, N: start >> tileHeight, W: int(end - start)}, hashes); err != nil {
			return err
		}
	}
	return nil
}

func checkEntries(folder string, tile tlog.Tile, hashes []tlog.Hash) error {
	path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/data/", tileHeight), "tile/entries/", 1)
	bundle, err := os.ReadFile(filepath.Join(folder, path))
	if err != nil {
		return err
	}
	for _, hash := range hashes {
		if len(bundle) < 2 {
			return errors.New("a bundle of entries is cut")
		}
		length := int(bundle[0])<<8 | int(bundle[1])
		if len(bundle) < 2+length || tlog.RecordHash(bundle[2:2+length]) != hash {
			return errors.New("an entry differs from its leaf")
		}
		bundle = bundle[2+length:]
	}
	if len(bundle) != 0 {
		return errors.New("a bundle holds more than its entries")
	}
	return nil
}

func checkInclusion(folder string, verifier note.Verifier) error {
	text, err := read(folder, "inclusion")
	if err != nil {
		return err
	}
	leaf, err := read(folder, "leaf")
	if err != nil {
		return err
	}
	top, checkpoint, found := strings.Cut(text, "\n\n")
	lines := strings.Split(top, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a proof")
	}
	lines = lines[1:]
	if strings.HasPrefix(lines[0], "extra ") {
		if _, err := base64.StdEncoding.Strict().DecodeString(lines[0][len("extra "):]); err != nil {
			return err
		}
		lines = lines[1:]
	}
	var index int64
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("no index")
	}
	if index, err = strconv.ParseInt(lines[0][len("index "):], 10, 64); err != nil {
		return err
	}
	proof, err := parseHashes(lines[1:])
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(checkpoint, verifier)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.size, tree.root, index, tlog.RecordHash([]byte(leaf)))
}

func checkConsistency(folder string, tree head) error {
	text, err := read(folder, "consistency")
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) < 2 {
		return errors.New("no old size and root")
	}
	size, err := strconv.ParseInt(lines[0], 10, 64)
	if err != nil {
		return err
	}
	hashes, err := parseHashes(lines[1:])
	if err != nil {
		return err
	}
	return tlog.CheckTree(hashes[1:], tree.size, tree.root, size, hashes[0])
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		if hash.String() != line {
			return nil, errors.New("a hash is not spelled canonically")
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
