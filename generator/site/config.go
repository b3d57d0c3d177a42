package site

import (
	"fmt"
	"path/filepath"
	_ "time/tzdata" // Hugo loads its zone by name; a bare server has no table of zones

	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/config/security"
	"github.com/gohugoio/hugo/markup/goldmark/goldmark_config"
	"github.com/spf13/afero"
)

// Directories as Hugo sees them: root of the source, root of the output, and caches when none is given. The last cannot be made on a
// disk: what Hugo compiles for itself (WASM) it keeps there by the real path, and a build without a cache directory writes nothing.
const (
	workDir     = "/w"
	publishDir  = "/pub"
	memoryCache = "/dev/null/loa"
)

// table is a group of settings. Hugo folds the case of its keys; in its own hmaps.Params it takes them for folded already, and a key
// "hardWraps" of ours and a "hardwraps" from elsewhere would stand side by side, with chance deciding.
type table = map[string]any

// hugoSettings are all of Hugo's settings, made in code. A new provider each time: Hugo changes the maps it is given.
func hugoSettings(in Input) config.Provider {
	c := config.New()
	none := []string{"none"}
	off := table{"enable": false}
	for k, v := range map[string]any{
		"workingDir": workDir, "publishDir": publishDir,
		"cacheDir": in.cacheDir(), "resourceDir": filepath.Join(in.cacheDir(), "resources"),
		"baseURL": in.Base, "title": in.Title,
		"defaultContentLanguage": "vi", "locale": "vi-VN", "timeZone": "Asia/Ho_Chi_Minh",
		"languages": table{"vi": table{"locale": "vi-VN", "label": "Tiếng Việt", "weight": 1}},
		// Every page is one of ours; what is published is loa's choice.
		"disableKinds": []string{"home", "section", "taxonomy", "term", "rss", "sitemap", "404"},
		"outputs":      table{"page": []string{"html"}},
		"buildDrafts":  true, "buildFuture": true, "buildExpired": true,
		// No git, no file times, no clock of the machine: reproducible.
		"enableGitInfo": false, "noTimes": true, "noBuildLock": true,
		"frontmatter": table{"date": []string{"date"}, "publishDate": []string{"publishDate", "date"},
			"lastmod": []string{"lastmod", "date"}, "expiryDate": []string{"expiryDate"}},
		"disableLiveReload": true, "disableHugoGeneratorInject": true,
		"pluralizeListTitles": false, "capitalizeListTitles": false,
		// Everything doubtful is said, and batch.go takes it for an error.
		"printPathWarnings": true, "printI18nWarnings": true, "refLinksErrorLevel": "ERROR",
		"timeout": "30s", // a page's content; it does not bound a template
		"privacy": table{"youtube": table{"disable": true}, "vimeo": table{"disable": true},
			"x": table{"disable": true}, "instagram": table{"disable": true}},
		"security": table{
			"enableInlineShortcodes": false,
			"allowContent":           []string{"^text/markdown$"},
			"exec":                   table{"allow": none, "osEnv": none},
			"funcs":                  table{"getenv": none},
			"http":                   table{"urls": none, "methods": none, "mediaTypes": none},
			"node": table{"permissions": table{"disable": false, "allowRead": []string{},
				"allowWrite": []string{}, "allowAddons": []string{}, "allowWorker": []string{}, "allowChildProcess": []string{}}}},
		"markup": table{"defaultMarkdownHandler": "goldmark",
			"highlight": table{"codeFences": false, "guessSyntax": false}, // colours of code would be inline styles
			"goldmark": table{
				"renderer": table{"unsafe": false, "hardWraps": false, "xhtml": false},
				"parser": table{"attribute": table{"title": false, "block": false},
					"autoHeadingID": true, // they lose Đ: the heading hook shows those of viet and takes only the number of a repeated one
					"autoIDType":    "github-ascii", "autoDefinitionTermID": false, "wrapStandAloneImageWithinParagraph": false},
				"renderHooks": table{"image": table{"useEmbedded": "never"}, "link": table{"useEmbedded": "never"}},
				// The same extensions as article: tables and nothing else.
				"extensions": table{"table": true, "linkify": false, "strikethrough": false, "taskList": false,
					"definitionList": false, "footnote": off, "passthrough": off, "cjk": off,
					"typographer": table{"disable": true},
					"extras":      table{"delete": off, "insert": off, "mark": off, "subscript": off, "superscript": off}}}},
		// The theme's folders are mounted one by one: as a theme it could bring settings of its own.
		"module": table{"proxy": "off", "mounts": []table{
			{"source": "content", "target": "content"},
			{"source": "themes/loa/layouts", "target": "layouts"},
			{"source": "themes/loa/assets", "target": "assets"}}},
	} {
		c.Set(k, v)
	}
	return c
}

