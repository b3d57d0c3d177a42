package site

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/spf13/afero"
)

var plainTheme = fstest.MapFS{"layouts/page.html": {Data: []byte("{{ .Content }}{{ now }}")}}

func plainInput() Input {
	return Input{Theme: plainTheme, Base: "https://loa.example/", Title: "Loa", At: time.Unix(1681966800, 0)}
}

func plainSource(t *testing.T) afero.Fs {
	t.Helper()
	theme, err := readTheme(plainTheme)
	if err != nil {
		t.Fatal(err)
	}
	src, err := source(plainInput(), theme, nil)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// openers are attempts to loosen a setting: as a variable of the environment, and the key that must be found open.
var openers = []struct{ variable, key string }{
	{"HUGO_SECURITY_ENABLEINLINESHORTCODES=true", "security"},
	{"HUGO_ENABLEINLINESHORTCODES=true", "security"},
	{"HUGO_SECURITY_ALLOWCONTENT=.*", "security"},
	{"HUGO_SECURITY_EXEC_ALLOW=.*", "security"},
	{"HUGO_SECURITY_EXEC_OSENV=.*", "security"},
	{"HUGO_SECURITY_FUNCS_GETENV=.*", "security"},
	{"HUGO_SECURITY_HTTP_URLS=.*", "security"},
	{"HUGO_SECURITY_HTTP_METHODS=.*", "security"},
	{"HUGO_SECURITY_HTTP_MEDIATYPES=.*", "security"},
	{"HUGO_SECURITY_NODE_PERMISSIONS_DISABLE=true", "security"},
	{"HUGO_SECURITY_NODE_PERMISSIONS_ALLOWREAD=.", "security"},
	{"HUGO_SECURITY_NODE_PERMISSIONS_ALLOWWRITE=.", "security"},
	{"HUGO_SECURITY_NODE_PERMISSIONS_ALLOWADDONS=x", "security"},
	{"HUGO_SECURITY_NODE_PERMISSIONS_ALLOWWORKER=x", "security"},
	{"HUGO_SECURITY_NODE_PERMISSIONS_ALLOWCHILDPROCESS=x", "security"},
	{"HUGO_MARKUP_DEFAULTMARKDOWNHANDLER=org", "markup.defaultMarkdownHandler"},
	{"HUGO_MARKUP_GOLDMARK_RENDERER_UNSAFE=true", "markup.goldmark.renderer"},
	{"HUGO_MARKUP_GOLDMARK_RENDERER_HARDWRAPS=true", "markup.goldmark.renderer"},
	{"HUGO_MARKUP_GOLDMARK_PARSER_ATTRIBUTE_TITLE=true", "markup.goldmark.parser.attribute"},
	{"HUGO_MARKUP_GOLDMARK_PARSER_ATTRIBUTE_BLOCK=true", "markup.goldmark.parser.attribute"},
	{"HUGO_MARKUP_GOLDMARK_EXTENSIONS_LINKIFY=true", "markup.goldmark.extensions"},
	{"HUGO_MARKUP_GOLDMARK_EXTENSIONS_TASKLIST=true", "markup.goldmark.extensions"},
	{"HUGO_MARKUP_GOLDMARK_EXTENSIONS_PASSTHROUGH_ENABLE=true", "markup.goldmark.extensions"},
	{"HUGO_MARKUP_HIGHLIGHT_CODEFENCES=true", "markup.highlight"},
	{"HUGO_IGNORELOGS=warning-goldmark-raw-html", "ignoreLogs"},
	{"HUGO_ENABLEGITINFO=true", "enableGitInfo"},
}

// TestLockNoticesEachOpenSetting opens one setting after the other as Hugo would if it were given the environment.
func TestLockNoticesEachOpenSetting(t *testing.T) {
	in := plainInput()
	for _, o := range openers {
		t.Run(o.variable, func(t *testing.T) {
			var said journal
			d := descriptor(in, plainSource(t), said.logger())
			d.Environ = []string{o.variable}
			if _, err := load(in, d); err == nil || !strings.Contains(err.Error(), "setting "+o.key+" ") {
				t.Errorf("got %v, want an error about %s", err, o.key)
			}
		})
	}
}

func TestLockRefusesAFileOfSettings(t *testing.T) {
	in := plainInput()
	var said journal
	for _, name := range []string{"/w/hugo.toml", "/w/config.toml", "/hugo.toml"} {
		src := plainSource(t)
		if err := afero.WriteFile(src, name, []byte("[params]\nx = 1\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		d := descriptor(in, src, said.logger())
		if _, err := load(in, d); err != nil {
			t.Errorf("%s beside our settings: %v", name, err)
		}
		d.Filename = name
		if _, err := load(in, d); err == nil || !strings.Contains(err.Error(), "settings were read") {
			t.Errorf("%s read: got %v, want a refusal", name, err)
		}
	}
}

// Hugo takes no variable of the environment when it finds itself in a test (an argument that begins with "-test"), so what holds in a
// test proves nothing: the test binary runs again without arguments and prints what it renders.
const child = "LOA_SITE_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(child) == "" {
		os.Exit(m.Run())
	}
	for _, body := range []string{"# a {.b}\n\n- [ ] www.example.org\n\n`{{ x }}`\n", "<b>x</b>\n"} {
		in := plainInput()
		in.Theme = fstest.MapFS{"layouts/page.html": plainTheme["layouts/page.html"], "hugo.toml": {Data: []byte(planted)}, "config.toml": {Data: []byte(planted)}}
		files, found, err := Render(context.Background(), in, []Page{{Address: "/a/", Body: body}})
		for _, f := range files {
			fmt.Printf("%s\n%s\n", f.Path, f.Data)
		}
		for _, d := range found {
			fmt.Println(d.Message)
		}
		if err != nil {
			fmt.Println(err)
		}
	}
}

// planted are settings that would show in what the child prints, and would let things in.
const planted = `
enableInlineShortcodes = true
ignoreLogs = ["warning-goldmark-raw-html"]
timeZone = "America/New_York"
[security]
enableInlineShortcodes = true
[security.exec]
allow = [".*"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
title = true
[markup.goldmark.extensions]
linkify = true
taskList = true
`

// TestNothingOutsideReachesHugo plants settings in the working directory, in the theme and in the environment, and lets the machine stand in
// another zone: not one byte changes.
func TestNothingOutsideReachesHugo(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	run := func(dir string, env ...string) string {
		t.Helper()
		c := exec.CommandContext(t.Context(), self)
		c.Dir, c.Env = dir, append(env, child+"=1", "HOME="+t.TempDir())
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return string(out)
	}
	want := run(t.TempDir(), "TZ=Asia/Ho_Chi_Minh")
	for _, s := range []string{"<li>[ ] www.example.org</li>", "a {.b}</h1>", "12:00:00 &#43;0700", "mã HTML"} {
		if !strings.Contains(want, s) {
			t.Errorf("the plain run lacks %q:\n%s", s, want)
		}
	}
	dir := t.TempDir()
	for _, name := range []string{"hugo.toml", "config.toml", "khong-doc.toml", "themes/loa/hugo.toml", "config/_default/hugo.toml"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(planted), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	env := []string{"TZ=America/New_York", "HUGO_TIMEZONE=America/New_York", "HUGO_ENVIRONMENT=development", "HUGO_THEME=x"}
	for _, o := range openers {
		env = append(env, o.variable)
	}
	if got := run(dir, env...); got != want {
		t.Errorf("with files and variables that try to loosen settings:\n%s\nwithout:\n%s", got, want)
	}
}
