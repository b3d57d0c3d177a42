package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vinhlinh/loa/generator"
	"github.com/vinhlinh/loa/generator/address"
	"github.com/vinhlinh/loa/generator/release"
)

func newBuild(env environment) *cobra.Command {
	var out, at, base, machine string
	var fresh bool
	cmd := &cobra.Command{
		Use:     "build [cờ]",
		Short:   "Dựng bản phát hành vào public/; nội dung có lỗi thì bản đang dùng giữ nguyên",
		Example: "  loa build\n  loa build --at 2023-04-25 --out /srv/loa",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			instant, err := env.instant(at)
			if err != nil {
				return err
			}
			root, err := env.root()
			if err != nil {
				return err
			}
			defer root.Close()
			rooms, err := openStudio(env, root, machine)
			if err != nil {
				return err
			}
			carried, err := newBundler(root)
			if err != nil {
				return err
			}
			in := generator.Input{Root: root.FS(), At: instant, Base: base, CacheDir: cacheDir(root), Sounder: rooms.make, Bundler: carried.write,
				Version: version()}
			dir := out
			if !filepath.IsAbs(dir) {
				dir = filepath.Join(root.Name(), dir)
			}
			output, err := build(cmd.Context(), env, in)
			if err != nil {
				return rooms.doubted(err)
			}
			result, err := publish(env, output, dir, in, fresh)
			if err != nil {
				return rooms.doubted(err)
			}
			terminal{env}.built(output, filepath.Join(out, "current"), result)
			return carried.sweep()
		},
	}
	cmd.Flags().StringVar(&out, "out", "public", "`THU-MUC` để bản phát hành; không ghi thì là public")
	cmd.Flags().StringVar(&at, "at", "", "dựng như vào `NGAY`: 2023-04-25 (hết ngày) hoặc 2023-04-25T07:00:00+07:00")
	cmd.Flags().StringVar(&base, "base", "", "`DIA-CHI` của trang, thay cho dia_chi trong loa.toml")
	machineFlag(cmd, &machine)
	cmd.Flags().BoolVar(&fresh, "fresh", false, "dựng lại mọi tệp, không lấy tệp nào của bản trước")
	return cmd
}

// machineFlag adds the flag for the machine's own file.
func machineFlag(cmd *cobra.Command, name *string) {
	cmd.Flags().StringVar(name, "machine", "", "`TEP` nói máy này làm tiếng bằng chương trình nào; không ghi thì là ~/.config/loa/machine.toml, nếu có")
}

// cacheDir is where tools keep what may be deleted at any time.
func cacheDir(root *os.Root) string {
	dir, err := filepath.Abs(filepath.Join(root.Name(), ".loa", "cache"))
	if err != nil {
		return ""
	}
	return dir
}

// build makes the files and prints the findings; errFindings when nothing may be published.
func build(ctx context.Context, env environment, in generator.Input) (*generator.Output, error) {
	output, found, err := generator.Build(ctx, in)
	if err != nil {
		return nil, err
	}
	bad, err := terminal{env}.findings(found, false, false)
	if err != nil {
		return nil, err
	}
	if bad || output == nil {
		return nil, errFindings
	}
	return output, nil
}

// publish brings the files below dir; change says what it cost, for a person.
func publish(env environment, o *generator.Output, dir string, in generator.Input, fresh bool) (change string, err error) {
	files := make([]release.File, len(o.Files))
	for i, f := range o.Files {
		files[i] = release.File{Path: f.Path, Data: f.Data}
		if f.From != nil {
			files[i].From = &release.Stored{Path: f.From.Path, Size: f.From.Size, SHA256: f.From.SHA256}
		}
	}
	drop := withdrawnSounds(dir, o.Withdrawn)
	result, err := release.Publish(dir, files, release.Options{At: in.At, Now: env.Now(), Fresh: fresh, Drop: drop})
	if err != nil {
		return "", err
	}
	if len(drop) > 0 {
		fmt.Fprintf(env.Err, "Tiếng của bài đã rút không còn trong bản phát hành. Có máy đệm (CDN) thì xóa cả ở đó: /%s\n", strings.Join(drop, ", /"))
	}
	if !result.Changed {
		return " (không có gì đổi)", nil
	}
	return fmt.Sprintf(" (%d tệp mới hoặc đổi, %d tệp giữ nguyên)", result.Written, result.Kept), nil
}

// withdrawnSounds are the sound files of a release that must be gone at once: those of articles that were taken back. A release that
// cannot be read has none; Publish says what is wrong with it.
func withdrawnSounds(dir string, articles []string) (paths []string) {
	if len(articles) == 0 {
		return nil
	}
	seen, err := release.Read(dir)
	if err != nil {
		return nil
	}
	for _, e := range seen.Files {
		for _, id := range articles {
			if strings.HasPrefix(e.Path, address.File(address.Sound(id+"-"))) {
				paths = append(paths, e.Path)
			}
		}
	}
	return paths
}
