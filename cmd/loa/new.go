package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/vinhlinh/loa/generator/article"
	"github.com/vinhlinh/loa/generator/settings"
	"github.com/vinhlinh/loa/generator/viet"
)

func newNew(env environment) *cobra.Command {
	return &cobra.Command{
		Use:     "new TIÊU-ĐỀ",
		Short:   "Tạo một bài mới với mã bài và phần đầu đầy đủ",
		Example: `  loa new "Thấy dây rơi trên đường, đứng xa và báo ngay"`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage{command: commandOf(cmd), words: "cần đúng một tiêu đề, đặt trong ngoặc kép"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return createArticle(env, args[0]) },
	}
}

// createArticle writes content/bai-viet/<slug>/index.md. An article that is there already is never touched.
func createArticle(env environment, title string) error {
	slug := viet.Slug(title, 60)
	if !article.ValidFolder(slug) {
		return usage{command: "new ", words: "tiêu đề phải có ít nhất ba chữ cái, và không là tên mà Windows giữ riêng như con, nul"}
	}
	if !utf8.ValidString(title) || strings.ContainsFunc(title, unprintable) {
		return usage{command: "new ", words: "tiêu đề có ký tự không đọc được; gõ lại tiêu đề"}
	}
	root, err := env.root()
	if err != nil {
		return err
	}
	defer root.Close()
	id, err := newID(env.Random)
	if err != nil {
		return err
	}
	folder := path.Join("content", "bai-viet", slug)
	if err := root.MkdirAll(path.Dir(folder), 0o777); err != nil {
		return fmt.Errorf("create %s: %w", folder, err)
	}
	if err := root.Mkdir(folder, 0o777); errors.Is(err, fs.ErrExist) {
		fmt.Fprintf(env.Err, "loa: thư mục %s đã có; đổi tiêu đề, hoặc sửa bài đang có\n", folder)
		return errFindings
	} else if err != nil {
		return fmt.Errorf("create %s: %w", folder, err)
	}
	name := path.Join(folder, "index.md")
	text := article.Skeleton(id, title, topicsOf(root.FS()), authorOf(root.FS()), env.Now())
	if err := writeNew(root, name, text); err != nil {
		return errors.Join(err, root.RemoveAll(folder)) // ours since a moment ago: nothing half written stays
	}
	fmt.Fprintf(env.Out, "%s\n", name)
	return nil
}

// unprintable says whether a sign is one of control or of format, which nobody types on purpose.
func unprintable(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }

func writeNew(root *os.Root, name, text string) error {
	file, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return fmt.Errorf("create %s: %w", name, err)
	}
	_, err = io.WriteString(file, text)
	return errors.Join(err, file.Close())
}

// newID draws an id: 40 random bits, 5 a sign.
func newID(random io.Reader) (string, error) {
	var bits [article.IDLength]byte
	if _, err := io.ReadFull(random, bits[:]); err != nil {
		return "", fmt.Errorf("read randomness: %w", err)
	}
	for i := range bits {
		bits[i] = article.Alphabet[int(bits[i])%len(article.Alphabet)]
	}
	return string(bits[:]), nil
}

// authorOf is the publisher's name as far as the settings can be read. loa check says what is wrong with them.
func authorOf(fsys fs.FS) string {
	s, _, err := settings.Load(fsys)
	if err != nil {
		return ""
	}
	return s.Publisher.Name
}

// topicsOf are the topics that a writer may choose from: the folders of content/chu-de.
func topicsOf(fsys fs.FS) (topics []string) {
	entries, err := fs.ReadDir(fsys, "content/chu-de")
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if e.IsDir() && viet.ValidSlug(e.Name()) {
			topics = append(topics, e.Name())
		}
	}
	return topics
}
