package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/diagnostic"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/speech"
)

func newRead(env environment) *cobra.Command {
	var lines bool
	cmd := &cobra.Command{
		Use:     "read TỆP… | --lines",
		Short:   "In lời đọc của bài; hoặc đọc từng dòng chữ gõ vào",
		Example: "  loa read content/bai-viet/day-roi/index.md\n  echo \"Từ 7h30 ngày 28/4\" | loa read --lines",
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case lines && len(args) > 0:
				return usage{command: commandOf(cmd), words: "--lines đọc từ đầu vào chuẩn, không nhận tên tệp: " + args[0]}
			case !lines && len(args) == 0:
				return usage{command: commandOf(cmd), words: "cần tên tệp của bài, hoặc --lines để đọc từ đầu vào chuẩn"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root, err := env.root()
			if err != nil {
				return err
			}
			defer root.Close()
			if lines {
				return readLines(cmd.Context(), env, root.FS())
			}
			return readFiles(env, root, args)
		},
	}
	cmd.Flags().BoolVar(&lines, "lines", false, "đọc từng dòng của đầu vào chuẩn, in đúng một dòng lời đọc cho mỗi dòng")
	return cmd
}

// readLines reads standard input line by line with the lexicon and the region of the checkout. Mistakes in the settings are said first.
func readLines(ctx context.Context, env environment, fsys fs.FS) error {
	s, found, err := settings.Load(fsys)
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	composer, more := speech.New(s)
	if found = append(found, more...); len(found) > 0 {
		if _, err := (terminal{env}).findings(found, false, false); err != nil {
			return err
		}
	}
	return speakLines(ctx, composer.Reader(), env.In, env.Out, env.Err)
}

// readFiles prints the scripts of articles and documents, and what is to be found in them. Findings elsewhere are not its business:
// "loa check" tells them.
func readFiles(env environment, root *os.Root, names []string) error {
	content, found, err := generator.Check(generator.Input{Root: root.FS()})
	if err != nil {
		return err
	}
	var bag diagnostic.Bag
	for i, name := range names {
		folder, err := folderOf(env.Dir, root.Name(), name)
		if err != nil {
			return err
		}
		script, own := scriptOf(content, folder)
		own = append(own, foundIn(found, folder)...)
		if script == nil && len(own) == 0 {
			return usage{command: "read ", words: fmt.Sprintf("%s không phải bài viết hay văn bản trong content/; chữ ở nơi khác thì đọc bằng: loa read --lines < %s", name, name)}
		}
		bag.Add(own...)
		if len(names) > 1 {
			if i > 0 {
				fmt.Fprintln(env.Out)
			}
			fmt.Fprintf(env.Out, "==> %s <==\n", name)
		}
		if script != nil {
			if _, err := env.Out.Write(speech.Text(script)); err != nil {
				return err
			}
		}
	}
	_, err = terminal{env}.findings(bag.Sorted(), false, false)
	return err
}

// folderOf gives the folder below the checkout that a person means by the name of its index.md or its own.
func folderOf(dir, checkout, name string) (string, error) {
	full := name
	if !filepath.IsAbs(full) {
		full = filepath.Join(dir, name)
	}
	info, err := os.Stat(full)
	if err != nil {
		return "", usage{command: "read ", words: "không mở được " + name}
	}
	below, err := filepath.Rel(checkout, full)
	if err != nil || !filepath.IsLocal(below) {
		return "", usage{command: "read ", words: name + " nằm ngoài kho bài này"}
	}
	folder := filepath.ToSlash(below)
	if !info.IsDir() {
		folder = path.Dir(folder)
	}
	return folder, nil
}

// scriptOf gives the words of the article or the document in a folder, nil for neither. The findings are those of a document, which
// no check tells.
func scriptOf(content generator.Content, folder string) (*speech.Script, []diagnostic.Diagnostic) {
	for _, a := range content.Set.Articles {
		if a.Folder == folder {
			return content.Scripts[a.ID], nil
		}
	}
	for _, d := range content.Set.Documents {
		if d.Folder == folder {
			composer, _ := speech.New(content.Set.Settings) // what is wrong with the lexicon is among the findings of the content
			return composer.Document(d)
		}
	}
	return nil, nil
}

// foundIn gives the findings about the files of a folder.
func foundIn(found []diagnostic.Diagnostic, folder string) []diagnostic.Diagnostic {
	return slices.DeleteFunc(slices.Clone(found), func(d diagnostic.Diagnostic) bool {
		return d.Source == nil || !strings.HasPrefix(d.Source.Path, folder+"/")
	})
}
