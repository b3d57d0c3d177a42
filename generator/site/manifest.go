package site

import (
	"encoding/json"

	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/settings"
)

// Colours of 00-tokens.css that browsers show around the site: --chinh, which is the same in light and dark, and --nen.
const (
	themeColour = "#0b4f4c"
	background  = "#fbfaf5"
)

// The sign as PNG, files of the theme's static/: with round corners for a screen, to the edge for systems that cut its corners.
const (
	iconSmall = "/icon-192.png"
	iconLarge = "/icon-512.png"
	iconFull  = "/icon-512-full.png"
)

type manifestIcon struct {
	Address string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

// WebManifest tells a phone what to write below the sign when a reader puts the site on the home screen (W3C Web Application
// Manifest). It opens with the buttons to go back and to load again.
func WebManifest(s settings.Site) File {
	data, err := json.MarshalIndent(struct {
		Name        string         `json:"name"`
		Short       string         `json:"short_name"`
		Description string         `json:"description,omitempty"`
		Language    string         `json:"lang"`
		Start       string         `json:"start_url"`
		Scope       string         `json:"scope"`
		Display     string         `json:"display"`
		Theme       string         `json:"theme_color"`
		Background  string         `json:"background_color"`
		Icons       []manifestIcon `json:"icons"`
	}{s.Name, s.Name, s.Description, "vi", address.Home, address.Home, "minimal-ui", themeColour, background, []manifestIcon{
		{"/favicon.svg", "any", "image/svg+xml", ""},
		{iconSmall, "192x192", "image/png", ""},
		{iconLarge, "512x512", "image/png", ""},
		{iconFull, "512x512", "image/png", "maskable"},
	}}, "", " ")
	if err != nil {
		panic("site: strings have a JSON form: " + err.Error())
	}
	return File{Path: address.File(address.Manifest), Data: append(data, '\n')}
}
