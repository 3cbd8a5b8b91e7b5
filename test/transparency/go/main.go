// Command peer answers, one JSON line for one JSON line, with the transparency log of Go (golang.org/x/mod/sumdb).
package main

import (
	"bufio"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// Request is any of the questions; each uses the fields it needs.
type Request struct {
	Op      string
	Size    int64
	Old     int64
	Index   int64
	Root    tlog.Hash
	OldRoot tlog.Hash
	Leaf    tlog.Hash
	Proof   []tlog.Hash
	Path    string
	Tiles   map[string][]byte
	Note    string
	Keys    []string
	Name    string
}

// Answer holds what was asked for.
type Answer struct {
	OK      bool        `json:"ok"`
	Error   string      `json:"error,omitempty"`
	Root    *tlog.Hash  `json:"root,omitempty"`
	Record  []tlog.Hash `json:"record,omitempty"`
	Tree    []tlog.Hash `json:"tree,omitempty"`
	Data    []byte      `json:"data,omitempty"`
	Paths   []string    `json:"paths,omitempty"`
	Note    string      `json:"note,omitempty"`
	Text    string      `json:"text,omitempty"`
	Key     string      `json:"key,omitempty"`
	Signers []string    `json:"signers,omitempty"`
}

// stored are the hashes of the tree of "entry 0", "entry 1", … in Go's own order.
var stored []tlog.Hash

var own = tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, x := range indexes {
		hashes[i] = stored[x]
	}
	return hashes, nil
})

// given reads tiles that were sent along; SaveTiles is called only after they were found to be true.
type given map[string][]byte

func (g given) Height() int                         { return height }
func (g given) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (g given) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		found, ok := g[publicPath(tile)]
		if !ok {
			return nil, fmt.Errorf("no tile %s", publicPath(tile))
		}
		data[i] = found
	}
	return data, nil
}

// publicPath is the path of C2SP tlog-tiles, which leaves the height out.
func publicPath(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1)
}

func grow(size int64) error {
	for i := int64(0); i < size; i++ {
		hashes, err := tlog.StoredHashes(i, []byte(fmt.Sprintf("entry %d", i)), own)
		if err != nil {
			return err
		}
		stored = append(stored, hashes...)
	}
	return nil
}

func prove(r Request) (a Answer, err error) {
	root, err := tlog.TreeHash(r.Size, own)
	if err != nil {
		return a, err
	}
	if a.Record, err = tlog.ProveRecord(r.Size, r.Index, own); err != nil {
		return a, err
	}
	a.Root = &root
	a.Tree, err = tlog.ProveTree(r.Size, r.Old, own)
	return a, err
}

func tile(r Request) (a Answer, err error) {
	t, err := tlog.ParseTilePath(strings.Replace(r.Path, "tile/", fmt.Sprintf("tile/%d/", height), 1))
	if err != nil {
		return a, err
	}
	a.Data, err = tlog.ReadTileData(t, own)
	return a, err
}

func read(r Request) (a Answer, err error) {
	reader := tlog.TileHashReader(tlog.Tree{N: r.Size, Hash: r.Root}, given(r.Tiles))
	if a.Record, err = tlog.ProveRecord(r.Size, r.Index, reader); err != nil {
		return a, err
	}
	// Older versions do not hold every tile that they read against the root; the proof made of them is, here.
	return a, tlog.CheckRecord(a.Record, r.Size, r.Root, r.Index, r.Leaf)
}

func open(r Request) (a Answer, err error) {
	var known []note.Verifier
	for _, key := range r.Keys {
		verifier, err := note.NewVerifier(key)
		if err != nil {
			return a, err
		}
		known = append(known, verifier)
	}
	n, err := note.Open([]byte(r.Note), note.VerifierList(known...))
	if err != nil {
		return a, err
	}
	a.Text = n.Text
	for _, sig := range n.Sigs {
		a.Signers = append(a.Signers, sig.Name)
	}
	return a, nil
}

func sign(r Request) (a Answer, err error) {
	skey, vkey, err := note.GenerateKey(rand.Reader, r.Name)
	if err != nil {
		return a, err
	}
	signer, err := note.NewSigner(skey)
	if err != nil {
		return a, err
	}
	message, err := note.Sign(&note.Note{Text: r.Note}, signer)
	return Answer{Note: string(message), Key: vkey}, err
}

func answer(r Request) (a Answer, err error) {
	switch r.Op {
	case "grow":
		return a, grow(r.Size)
	case "prove":
		return prove(r)
	case "inclusion":
		return a, tlog.CheckRecord(r.Proof, r.Size, r.Root, r.Index, r.Leaf)
	case "consistency":
		return a, tlog.CheckTree(r.Proof, r.Size, r.Root, r.Old, r.OldRoot)
	case "tile":
		return tile(r)
	case "newTiles":
		for _, t := range tlog.NewTiles(height, r.Old, r.Size) {
			a.Paths = append(a.Paths, publicPath(t))
		}
		return a, nil
	case "read":
		return read(r)
	case "open":
		return open(r)
	case "sign":
		return sign(r)
	}
	return a, fmt.Errorf("unknown question %q", r.Op)
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	decoder, encoder := json.NewDecoder(in), json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for decoder.More() {
		var r Request
		if err := decoder.Decode(&r); err != nil {
			log.Fatal(err)
		}
		a, err := answer(r)
		if a.OK = err == nil; err != nil {
			a.Error = err.Error()
		}
		if err := encoder.Encode(a); err != nil {
			log.Fatal(err)
		}
	}
}