func (in Input) cacheDir() string {
	if in.CacheDir == "" {
		return memoryCache
	}
	return filepath.Clean(in.CacheDir)
}

// descriptor says where Hugo takes its settings from: from flags alone.
func descriptor(in Input, src afero.Fs, log loggers.Logger) allconfig.ConfigSourceDescriptor {
	return allconfig.ConfigSourceDescriptor{
		Fs: src, Flags: hugoSettings(in), Logger: log, Environment: "production", SkipNpmCheck: true,
		Filename: "khong-doc.toml",  // absent: an empty name would let Hugo try hugo.toml and its kin
		Environ:  []string{"LOA=1"}, // none would let Hugo read HUGO_* of the process, which stand above flags
	}
}

// load makes Hugo's configuration and refuses one that is not locked.
func load(in Input, d allconfig.ConfigSourceDescriptor) (*allconfig.Configs, error) {
	conf, err := allconfig.LoadConfig(d)
	if err != nil {
		return nil, err
	}
	if len(conf.LoadingInfo.ConfigFiles) > 0 {
		return nil, fmt.Errorf("settings were read from %q", conf.LoadingInfo.ConfigFiles)
	}
	if err := locked(in, conf.Base); err != nil {
		return nil, err
	}
	return conf, nil
}

// locked compares what Hugo made of the settings with what we asked for, wherever more could be let in or out.
func locked(in Input, conf *allconfig.Config) error {
	want, err := security.DecodeConfig(hugoSettings(in))
	if err != nil {
		return err
	}
	mark := conf.Markup.Goldmark
	for _, lock := range []struct {
		key    string
		closed bool
	}{
		{"security", conf.Security.ToTOML() == want.ToTOML()}, // all keys of it, those of a later Hugo too
		{"security.enableInlineShortcodes", !conf.Security.EnableInlineShortcodes},
		{"security.exec.allow", !conf.Security.Exec.Allow.Accept("git")},
		{"security.exec.osEnv", !conf.Security.Exec.OsEnv.Accept("PATH")},
		{"security.funcs.getenv", !conf.Security.Funcs.Getenv.Accept("HUGO_X")},
		{"security.http.urls", !conf.Security.HTTP.URLs.Accept("https://example.org/")},
		{"security.http.methods", !conf.Security.HTTP.Methods.Accept("GET")},
		{"security.allowContent", !conf.Security.AllowContent.Accept("text/html")},
		{"markup.defaultMarkdownHandler", conf.Markup.DefaultMarkdownHandler == "goldmark"},
		{"markup.goldmark.renderer", mark.Renderer == goldmark_config.Renderer{}},
		{"markup.goldmark.parser.attribute", mark.Parser.Attribute == goldmark_config.ParserAttribute{}},
		{"markup.goldmark.extensions", onlyTables(mark.Extensions)},
		{"markup.highlight", !conf.Markup.Highlight.CodeFences},
		{"ignoreLogs", len(conf.IgnoreLogs) == 0},
		{"enableGitInfo", !conf.EnableGitInfo},
	} {
		if !lock.closed {
			return fmt.Errorf("setting %s is not what loa asks for", lock.key)
		}
	}
	return nil
}

// onlyTables says that a body is CommonMark with tables, as article parses it.
func onlyTables(e goldmark_config.Extensions) bool {
	return e.Table && e.Typographer.Disable && !e.Linkify && !e.Strikethrough && !e.TaskList && !e.DefinitionList &&
		!e.Footnote.Enable && !e.Passthrough.Enable && !e.CJK.Enable && e.Extras == goldmark_config.Extras{}
}
