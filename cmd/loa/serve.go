package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/vinhlinh/loa/generator/release"
	"github.com/vinhlinh/loa/generator/server"
	"github.com/vinhlinh/loa/generator/watch"
)

// calm is how long the content must be at rest before it is built again: longer than an editor takes to save, shorter than a person
// takes to reach the browser.
const calm = 150 * time.Millisecond

func newServe(env environment) *cobra.Command {
	var at, published, machine string
	var port int
	cmd := &cobra.Command{
		Use:     "serve [cờ]",
		Short:   "Xem trang trên máy này, kể cả bản nháp; sửa bài xong tải lại trang là thấy",
		Example: "  loa serve\n  loa serve --at 2023-04-25\n  loa serve --release public",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			if published != "" {
				return serveRelease(cmd.Context(), env, published, port)
			}
			return servePreview(cmd.Context(), env, at, machine, port)
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "xem như vào `NGAY`: 2023-04-25 (hết ngày) hoặc 2023-04-25T07:00:00+07:00")
	machineFlag(cmd, &machine)
	cmd.Flags().IntVar(&port, "port", 1313, "số `CONG`; không ghi thì là 1313; đang bận thì lấy cổng trống kế tiếp")
	cmd.Flags().StringVar(&published, "release", "", "phục vụ bản đã dựng trong `THU-MUC`, không dựng lại")
	return cmd
}

// serveRelease serves a published release as it is.
func serveRelease(ctx context.Context, env environment, dir string, port int) error {
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(env.Dir, dir)
	}
	if _, err := release.Current(dir); err != nil {
		return usage{command: "serve ", words: fmt.Sprintf("chưa có bản phát hành nào trong %s; dựng bằng loa build", dir)}
	}
	listener, err := server.Listen("", port)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.Out, "%s đang ở http://%s/ (Ctrl+C để dừng)\n", dir, listener.Addr())
	return server.Serve(ctx, listener, server.Handler(server.Options{Dir: dir}))
}

// servePreview builds the working tree into a folder of its port below .loa/preview, serves it, and builds again when it changes. The
// address is printed after the first build. When the content has errors, the last good pages stay, with the findings above them and on
// the terminal. Sound is made behind, and comes to the pages as it is made.
func servePreview(ctx context.Context, env environment, at, machine string, port int) error {
	if _, err := env.instant(at); err != nil {
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
	listener, err := server.Listen("", port)
	if err != nil {
		return err
	}
	_, number, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	p := &preview{env: env, root: root, at: at, sound: newBackstage(rooms), base: "http://" + listener.Addr().String(),
		dir: filepath.Join(root.Name(), ".loa", "preview", number)} // two previews of one tree, of two days, do not share it
	changes, err := watch.Changes(ctx, []string{filepath.Join(root.Name(), "content"), filepath.Join(root.Name(), "themes", "loa")}, calm)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	if err := p.build(ctx, false); err != nil {
		return errors.Join(err, listener.Close())
	}
	fmt.Fprintf(env.Out, "Trang đang ở %s/ (Ctrl+C để dừng)\n", p.base)
	rebuild := func(heard bool) {
		if err := p.build(ctx, heard); err != nil && ctx.Err() == nil {
			fmt.Fprintf(env.Err, "loa: không dựng lại được: %v\n", err)
		}
	}
	go func() {
		for range changes {
			rebuild(false)
		}
	}()
	go p.sound.work(ctx, func() { rebuild(true) })
	return p.serve(ctx, listener)
}
