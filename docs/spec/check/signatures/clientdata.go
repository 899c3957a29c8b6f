package main

import (
	"encoding/json"
	"regexp"
	"strings"
)

type clientData struct {
	kind, challenge, origin string
	crossOrigin             bool
}

var (
	stringToken = regexp.MustCompile(`^ *"(?:[^"\\]|\\["\\/])*"`)
	scalarToken = regexp.MustCompile(`^ *(?:true|false|null|-?(?:0|[1-9][0-9]{0,14}))`)
)

// findClientData checks the narrow grammar by cutting tokens off the front, and takes values with encoding/json.
func findClientData(text []byte) *clientData {
	for _, b := range text {
		if b < 0x20 || b > 0x7e {
			return nil
		}
	}
	rest, members, ok := cutObject(string(text), 1)
	if !ok || strings.Trim(rest, " ") != "" {
		return nil
	}
	kind, hasKind := members["type"].(string)
	challenge, hasChallenge := members["challenge"].(string)
	origin, hasOrigin := members["origin"].(string)
	cross, isBool := members["crossOrigin"].(bool)
	if _, given := members["crossOrigin"]; given && !isBool {
		return nil
	}
	if !hasKind || !hasChallenge || !hasOrigin {
		return nil
	}
	return &clientData{kind, challenge, origin, cross}
}

func cutObject(text string, depth int) (rest string, members map[string]any, ok bool) {
	rest, ok = cut(text, "{")
	if !ok || depth > 2 {
		return rest, nil, false
	}
	members = map[string]any{}
	if after, empty := cut(rest, "}"); empty {
		return after, members, true
	}
	for {
		var key, value any
		if rest, key, ok = cutToken(rest, stringToken); !ok {
			return rest, nil, false
		}
		if _, twice := members[key.(string)]; twice {
			return rest, nil, false
		}
		if rest, ok = cut(rest, ":"); !ok {
			return rest, nil, false
		}
		if rest, value, ok = cutValue(rest, depth); !ok {
			return rest, nil, false
		}
		members[key.(string)] = value
		if after, more := cut(rest, ","); more {
			rest = after
			continue
		}
		rest, ok = cut(rest, "}")
		return rest, members, ok
	}
}

func cutValue(text string, depth int) (rest string, value any, ok bool) {
	if rest, value, ok = cutToken(text, stringToken); ok {
		return rest, value, true
	}
	if rest, value, ok = cutToken(text, scalarToken); ok {
		return rest, value, true
	}
	return cutObject(text, depth+1)
}

func cutToken(text string, token *regexp.Regexp) (rest string, value any, ok bool) {
	found := token.FindString(text)
	if found == "" || json.Unmarshal([]byte(found), &value) != nil {
		return text, nil, false
	}
	return text[len(found):], value, true
}

func cut(text, token string) (string, bool) {
	return strings.CutPrefix(strings.TrimLeft(text, " "), token)
}
